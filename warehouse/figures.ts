/** Figures of indicators by group and period: sums of what institutions have, never averages of rates. */
import type { By, Figure } from './answers.ts';
import type { AskingFigures } from './asking-figures.ts';
import { isCount, quantileOf, statusOf, thresholdOn, valueOf, worstOf, type Assessed } from './assess.ts';
import type { Indicator, NamedValue } from './catalogue/declare.ts';
import type { PeriodRow } from './figure-periods.ts';
import { question } from './question.ts';
import { scopeParams } from './scope.ts';
import { groupWords } from './words.ts';

interface SumRow {
  indicator: string;
  name: string;
  dimension: string;
  period: string;
  group_code: string | null;
  group_name: string | null;
  numerator: number | null;
  denominator: number | null;
  missing: number | null;
  excluded: number | null;
}
interface DaysRow {
  indicator: string;
  dimension: string;
  period: string;
  group_code: string | null;
  group_name: string | null;
  days: number;
  n: number;
}

/** One cell of the answer, before it is assessed. */
interface Cell {
  group: string;
  group_name: string | null;
  dimension: string;
  period: PeriodRow;
}

/** The sums and day counts of some indicators and periods, as one question each. */
export interface Loaded {
  sums: readonly SumRow[];
  days: readonly DaysRow[];
}

export async function load(
  { warehouse, moment, scope }: AskingFigures,
  indicators: readonly Indicator[],
  periods: readonly PeriodRow[],
  by: By,
  group: string | null
): Promise<Loaded> {
  const ids = indicators.map(({ id }) => id).sort();
  const [first = '', last = first] = [ids[0], ids.at(-1)];
  const bound = { p: moment.publication, ...scopeParams(scope), by, group, first, last };
  const into = new Map(periods.flatMap(({ period, bases }) => bases.map((base) => [base, period] as const)));
  const lists = {
    indicators: ids,
    periods: [...into.keys()],
    into: [...into.values()]
  };
  const timed = indicators.some(({ values }) => values.some(({ shape }) => shape.kind === 'days'));
  const [sums, days] = await Promise.all([
    warehouse.engine.all(question('figures'), bound, lists),
    timed ? warehouse.engine.all(question('day-counts'), bound, lists) : []
  ]);
  return { sums: sums as unknown as SumRow[], days: days as unknown as DaysRow[] };
}

export async function figures(
  asking: AskingFigures,
  indicator: Indicator,
  periods: readonly PeriodRow[],
  by: By,
  group: string | null
): Promise<Figure[]> {
  const loaded = await load(asking, [indicator], periods, by, group);
  return assemble(asking, indicator, periods, by, loaded, await groupsOf(asking, indicator, by, group));
}

/** Figures from what was loaded; `groups` are shown even when nothing happened in them. */
export function assemble(
  asking: AskingFigures,
  indicator: Indicator,
  periods: readonly PeriodRow[],
  by: By,
  loaded: Loaded,
  groups: readonly string[]
): Figure[] {
  const sums = loaded.sums.filter((row) => row.indicator === indicator.id);
  const days = loaded.days.filter((row) => row.indicator === indicator.id);
  return periods.flatMap((period) =>
    indicator.values.flatMap((value) =>
      value.shape.kind === 'days'
        ? quantiles(asking, indicator, value, value.shape.quantile, days, sums, period, by)
        : totals(asking, indicator, value, sums, groups, period, by)
    )
  );
}

/** Groups that are shown even when nothing happened in them. */
export async function groupsOf(
  { warehouse, moment, scope }: AskingFigures,
  indicator: Indicator,
  by: By,
  group: string | null
): Promise<string[]> {
  if (by === 'city') return [''];
  if (by === 'institution' || by === 'committee') return [];
  if (!indicator.values.some(isCount)) return [];
  // Departments that answer themselves are all there, whatever they supervise.
  if (by === 'department' && indicator.dept !== undefined)
    return warehouse.departments
      .filter(({ code, member }) => member && (scope.kind === 'city' || scope.code === code))
      .map(({ code }) => code)
      .filter((code) => group === null || code === group);
  const rows = await warehouse.engine.all<{ group_code: string }>(question('groups'), {
    p: moment.publication,
    ...scopeParams(scope),
    by
  });
  return rows.map(({ group_code }) => group_code).filter((code) => group === null || code === group);
}

function totals(
  asking: AskingFigures,
  indicator: Indicator,
  value: NamedValue,
  sums: readonly SumRow[],
  groups: readonly string[],
  period: PeriodRow,
  by: By
): Figure[] {
  const own = sums.filter((row) => row.period === period.period && row.name === value.name);
  const seen = new Set(own.map((row) => row.group_code ?? ''));
  const blank = groups
    .filter((code) => !seen.has(code))
    .map((group_code) => ({
      indicator: indicator.id,
      name: value.name,
      period: period.period,
      group_code,
      group_name: null,
      dimension: '',
      numerator: 0,
      denominator: null,
      missing: 0,
      excluded: 0
    }));
  const shown = withTotals(value, [...own, ...blank], by).map((row) => {
    const numerator = row.numerator ?? 0;
    const denominator = isCount(value) ? null : (row.denominator ?? 0);
    const [missing, excluded] = [row.missing ?? 0, row.excluded ?? 0];
    const cell = {
      group: row.group_code ?? '',
      group_name: row.group_name,
      dimension: row.dimension,
      period
    };
    return figure(
      asking,
      indicator,
      value,
      cell,
      by,
      { numerator, denominator, missing, excluded },
      valueOf(indicator, value, { numerator, denominator, missing })
    );
  });
  return asGoodAsWorst(indicator, value, by, shown);
}

/** Where each part is judged for itself, the whole is as good as the worst of them. */
function asGoodAsWorst(
  indicator: Indicator,
  value: NamedValue,
  by: By,
  figures: readonly Figure[]
): Figure[] {
  const judged = ({ period_end }: Figure) =>
    by === 'city' && thresholdOn(indicator, value.name, period_end)?.per === 'part';
  const worst = worstOf(
    figures.filter(({ dimension }) => (value.parts ?? []).includes(dimension)).map(({ status }) => status)
  );
  return figures.map((figure) =>
    figure.dimension === '' && judged(figure) ? { ...figure, status: worst } : figure
  );
}

function quantiles(
  asking: AskingFigures,
  indicator: Indicator,
  value: NamedValue,
  quantile: number,
  days: readonly DaysRow[],
  sums: readonly SumRow[],
  period: PeriodRow,
  by: By
): Figure[] {
  const rows = days.filter((row) => row.period === period.period);
  const byGroup = Map.groupBy(rows, (row) => row.group_code ?? '');
  return [...byGroup].flatMap(([group, all]) => {
    const missing = sums
      .filter((row) => row.period === period.period && (row.group_code ?? '') === group)
      .reduce((sum, row) => sum + (row.missing ?? 0), 0);
    const split = by === 'city' ? [...Map.groupBy(all, (row) => row.dimension)] : [];
    return [['', all] as const, ...split].map(([dimension, some]) => {
      const n = some.reduce((sum, row) => sum + row.n, 0);
      const cell = { group, group_name: all[0]?.group_name ?? null, dimension, period };
      const assessed = { value: quantileOf(some, quantile), low: null, high: null };
      return figure(
        asking,
        indicator,
        value,
        cell,
        by,
        { numerator: null, denominator: n, missing: dimension === '' ? missing : 0, excluded: 0 },
        assessed
      );
    });
  });
}

function figure(
  { warehouse, moment, small_denominator }: AskingFigures,
  indicator: Indicator,
  value: NamedValue,
  { group, group_name, dimension, period }: Cell,
  by: By,
  sums: { numerator: number | null; denominator: number | null; missing: number; excluded: number },
  assessed: Assessed
): Figure {
  const small =
    indicator.small_denominator !== false &&
    sums.denominator !== null &&
    sums.denominator > 0 &&
    sums.denominator < small_denominator;
  return {
    indicator: indicator.id,
    name: value.name,
    group,
    group_words: group_name ? { zh: group_name, en: group_name } : groupWords(by, group, warehouse.city),
    dimension,
    period: period.period,
    period_start: period.period_start,
    period_end: period.period_end,
    at_date: period.at_date,
    provisional: period.calendar_provisional || period.period_end >= moment.published_day,
    ...sums,
    ...assessed,
    status: statusOf(indicator, value, {
      value: assessed.value,
      small,
      period_end: period.period_end,
      at_date: period.at_date,
      is_running: period.period_end >= moment.published_day,
      by,
      members: warehouse.departments.filter(({ member }) => member).length,
      months: monthsFrom(period),
      dimension,
      missing: sums.missing
    }),
    small
  };
}

const monthsFrom = ({ period_start, period_end }: PeriodRow): number =>
  12 * (Number(period_end.slice(0, 4)) - Number(period_start.slice(0, 4))) +
  Number(period_end.slice(5, 7)) -
  Number(period_start.slice(5, 7)) +
  1;

/** Of a value that is split, its total stands beside its parts, and of the city those of which nothing is. */
function withTotals(value: NamedValue, rows: readonly SumRow[], by: By): SumRow[] {
  if (value.dimension === undefined) return [...rows];
  const totals = [...Map.groupBy(rows, ({ group_code }) => group_code)].map(([, parts]) => {
    const sum = (of: (row: SumRow) => number | null) => parts.reduce((all, row) => all + (of(row) ?? 0), 0);
    return {
      ...(parts[0] as SumRow),
      dimension: '',
      numerator: sum((row) => row.numerator),
      denominator: sum((row) => row.denominator),
      missing: sum((row) => row.missing),
      excluded: sum((row) => row.excluded)
    };
  });
  // What is of no part, such as rejected rows, or no more than left out, is in the total alone.
  const parts = rows.filter(
    ({ dimension, numerator, denominator, missing }) =>
      dimension !== '' && (numerator ?? 0) + (denominator ?? 0) + (missing ?? 0) > 0
  );
  const [whole] = totals;
  if (by !== 'city' || whole === undefined) return [...totals, ...parts];
  const none = { numerator: 0, denominator: isCount(value) ? null : 0, missing: 0, excluded: 0 };
  const blank = (value.parts ?? [])
    .filter((code) => !parts.some(({ dimension }) => dimension === code))
    .map((dimension) => ({ ...whole, ...none, dimension }));
  return [...totals, ...parts, ...blank];
}
