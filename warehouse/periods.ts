/**
 * Months, quarters, half-years, semesters and years by name, and the day by which a report for one of them is due.
 * A semester is named by the year in which it begins: S1 (spring) from 1 February to 31 July, S2 (autumn) from 1 August
 * to 31 January (D: universities begin in late February and late August, and no semester must fall between two).
 */
import type { Due, DuePeriod } from '#ingest/declare.ts';
import { addDays, addMonths, days, type Calendar, type Day } from './calendar.ts';

export type PeriodKind = DuePeriod;
export interface Period {
  kind: PeriodKind;
  /** `2026-09`, `2026-Q3`, `2026-H2`, `2026-S1`, `2026`. */
  name: string;
  start: Day;
  end: Day;
}

/** Months in each, and the month in which the first of a year begins. */
const SHAPE: Record<PeriodKind, { months: number; first: number; letter: string }> = {
  month: { months: 1, first: 1, letter: '' },
  quarter: { months: 3, first: 1, letter: 'Q' },
  half_year: { months: 6, first: 1, letter: 'H' },
  semester: { months: 6, first: 2, letter: 'S' },
  year: { months: 12, first: 1, letter: '' }
};
export const PERIOD_KINDS = Object.keys(SHAPE) as PeriodKind[];

/** The longer kinds whose periods are made of whole periods of this one; a semester runs over the end of a year. */
export const longerThan = (kind: PeriodKind): PeriodKind[] =>
  kind === 'semester'
    ? []
    : PERIOD_KINDS.filter((other) => other !== 'semester' && SHAPE[other].months > SHAPE[kind].months);

/** Months in a period of the kind. */
export const monthsIn = (kind: PeriodKind): number => SHAPE[kind].months;

/** What the name of a period looks like, for the interface: YYYY-MM, YYYY-Qn, YYYY-Hn, YYYY-Sn, YYYY. */
export const PERIOD_NAME = /^\d{4}(?:-(?:0[1-9]|1[0-2])|-Q[1-4]|-[HS][12])?$/;

const two = (n: number) => String(n).padStart(2, '0');

function nth(kind: PeriodKind, year: number, n: number): Period {
  const { months, first, letter } = SHAPE[kind];
  const start = addMonths(`${year}-${two(first)}-01`, n * months);
  const part = kind === 'month' ? `-${two(n + 1)}` : kind === 'year' ? '' : `-${letter}${n + 1}`;
  return { kind, name: `${year}${part}`, start, end: addDays(addMonths(start, months), -1) };
}

const ofYear = (kind: PeriodKind, year: number): Period[] =>
  Array.from({ length: 12 / SHAPE[kind].months }, (_, n) => nth(kind, year, n));

/** All periods that begin in the years from `from` to `to`. */
export function periods(from: number, to: number): Period[] {
  const list: Period[] = [];
  for (let year = from; year <= to; year++) for (const kind of PERIOD_KINDS) list.push(...ofYear(kind, year));
  return list;
}

/** The period of a name, or undefined where it is none. */
export function periodNamed(name: string): Period | undefined {
  if (!PERIOD_NAME.test(name)) return undefined;
  const year = Number(name.slice(0, 4));
  return PERIOD_KINDS.flatMap((kind) => ofYear(kind, year)).find((period) => period.name === name);
}

/** The period of a kind that holds a day. */
export function periodOf(kind: PeriodKind, day: Day): Period {
  const year = Number(day.slice(0, 4));
  const found = [...ofYear(kind, year - 1), ...ofYear(kind, year)].find(
    ({ start, end }) => start <= day && day <= end
  );
  if (!found) throw new RangeError(`No ${kind} holds ${day}`);
  return found;
}

/** The same in SQL: the first day of the period of a kind that holds a date column. */
export function periodStartSql(kind: PeriodKind, date: string): string {
  const { months, first } = SHAPE[kind];
  if (kind === 'month' || kind === 'quarter' || kind === 'year')
    return `cast(date_trunc('${kind}', ${date}) as date)`;
  // As many months earlier as its first period begins after January.
  const day = first === 1 ? date : `(${date} - interval ${first - 1} month)`;
  return `make_date(year(${day}), (month(${day}) - 1) // ${months} * ${months} + ${first}, 1)`;
}

/** The period before the one that holds a day. */
export const previousPeriod = (kind: PeriodKind, day: Day): Period =>
  periodOf(kind, addDays(periodOf(kind, day).start, -1));

/** Who hands in: institutions, departments, or the city for any of them. */
export type Owner = 'institution' | 'department' | 'city';

/** A report's dues that concern an owner; of the city all. */
export const duesOf = <D extends Pick<Due, 'owed_by' | 'owed_by_departments'>>(
  dues: readonly D[],
  owner: Owner
): D[] =>
  dues.filter(
    ({ owed_by, owed_by_departments }) =>
      (owner !== 'department' && owed_by !== undefined) ||
      (owner !== 'institution' && owed_by_departments !== undefined)
  );

/**
 * What a file that does not say its period speaks of (D): the last one that ended before the day of receipt. Where a
 * report is due within its period, the one whose due day is nearest.
 */
export function assumedPeriod(dues: readonly Due[], owner: Owner, day: Day): Period {
  const due = duesOf(dues, owner)[0] ?? dues[0];
  const kind = due?.every ?? 'month';
  const [before, running] = [previousPeriod(kind, day), periodOf(kind, day)];
  if (!due || !isFixed(due.by)) return before;
  const [last, next] = [fixedDay(due.by, before), fixedDay(due.by, running)];
  return next <= running.end && Math.abs(days(day, next)) < Math.abs(days(last, day)) ? running : before;
}

/** Whether a period's due day lies within it, so that it can be reported on before it has ended. */
export const isDueWithin = ({ by }: Pick<Due, 'by'>, period: Period): boolean =>
  isFixed(by) && fixedDay(by, period) <= period.end;

type Fixed = Extract<Due['by'], { month: number } | { by_name: unknown }>;
const isFixed = (by: Due['by']): by is Fixed => 'month' in by || 'by_name' in by;

/** The last day on which a report for the period is in time. */
export function dueDay({ by }: Pick<Due, 'by'>, period: Period, calendar: Calendar): Day {
  if (isFixed(by)) return fixedDay(by, period);
  if ('workdays_after' in by) return calendar.addWorkdays(period.end, by.workdays_after);
  const day = `${addMonths(period.start, SHAPE[period.kind].months).slice(0, 7)}-${two(by.day_of_next_month)}`;
  return by.roll ? calendar.roll(day) : day;
}

function fixedDay(by: Fixed, period: Period): Day {
  if ('by_name' in by) return firstSince(period.start, dayNamed(by.by_name, period));
  const year = Number(period.end.slice(0, 4)) + (by.year === 'same' ? 0 : 1);
  return `${year}-${two(by.month)}-${two(by.day)}`;
}

/** `MM-DD` for the end of the period's name (S1, H2 …). */
function dayNamed(by_name: Readonly<Record<string, string>>, { name }: Period): string {
  const found = Object.entries(by_name).find(([end]) => name.endsWith(end))?.[1];
  if (found === undefined) throw new RangeError(`No due day for ${name}`);
  return found;
}

/** The first day of that month and day which does not lie before `from`. */
function firstSince(from: Day, month_day: string): Day {
  const year = Number(from.slice(0, 4));
  const day = `${year}-${month_day}`;
  return day >= from ? day : `${year + 1}-${month_day}`;
}
