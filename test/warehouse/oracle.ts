/** What the indicators must be, counted by hand from what is known. */
import { addDays, addMonths, days, type Day } from '#warehouse/calendar.ts';
import {
  activeOn,
  committeesOf,
  date,
  earlier,
  number,
  ofRegistered,
  periodOf,
  registered,
  reviewsOf,
  standsOn,
  text,
  within,
  yes,
  type Known,
  type Period
} from './known.ts';
import { owedReports } from './owed.ts';
import { rolled } from './official-days.ts';

export interface Sums {
  numerator: number;
  denominator: number | null;
  missing: number;
}
/** By institution. */
export type Answer = Map<string, Sums>;

/** Rejected rows of a report that are still owed, by the end of the period they speak of. */
function rejectedRows(known: Known, report: string, period: Period): [string, number][] {
  return known.rejected
    .filter((one) => one.report === report && within(endOf(one.period), period))
    .map(({ uscc }) => [uscc, 1]);
}
const endOf = (period: string): Day => periodOf(period).end;

class Tally {
  readonly answer: Answer = new Map();
  readonly #rate: boolean;
  constructor(rate: boolean) {
    this.#rate = rate;
  }
  add(uscc: string, counts: number, among: number, missing = 0): void {
    const sums = this.answer.get(uscc) ?? { numerator: 0, denominator: this.#rate ? 0 : null, missing: 0 };
    sums.numerator += counts;
    if (sums.denominator !== null) sums.denominator += among;
    sums.missing += missing;
    this.answer.set(uscc, sums);
  }
}

/** The indicators' values that are counted by hand here. */
export const countedByHand: readonly string[] = [
  'IND-02-01 rate',
  'IND-02-03 rate',
  'IND-04-01 rate',
  'IND-07-02 rate',
  'IND-07-04 count',
  'IND-09-04 open',
  'IND-09-04 overdue',
  'IND-G2-01 rate',
  'IND-G2-04 rate',
  'IND-G2-05 count'
];

/** The sums of an indicator's named value in a period, by institution. */
export function expectedSums(known: Known, id: string, name: string, periodName: string): Answer {
  const period = periodOf(periodName);
  const at = earlier(period.end, known.day);
  const dueUntil = earlier(period.end, addDays(known.day, -1));
  const fell = (due: Day | null) => within(due, period) && due !== null && due <= dueUntil;
  const after = (day: Day | null) => day === null || day > at;
  const tally = new Tally(!['IND-07-04', 'IND-09-04', 'IND-G2-05'].includes(id));
  switch (`${id} ${name}`) {
    case 'IND-02-01 rate':
      for (const uscc of registered(known)) {
        const row = activeOn(known, uscc, at);
        if (!row || !yes(row, 'sensitive_involved') || !yes(row, 'has_research_tasks')) continue;
        if (text(row, 'institution_kind') === 'sci_tech_society') continue;
        const own = committeesOf(known).filter((committee) => committee.uscc === uscc);
        const has = own.some((committee) => standsOn(committee, at));
        const unreported = !has && yes(row, 'has_committee') && own.every((c) => c.ceased === c.established);
        tally.add(uscc, Number(has), 1, Number(unreported));
      }
      break;
    case 'IND-02-03 rate':
      for (const { uscc, row, established, ceased } of committeesOf(known)) {
        const due = rolled(addDays(established, 30));
        if (established < '2023-12-01' || due > dueUntil || !after(ceased)) continue;
        const on = date(row, 'platform_registered_date');
        tally.add(uscc, Number(on !== null && on <= due), 1);
      }
      for (const [uscc, n] of rejectedRows(known, 'R02', period)) tally.add(uscc, 0, 0, n);
      break;
    case 'IND-04-01 rate':
      for (const { row } of ofRegistered(known, known.bases)) {
        if (text(row, 'period') !== periodName || period.end > at) continue;
        const staff = number(row, 'research_staff_end');
        tally.add(text(row, 'institution_uscc'), Math.min(number(row, 'staff_trained_ytd'), staff), staff);
      }
      if (period.end <= dueUntil)
        for (const owed of owedReports(known))
          if (owed.report === 'R21' && owed.period === periodName && !owed.received)
            tally.add(owed.uscc, 0, 0, owed.staff);
      break;
    case 'IND-07-02 rate':
      for (const { uscc, row, due, decided } of reviewsOf(known)) {
        if (!['general', 'simplified'].includes(text(row, 'procedure_kind'))) continue;
        if (text(row, 'decision') === 'withdrawn' || !fell(due)) continue;
        tally.add(uscc, Number(decided !== null && due !== null && decided <= due), 1);
      }
      for (const [uscc, n] of rejectedRows(known, 'R04', period)) tally.add(uscc, 0, 0, n);
      break;
    case 'IND-07-04 count':
      for (const { uscc, row, accepted, due, decided } of reviewsOf(known))
        if (
          accepted &&
          due &&
          text(row, 'procedure_kind') !== 'exempt' &&
          accepted <= at &&
          due < at &&
          after(decided)
        )
          tally.add(uscc, 1, 0);
      for (const [uscc, n] of rejectedRows(known, 'R04', period)) tally.add(uscc, 0, 0, n);
      break;
    case 'IND-09-04 open':
    case 'IND-09-04 overdue':
      for (const { row } of ofRegistered(known, known.cases)) {
        const begun = date(row, 'accept_decision_date') ?? date(row, 'received_date');
        if (text(row, 'accept_decision') !== 'accepted' || !begun || begun > at) continue;
        if (!after(date(row, 'closed_date'))) continue;
        const accepted = date(row, 'accept_decision_date');
        const due =
          date(row, 'extended_due_date') ??
          date(row, 'investigation_due_date') ??
          (accepted && addMonths(accepted, 6));
        const overdue = due !== null && due < at && after(date(row, 'investigation_closed_date'));
        if (name === 'open' || overdue) tally.add(text(row, 'institution_uscc'), 1, 0);
      }
      for (const [uscc, n] of rejectedRows(known, 'R09', period)) tally.add(uscc, 0, 0, n);
      break;
    case 'IND-G2-01 rate':
      for (const { uscc, due, received } of owedReports(known))
        if (fell(due)) tally.add(uscc, Number(received !== null && received <= due), 1);
      break;
    case 'IND-G2-04 rate':
      for (const { row } of ofRegistered(known, known.rectifications)) {
        const due = date(row, 'extended_due_date') ?? date(row, 'due_date');
        if (text(row, 'rect_status') === 'cancelled' || !fell(due)) continue;
        const submitted = date(row, 'report_submitted_date');
        const inTime = submitted !== null && due !== null && submitted <= due;
        const result = text(row, 'acceptance_result');
        const passed = ['passed', 'passed_conditional'].includes(result);
        tally.add(
          text(row, 'institution_uscc'),
          Number(inTime && passed),
          1,
          Number(inTime && result === '')
        );
      }
      break;
    case 'IND-G2-05 count':
      for (const { row, day } of ofRegistered(known, known.rectifications)) {
        const [issued, submitted] = [date(row, 'issued_date'), date(row, 'report_submitted_date')];
        const due = date(row, 'extended_due_date') ?? date(row, 'due_date');
        const status = text(row, 'rect_status');
        const done =
          status === 'cancelled'
            ? issued
            : ['submitted', 'closed'].includes(status)
              ? (submitted ?? date(row, 'accepted_date') ?? day)
              : null;
        if (issued && due && issued <= at && due < at && after(done))
          tally.add(text(row, 'institution_uscc'), 1, 0);
      }
      for (const [uscc, n] of rejectedRows(known, 'R08', period)) tally.add(uscc, 0, 0, n);
      break;
    default:
      throw new RangeError(`No oracle for ${id} ${name}`);
  }
  return tally.answer;
}

/** Days from acceptance to decision of the reviews decided in a period, by institution. */
export function expectedDays(known: Known, periodName: string): Map<string, number[]> {
  const period = periodOf(periodName);
  const found = new Map<string, number[]>();
  for (const { uscc, accepted, decided } of reviewsOf(known))
    if (accepted && decided && within(decided, period) && decided <= known.day)
      found.set(uscc, [...(found.get(uscc) ?? []), days(accepted, decided)]);
  return found;
}

/** By sorting: between two neighbours in proportion. */
export function quantile(list: readonly number[], q: number): number | null {
  if (list.length === 0) return null;
  const sorted = list.toSorted((a, b) => a - b);
  const place = q * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
  return low + (high - low) * (place - Math.floor(place));
}
