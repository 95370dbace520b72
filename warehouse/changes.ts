/** Why a figure is another than on an earlier day: what each publication since has moved, by cause. */
import type { By, Figure } from './answers.ts';
import { addDays, type Day } from './calendar.ts';
import type { Indicator, NamedValue } from './catalogue/declare.ts';
import { byCause, byInstitution, type Cause, type ChangedRow, type Move } from './causes.ts';
import { parameterOn } from './control/parameters.ts';
import { newestOf, periodsOf, type PeriodRow } from './figure-periods.ts';
import { figures } from './figures.ts';
import { lineage } from './lineage.ts';
import { momentOf } from './moment.ts';
import { periodNamed } from './periods.ts';
import { question } from './question.ts';
import type { Asking } from './reader.ts';
import { scopeParams } from './scope.ts';

export interface AskChanges {
  /** The earlier day; the later one is the reader's moment. Default: the last publication 30 days before or earlier. */
  since?: Day;
  /** Named value of the indicator; default the first. */
  name?: string;
  /** The same period on both days. Default: of what adds up over time the newest that had begun by the earlier day; else the newest of each day. */
  period?: string;
  by?: By;
  /** One group of the grouping; needed unless it is the city. */
  group?: string;
  page?: number;
  page_size?: number;
}

/** One side of the comparison. */
export interface Side {
  day: Day;
  publication: number;
  /** Null where nothing was known. */
  period: string | null;
  figure: Figure | null;
}

export interface Changes {
  name: string;
  by: By;
  group: string;
  before: Side;
  after: Side;
  /** In the order in which a change is looked for: rule, scope, corrections, new_reports, time. */
  causes: Cause[];
  /** Who moved it, by cause; those who moved it most first. */
  rows: ChangedRow[];
  total: number;
  page: number;
  page_size: number;
}

export async function changes(
  asking: Asking,
  indicator: Indicator,
  value: NamedValue,
  ask: AskChanges
): Promise<Changes> {
  const then = await asOf(asking, ask.since ?? (await monthBefore(asking)));
  const by = ask.by ?? 'city';
  const group = by === 'city' ? '' : (ask.group ?? '');
  const [was, is] = await compared(then, asking, indicator, ask.period);
  const figureOf = async (asked: Asking, period: PeriodRow | undefined) =>
    (period === undefined ? [] : await figures(asked, indicator, [period], by, group || null)).find(
      (figure) => figure.name === value.name && figure.dimension === '' && figure.group === group
    ) ?? null;
  const [before, after, moves] = await Promise.all([
    figureOf(then, was),
    figureOf(asking, is),
    movesOf(then, asking, indicator, value, [was, is], by, group)
  ]);
  const side = ({ moment }: Asking, period: PeriodRow | undefined, figure: Figure | null): Side => ({
    day: moment.day,
    publication: moment.publication,
    period: period?.period ?? null,
    figure
  });
  const [page, page_size] = [ask.page ?? 1, ask.page_size ?? 50];
  const rows = byInstitution(moves);
  return {
    name: value.name,
    by,
    group,
    before: side(then, was, before),
    after: side(asking, is, after),
    causes: byCause(indicator, value, moves),
    rows: rows.slice((page - 1) * page_size, page * page_size),
    total: rows.length,
    page,
    page_size
  };
}

/** The day of the last publication by 30 days before; that of the first where there is none. */
async function monthBefore({ warehouse, moment }: Asking): Promise<Day> {
  const { publication, published_day } = await momentOf(warehouse, addDays(moment.published_day, -30));
  return publication === 0 ? moment.first_day || moment.day : published_day;
}

/** The same asker on an earlier day. */
async function asOf(asking: Asking, day: Day): Promise<Asking> {
  const { warehouse } = asking;
  const moment = await momentOf(warehouse, day < asking.moment.day ? day : asking.moment.day);
  const small_denominator =
    moment.publication === 0
      ? 0
      : Number(
          parameterOn(warehouse, 'small_denominator', moment.day, moment.is_past ? moment.day : undefined)
        );
  return { ...asking, moment, small_denominator };
}

/** The periods that are compared, as they were known on either day. */
async function compared(
  then: Asking,
  now: Asking,
  indicator: Indicator,
  name: string | undefined
): Promise<[PeriodRow | undefined, PeriodRow | undefined]> {
  const kind = periodNamed(name ?? '')?.kind;
  const [known, knowing] = [await periodsOf(then, indicator, kind), await periodsOf(now, indicator, kind)];
  const named = (periods: readonly PeriodRow[], name: string | undefined) =>
    periods.find(({ period }) => period === name);
  if (name !== undefined) return [named(known, name), named(knowing, name)];
  if (indicator.over_time !== 'sum') return [newestOf(known, indicator), newestOf(knowing, indicator)];
  const begun = knowing.filter(({ period_start }) => period_start <= then.moment.published_day);
  const chosen = newestOf(begun, indicator) ?? newestOf(knowing, indicator);
  return [named(known, chosen?.period), chosen];
}

async function movesOf(
  then: Asking,
  { warehouse: { engine }, moment, scope }: Asking,
  indicator: Indicator,
  value: NamedValue,
  [was, is]: readonly [PeriodRow | undefined, PeriodRow | undefined],
  by: By,
  group: string
): Promise<Move[]> {
  const after = is?.bases ?? was?.bases ?? [];
  // Of what is summed all parts were nought before they began; of the rest one part stands for the whole.
  const before = indicator.over_time === 'sum' || was === undefined ? after : was.bases;
  const [turn] = await engine.all<{ number: number | null }>(
    'select min(number) as number from meta.publication where number > $since and number <= $p and day >= cast($start as date)',
    {
      since: then.moment.publication,
      p: moment.publication,
      start: periodNamed(after[0] ?? '')?.start ?? moment.published_day
    }
  );
  const rows = await engine.all(
    question('changes'),
    {
      p: moment.publication,
      since: then.moment.publication,
      turn: before.join() === after.join() ? moment.publication : (turn?.number ?? moment.publication),
      ...scopeParams(scope),
      indicator: indicator.id,
      by,
      group
    },
    {
      // Of a quantile the histogram and what is missing from it bear no name.
      names: [value.shape.kind === 'days' ? '' : value.name],
      before,
      after,
      reports: await readBy(engine, indicator)
    }
  );
  return rows as unknown as Move[];
}

/** Reports whose rows an indicator is computed from. */
async function readBy(engine: Asking['warehouse']['engine'], { id, reports }: Indicator): Promise<string[]> {
  const row = (await lineage(engine)).find(({ indicator }) => indicator === id);
  return [...new Set([...reports, ...(row?.columns.map(({ report }) => report) ?? [])])];
}
