/** Measure 1 counted by hand from the rows as written. */
import { days, type Day } from '#warehouse/calendar.ts';
import type { Texts } from '../filled-in.ts';
import { inPeriod, Tally, valuedOn, type Valued } from './by-hand.ts';

export interface Written {
  meetings: readonly Texts[];
  items: readonly Texts[];
  /** Rejected rows, each with the month that it says it speaks of. */
  rejected: readonly { report: string; month: string; dept: string }[];
  first_day: Day;
  members: readonly string[];
  /** Meetings due a year, by the last day of a quarter. */
  perYear: (quarter_end: Day) => number;
}

const text = (row: Texts, field: string): string => row[field] ?? '';
const isRegular = (row: Texts) => row['meeting_kind'] === 'regular';

const addRejected = (tally: Tally, { rejected }: Written, report: string, periods: readonly Valued[]) => {
  for (const one of rejected)
    for (const period of periods)
      // A rejected row belongs to the period in which the month ends that it speaks of.
      if (one.report === report && `${one.month}-28` >= period.start && `${one.month}-01` <= period.end)
        tally.add(period, one.dept, { missing: 1 });
};

/** By indicator and value. */
export function measure01(written: Written, day: Day): Record<string, Tally> {
  const quarters = valuedOn('quarter', day);
  const months = valuedOn('month', day);
  const completion = new Tally();
  const attendance = new Tally();
  const byDepartment = new Tally();
  const firstMeeting = written.meetings
    .filter(isRegular)
    .map((row) => text(row, 'meeting_date'))
    .sort()[0];
  const begin =
    firstMeeting !== undefined && firstMeeting < written.first_day ? firstMeeting : written.first_day;
  for (const quarter of quarters) {
    const isOver = day > quarter.end;
    if (isOver && quarter.end >= begin)
      completion.add(quarter, '', { denominator: written.perYear(quarter.end) / 4 });
    for (const row of written.meetings) {
      if (!inPeriod(row['meeting_date'], quarter, quarter.at)) continue;
      attendance.add(quarter, '', {
        numerator: Number(row['attended_units']),
        denominator: Number(row['invited_units'])
      });
      if (!isRegular(row)) continue;
      if (isOver) completion.add(quarter, '', { numerator: 1 });
      const absent = text(row, 'absent_depts').split(';');
      for (const dept of written.members)
        byDepartment.add(quarter, dept, { numerator: absent.includes(dept) ? 0 : 1, denominator: 1 });
    }
  }

  const onTime = new Tally();
  const mean = new Tally();
  const overdue = new Tally();
  for (const row of written.items) {
    const [dept, due, completed] = [
      text(row, 'lead_dept'),
      text(row, 'due_date'),
      text(row, 'completed_date')
    ];
    const isCancelled = row['action_status'] === 'cancelled';
    for (const quarter of quarters) {
      if (inPeriod(due, quarter, quarter.due))
        onTime.add(
          quarter,
          dept,
          isCancelled
            ? { excluded: 1 }
            : { numerator: completed !== '' && completed <= due ? 1 : 0, denominator: 1 }
        );
      if (inPeriod(completed, quarter, quarter.at))
        mean.add(quarter, dept, { numerator: days(text(row, 'assigned_date'), completed), denominator: 1 });
    }
    for (const month of months) {
      // Done without a date counts since the day when that was published.
      const done = completed || text(row, 'done_known');
      const isOpen = done === '' || done > month.at;
      if (!isCancelled && isOpen && due < month.at) overdue.add(month, dept, { numerator: 1 });
    }
  }
  addRejected(onTime, written, 'R20', quarters);
  addRejected(mean, written, 'R20', quarters);
  addRejected(overdue, written, 'R20', months);
  return {
    'IND-01-01 rate': completion,
    'IND-01-02 rate': attendance,
    'IND-01-02 by_department': byDepartment,
    'IND-01-03 rate': onTime,
    'IND-01-04 count': overdue,
    'IND-01-05 mean': mean
  };
}
