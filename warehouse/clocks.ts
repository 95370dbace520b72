/**
 * Clocks by law or by default that start on a day (regulation §2): the first day is not counted, months end on the
 * corresponding day, and what falls on a rest day moves to the next working day where it is said so. The parameter holds
 * that is in force on the day on which the clock starts.
 */
import { addMonths, type Calendar, type Day } from './calendar.ts';
import { valueOn, type parameterSpans } from './parameters.ts';

type Length = { days_rolled: string } | { workdays: string } | { months: string } | { months_rolled: string };

/** Columns of `meta.legal_due`, and the parameter that says how long each clock runs. */
export const clocks = {
  decision_due_date: { days_rolled: 'decision_days' },
  registration_due_date: { days_rolled: 'register_days' },
  rereview_due_date: { days_rolled: 'rereview_days' },
  investigation_due_date: { months: 'investigation_months' },
  screening_due_date: { workdays: 'screening_workdays' },
  change_report_due_date: { workdays: 'change_report_days' },
  escalation_due_date: { workdays: 'major_issue_escalation_workdays' },
  acknowledgement_due_date: { workdays: 'acknowledgement_workdays' },
  followup_due_date: { months_rolled: 'followup_months' },
  listed_followup_due_date: { months_rolled: 'followup_months_listed' }
} as const satisfies Record<string, Length>;

export const clockColumns = Object.keys(clocks) as (keyof typeof clocks)[];

/** Where every clock ends that starts on the day, in the order of `clockColumns`. */
export function dueDays(day: Day, calendar: Calendar, spans: ReturnType<typeof parameterSpans>): Day[] {
  const held = (key: string) => Number(valueOn(spans, key, day));
  return clockColumns.map((column) => {
    const length: Length = clocks[column];
    if ('days_rolled' in length) return calendar.addDaysRoll(day, held(length.days_rolled));
    if ('workdays' in length) return calendar.addWorkdays(day, held(length.workdays));
    if ('months' in length) return addMonths(day, held(length.months));
    return calendar.roll(addMonths(day, held(length.months_rolled)));
  });
}
