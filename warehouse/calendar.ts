/**
 * Day counting by the Civil Code, Arts. 200–204, as `regulation.md` §2 reads it: the first day is not counted,
 * a last day on a rest day moves to the day after the rest ends, make-up working days count as working days.
 */
import chineseDays from 'chinese-days';

const { getDayDetail, isWorkday } = chineseDays;

/** A day in Asia/Shanghai, `YYYY-MM-DD`. */
export type Day = string;

export interface CalendarDay {
  cal_date: Day;
  is_workday: boolean;
  /** Running count of working days up to and including this day. */
  workday_no: number;
  /** This day if it is a working day, else the first one after. */
  next_workday: Day;
  /** False where no official holiday arrangement was known: the day is taken by weekday and provisional. */
  is_official: boolean;
}

/** Years whose official holiday arrangement the package carries: it names at least one holiday. */
function yearIsOfficial(year: number): boolean {
  return getDayDetail(`${year}-10-01`).name.includes(',');
}

const DAY = 86_400_000;
const toTime = (day: Day) => Date.parse(`${day}T00:00:00Z`);
const toDay = (time: number): Day => new Date(time).toISOString().slice(0, 10);

export const addDays = (day: Day, n: number): Day => toDay(toTime(day) + n * DAY);
export const days = (from: Day, to: Day): number => Math.round((toTime(to) - toTime(from)) / DAY);
export const dayOf = (at: Date): Day => toDay(at.getTime() + 8 * 3_600_000);

/** Civil Code Art. 202: the corresponding day, or the month's last day. */
export function addMonths(day: Day, n: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month - 1 + n + 1, 0)).getUTCDate();
  return toDay(Date.UTC(year, month - 1 + n, Math.min(date, last)));
}

export class Calendar {
  readonly days: CalendarDay[];
  readonly #first: number;
  readonly #workdays: Day[] = [];

  /** `extra`: rest (false) and working (true) days that an administrator imported; they make their year official. */
  constructor(fromYear: number, toYear: number, extra: Record<Day, boolean> = {}) {
    this.#first = Date.UTC(fromYear, 0, 1);
    const imported = new Set(Object.keys(extra).map((day) => day.slice(0, 4)));
    const list: CalendarDay[] = [];
    for (let time = this.#first; time <= Date.UTC(toYear, 11, 31); time += DAY) {
      const cal_date = toDay(time);
      const is_workday = extra[cal_date] ?? isWorkday(cal_date);
      if (is_workday) this.#workdays.push(cal_date);
      list.push({
        cal_date,
        is_workday,
        workday_no: this.#workdays.length,
        next_workday: cal_date,
        is_official: false
      });
    }
    let next = '';
    for (const day of list.toReversed()) {
      if (day.is_workday) next = day.cal_date;
      day.next_workday = next || day.cal_date;
    }
    const official = new Map<string, boolean>();
    for (const day of list) {
      const year = day.cal_date.slice(0, 4);
      if (!official.has(year)) official.set(year, imported.has(year) || yearIsOfficial(Number(year)));
      day.is_official = official.get(year) === true;
    }
    this.days = list;
  }

  at(day: Day): CalendarDay {
    const found = this.days[Math.round((toTime(day) - this.#first) / DAY)];
    if (!found) throw new RangeError(`No calendar for ${day}`);
    return found;
  }
  roll(day: Day): Day {
    return this.at(day).next_workday;
  }
  addDaysRoll(day: Day, n: number): Day {
    return this.roll(addDays(day, n));
  }
  addMonthsRoll(day: Day, n: number): Day {
    return this.roll(addMonths(day, n));
  }
  addWorkdays(day: Day, n: number): Day {
    const found = this.#workdays[this.at(day).workday_no + n - 1];
    if (!found) throw new RangeError(`No calendar ${n} working days after ${day}`);
    return found;
  }
  /** Working days after `from` up to and including `to`. */
  workdays(from: Day, to: Day): number {
    return this.at(to).workday_no - this.at(from).workday_no;
  }
}
