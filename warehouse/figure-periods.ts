/** The periods of which an indicator knows something, and how longer ones are made of them. */
import type { AskingFigures } from './asking-figures.ts';
import { isCount } from './assess.ts';
import type { Indicator } from './catalogue/declare.ts';
import type { Day } from './calendar.ts';
import { longerThan, periodOf, type PeriodKind } from './periods.ts';
import { question } from './question.ts';
import { scopeParams } from './scope.ts';

export interface PeriodRow {
  period: string;
  period_start: Day;
  period_end: Day;
  at_date: Day;
  due_until: Day;
  calendar_provisional: boolean;
  /** It has only begun: nothing of it is known yet. */
  is_blank: boolean;
  /** Stored periods whose figures make it up: itself, or by the entry's time rule all or the last of those in it. */
  bases: string[];
}

/** Periods that have begun and for which the indicator knows something, newest first. */
export async function periodsOf(
  asking: AskingFigures,
  indicator: Indicator,
  kind: PeriodKind = indicator.period
): Promise<PeriodRow[]> {
  const known = (await periodsOfAll(asking)).get(indicator.id) ?? [];
  if (kind === indicator.period) return known;
  if (!longerThan(indicator.period).includes(kind)) return [];
  const longer = Map.groupBy(known, ({ period_start }) => periodOf(kind, period_start).name);
  return [...longer.values()].flatMap(([first, ...rest]) =>
    first === undefined ? [] : rolledUp([first, ...rest], kind, indicator)
  );
}

/** A longer period of those that lie in it, newest first. */
function rolledUp(
  inside: readonly [PeriodRow, ...PeriodRow[]],
  kind: PeriodKind,
  { over_time }: Indicator
): PeriodRow {
  const last = inside.find(({ is_blank }) => !is_blank) ?? inside[0];
  const whole = periodOf(kind, last.period_start);
  return {
    ...last,
    period: whole.name,
    period_start: whole.start,
    period_end: whole.end,
    is_blank: inside.every(({ is_blank }) => is_blank),
    bases: over_time === 'sum' ? inside.map(({ period }) => period) : [last.period]
  };
}

/** The newest period of which something is known; a count of nothing is known to be 0. */
export const newestOf = (periods: readonly PeriodRow[], { values }: Indicator): PeriodRow | undefined =>
  values.some(isCount) ? periods[0] : periods.find(({ is_blank }) => !is_blank);

/** The stored periods of every indicator, by its id. */
export function periodsOfAll(asking: AskingFigures): Promise<Map<string, PeriodRow[]>> {
  return asking.remembered?.('periods', () => askPeriods(asking)) ?? askPeriods(asking);
}

async function askPeriods({ warehouse, moment, scope }: AskingFigures): Promise<Map<string, PeriodRow[]>> {
  const rows = (await warehouse.engine.all(question('periods'), {
    p: moment.publication,
    day: moment.published_day,
    ...scopeParams(scope)
  })) as unknown as (Omit<PeriodRow, 'bases'> & { indicator: string })[];
  return Map.groupBy(
    rows.map((row) => ({ ...row, bases: [row.period] })),
    ({ indicator }) => indicator
  );
}
