/** What needs leadership today: every measure's indicators and what is late, in one answer. */
import type { By, Figure, IndicatorStatus, InstitutionRow, Overview } from './answers.ts';
import { days } from './calendar.ts';
import { parameterOn } from './control/parameters.ts';
import { measures } from './catalogue/measures.ts';
import type { Indicator } from './catalogue/declare.ts';
import { periodsOfAll, type PeriodRow } from './figure-periods.ts';
import { assemble, load, type Loaded } from './figures.ts';
import { indicatorWords } from './indicator-words.ts';
import { institutions } from './lists.ts';
import { question } from './question.ts';
import type { Asking } from './reader.ts';
import { scopeParams } from './scope.ts';

/** Periods in a sparkline. */
const TREND = 13;

export async function overview(asking: Asking): Promise<Overview> {
  const { warehouse, moment, scope } = asking;
  const [statuses, [counts], list] = await Promise.all([
    statusesOf(asking, 'city', ''),
    warehouse.engine.all<{
      institutions: number;
      overdue_reports: number;
      waiting_records: number;
      data_day: string | null;
    }>(question('counts'), {
      p: moment.publication,
      day: moment.day,
      ...scopeParams(scope)
    }),
    institutions(asking, { page_size: 1_000_000, sort: 'name' })
  ]);
  const sum = (of: (row: (typeof list.rows)[number]) => number) =>
    list.rows.reduce((total, row) => total + of(row), 0);
  return {
    measures: measures
      .map(({ id, words }) => ({
        measure: id,
        words,
        indicators: statuses.filter(({ indicator }) => indicator.measure === id)
      }))
      .filter((measure) => measure.indicators.length > 0),
    counts: {
      institutions: counts?.institutions ?? 0,
      waiting_records: counts?.waiting_records ?? 0,
      silent_institutions: list.rows.filter((row) => isSilent(asking, row)).length,
      overdue_reports: counts?.overdue_reports ?? 0,
      overdue_rectifications: sum((row) => row.overdue_rectifications),
      open_alerts: asking.alertsBySeverity()
    },
    data_day: counts?.data_day ?? null
  };
}

/** Every indicator that has such a grouping, as it stands for one group: all in one question. */
export async function statusesOf(asking: Asking, by: By, group: string): Promise<IndicatorStatus[]> {
  const entries = asking.catalogue.filter((entry) => indicatorWords(entry).by.includes(by));
  const periods = await periodsOfAll(asking);
  const shown = new Map(entries.map(({ id }) => [id, (periods.get(id) ?? []).slice(0, TREND)]));
  const all = new Map([...shown.values()].flat().map((row) => [row.period, row]));
  const loaded = await load(asking, entries, [...all.values()], by, by === 'city' ? null : group);
  return entries.map((entry) => statusOf(asking, entry, shown.get(entry.id) ?? [], loaded, by, group));
}

/** What the newest figure is compared with: a figure of the year to date with the same period a year ago. */
function before(indicator: Indicator, valued: readonly PeriodRow[]): string | undefined {
  const now = valued[0]?.period;
  if (indicator.over_time !== 'ytd' || now === undefined) return valued[1]?.period;
  const yearBefore = `${Number(now.slice(0, 4)) - 1}${now.slice(4)}`;
  return valued.find(({ period }) => period === yearBefore)?.period;
}

/** Owes reports and has handed in nothing for longer than the parameter allows. */
function isSilent({ warehouse, moment }: Asking, row: InstitutionRow): boolean {
  const days_allowed = Number(
    parameterOn(warehouse, 'silent_days', moment.day, moment.is_past ? moment.day : undefined)
  );
  return (
    row.is_active &&
    row.overdue_reports > 0 &&
    (row.last_received === null || days(row.last_received, moment.day) > days_allowed)
  );
}

function statusOf(
  asking: Asking,
  indicator: Indicator,
  periods: readonly PeriodRow[],
  loaded: Loaded,
  by: By,
  group: string
): IndicatorStatus {
  // Where nothing happened a count of the city is 0; a group's may be none of its matters.
  const trend = assemble(asking, indicator, periods.toReversed(), by, loaded, by === 'city' ? [group] : []);
  const known = (period: string | undefined): Figure[] =>
    trend.filter((figure) => figure.period === period && figure.dimension === '');
  const valued = periods.filter(({ period }) => known(period).some(({ value }) => value !== null));
  return {
    indicator: indicatorWords(indicator),
    now: known(valued[0]?.period),
    before: known(before(indicator, valued)),
    compared_with: indicator.over_time === 'ytd' ? 'year_before' : 'period_before',
    trend: trend.filter(({ dimension }) => dimension === ''),
    open_alerts: asking.alertsByMeasure().get(indicator.measure) ?? 0
  };
}
