/** Months, quarters and years by name, and the day by which a report for one of them is due. */
import type { Due } from '#ingest/declare.ts';
import { addMonths, type Calendar, type Day } from './calendar.ts';

export type PeriodKind = 'month' | 'quarter' | 'year';
export interface Period {
  kind: PeriodKind;
  name: string;
  start: Day;
  end: Day;
}

const two = (n: number) => String(n).padStart(2, '0');
const MONTHS: Record<PeriodKind, number> = { month: 1, quarter: 3, year: 12 };

const nameOf = (kind: PeriodKind, year: number, month: number) =>
  kind === 'month'
    ? `${year}-${two(month)}`
    : kind === 'quarter'
      ? `${year}-Q${Math.ceil(month / 3)}`
      : `${year}`;

const lastDayOf = (year: number, month: number): Day =>
  `${year}-${two(month)}-${two(new Date(Date.UTC(year, month, 0)).getUTCDate())}`;

/** All periods that begin in the years from `from` to `to`. */
export function periods(from: number, to: number): Period[] {
  const list: Period[] = [];
  for (let year = from; year <= to; year++)
    for (const kind of ['month', 'quarter', 'year'] as const)
      for (let month = 1; month <= 12; month += MONTHS[kind])
        list.push({
          kind,
          name: nameOf(kind, year, month),
          start: `${year}-${two(month)}-01`,
          end: lastDayOf(year, month + MONTHS[kind] - 1)
        });
  return list;
}

/** The period of a kind that holds a day. */
export function periodOf(kind: PeriodKind, day: Day): Period {
  const [year, month] = day.split('-').map(Number) as [number, number];
  const found = periods(year, year).find(
    (period) => period.kind === kind && period.start <= day && day <= period.end
  );
  if (!found) throw new RangeError(`No ${kind} holds ${year}-${month}`);
  return found;
}

/** The period before the one that holds a day: what a report handed in on that day speaks of unless it says. */
export const previousPeriod = (kind: PeriodKind, day: Day): Period =>
  periodOf(kind, addMonths(periodOf(kind, day).start, -1));

/** The last day on which a report for the period is in time. */
export function dueDay(due: Due, period: Period, calendar: Calendar): Day {
  const { by } = due;
  if ('workdays_after' in by) return calendar.addWorkdays(period.end, by.workdays_after);
  if ('day_of_next_month' in by) {
    const day = `${addMonths(period.start, MONTHS[period.kind]).slice(0, 7)}-${two(by.day_of_next_month)}`;
    return by.roll ? calendar.roll(day) : day;
  }
  return `${Number(period.end.slice(0, 4)) + 1}-${two(by.month)}-${two(by.day)}`;
}
