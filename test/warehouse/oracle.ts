/**
 * What the indicators must be, computed slowly and plainly from the records that are known: no SQL, no shared
 * predicates, the State Council's days by hand. A record is what was submitted, dates as `YYYY-MM-DD…` texts.
 */
import { addDays, addMonths, days, type Day } from '#warehouse/calendar.ts';
import { afterWorkdays, rolled } from './official-days.ts';

export type Said = Readonly<Record<string, unknown>>;

export interface Known {
  /** The day of the publication, and of the first one there was. */
  day: Day;
  first_day: Day;
  /** Every version, oldest first, with the day on which it was published. */
  institutions: readonly Version[];
  committees: readonly Version[];
  /** The version that holds of each record, and the day on which it was published. */
  reviews: readonly Version[];
  rectifications: readonly Version[];
  cases: readonly Version[];
  bases: readonly Version[];
  /** What was handed in, for which institution and period. */
  coverage: readonly {
    report: string;
    uscc: string;
    period: string;
    day: Day;
    rows: number;
    rejected: number;
  }[];
}
export interface Version {
  row: Said;
  day: Day;
}

export interface Sums {
  numerator: number;
  denominator: number | null;
  missing: number;
}
/** By institution. */
export type Answer = Map<string, Sums>;

const text = (row: Said, field: string): string => {
  const value = row[field];
  return typeof value === 'string' ? value : '';
};
const date = (row: Said, field: string): Day | null => text(row, field).slice(0, 10) || null;
const yes = (row: Said, field: string): boolean => row[field] === true || row[field] === 'Y';
const number = (row: Said, field: string): number => Number(row[field] ?? 0);
const isVoid = (row: Said) => row['row_action'] === 'void';

interface Period {
  start: Day;
  end: Day;
}

export function periodOf(name: string): Period {
  const quarter = /^(\d{4})-Q([1-4])$/.exec(name);
  const start = quarter
    ? `${quarter[1]}-${String(Number(quarter[2]) * 3 - 2).padStart(2, '0')}-01`
    : `${name}-01`;
  return { start, end: addDays(addMonths(start, quarter ? 3 : 1), -1) };
}
const within = (day: Day | null, { start, end }: Period) => day !== null && start <= day && day <= end;
const earlier = (a: Day, b: Day): Day => (a < b ? a : b);

/** What was derived from the same knowledge before. */
const derived = new WeakMap<Known, Map<string, unknown>>();
function once<T>(known: Known, what: string, derive: () => T): T {
  const all = derived.get(known) ?? new Map<string, unknown>();
  derived.set(known, all);
  if (!all.has(what)) all.set(what, derive());
  return all.get(what) as T;
}

interface Span {
  row: Said;
  from: Day;
  to: Day;
}

/** One entry of the registry after another; the last word about a day of effect counts. */
const spansOf = (known: Known, uscc: string): Span[] =>
  once(known, `spans of ${uscc}`, () => makeSpans(known, uscc));

function makeSpans(known: Known, uscc: string): Span[] {
  const versions = known.institutions.filter(({ row }) => text(row, 'institution_uscc') === uscc);
  const newest = versions.at(-1);
  if (!newest || isVoid(newest.row)) return [];
  const byEffect = new Map(versions.map(({ row }) => [date(row, 'valid_from') ?? '', row]));
  const sorted = [...byEffect].filter(([, row]) => !isVoid(row)).sort(([a], [b]) => a.localeCompare(b));
  return sorted.map(([from, row], i) => ({ row, from, to: sorted[i + 1]?.[0] ?? '9999-12-31' }));
}

const registered = (known: Known): string[] =>
  [...new Set(known.institutions.map(({ row }) => text(row, 'institution_uscc')))].filter(
    (uscc) => spansOf(known, uscc).length > 0
  );

/** The entry that holds on a day, if the institution is active by it. */
function activeOn(known: Known, uscc: string, day: Day): Said | undefined {
  const span = spansOf(known, uscc).find(({ from, to }) => from <= day && day < to);
  const until = span && date(span.row, 'valid_to');
  return span && text(span.row, 'institution_status') === 'active' && (!until || until > day)
    ? span.row
    : undefined;
}

interface Committee {
  id: string;
  uscc: string;
  row: Said;
  established: Day;
  ceased: Day | null;
}

/** Those of registered institutions. One ceased on the day when it was first said to be no longer active. */
const committeesOf = (known: Known): Committee[] => once(known, 'committees', () => makeCommittees(known));

function makeCommittees(known: Known): Committee[] {
  const lives = Map.groupBy(known.committees, ({ row }) => text(row, 'committee_id'));
  return [...lives].flatMap(([id, versions]) => {
    const newest = versions.at(-1)?.row;
    if (!newest || isVoid(newest)) return [];
    const uscc = text(newest, 'institution_uscc');
    if (spansOf(known, uscc).length === 0) return [];
    const established = date(newest, 'established_date') ?? '';
    const told = versions.filter(({ row }) => !isVoid(row));
    const active = told.findLastIndex(({ row }) => row['committee_status'] === 'active');
    const ceased = active < 0 ? established : (told[active + 1]?.day ?? null);
    return [{ id, uscc, row: newest, established, ceased }];
  });
}

const standsOn = ({ established, ceased }: Committee, day: Day) =>
  established <= day && (ceased === null || ceased > day);

interface Review {
  uscc: string;
  row: Said;
  accepted: Day | null;
  decided: Day | null;
  due: Day | null;
}

const reviewsOf = (known: Known): Review[] => once(known, 'reviews', () => makeReviews(known));

function makeReviews(known: Known): Review[] {
  const owners = new Map(committeesOf(known).map(({ id, uscc }) => [id, uscc]));
  return known.reviews.flatMap(({ row }) => {
    const uscc = owners.get(text(row, 'committee_id'));
    if (uscc === undefined || isVoid(row)) return [];
    const accepted = date(row, 'accepted_at');
    const extended = date(row, 'extended_due_date');
    const due =
      text(row, 'procedure_kind') === 'emergency'
        ? accepted && addDays(accepted, 3)
        : yes(row, 'is_extended') && text(row, 'extension_reason') !== '' && extended !== null
          ? extended
          : accepted && rolled(addDays(accepted, 30));
    return [{ uscc, row, accepted, decided: date(row, 'decision_at'), due }];
  });
}

const ofRegistered = (known: Known, versions: readonly Version[]) =>
  versions.filter(({ row }) => !isVoid(row) && spansOf(known, text(row, 'institution_uscc')).length > 0);

export interface Owed {
  report: string;
  uscc: string;
  period: string;
  end: Day;
  due: Day;
  staff: number;
  received: Day | null;
}

/** What institutions owe for the periods that ended since the first publication. */
export const owedReports = (known: Known): Owed[] => once(known, 'owed', () => makeOwed(known));

function makeOwed(known: Known): Owed[] {
  const committees = committeesOf(known);
  const years = [2025, 2026, 2027];
  const quarters = years.flatMap((year) => [1, 2, 3, 4].map((n) => `${year}-Q${n}`));
  const months = years.flatMap((year) =>
    Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`)
  );
  const tenth = (month: string) => rolled(`${addMonths(`${month}-01`, 1).slice(0, 7)}-10`);
  const calls: { report: string; period: string; end: Day; due: Day }[] = [
    ...years.map((year) => ({
      report: 'R01',
      period: String(year),
      end: `${year}-12-31`,
      due: `${year + 1}-01-31`
    })),
    ...quarters.flatMap((period) =>
      ['R02', 'R21'].map((report) => {
        const { end } = periodOf(period);
        return { report, period, end, due: afterWorkdays(end, 10) };
      })
    ),
    ...months.map((period) => ({ report: 'R04', period, end: periodOf(period).end, due: tenth(period) }))
  ];
  return calls
    .filter(({ end }) => end >= known.first_day)
    .flatMap((call) =>
      registered(known).flatMap((uscc) => {
        const span = spansOf(known, uscc).find(({ from, to }) => from <= call.end && call.end < to);
        if (!span) return [];
        const active = activeOn(known, uscc, call.end) !== undefined;
        const own = committees.filter((committee) => committee.uscc === uscc);
        const ever = own.some(({ established, ceased }) => ceased === null || ceased > established);
        const standing = own.some((committee) => standsOn(committee, call.end));
        const owes = {
          R01: active,
          R02: standing || (yes(span.row, 'has_committee') && !ever),
          R04: standing,
          R21: yes(span.row, 'has_research_tasks') && active
        }[call.report];
        if (!owes) return [];
        const received = known.coverage
          .filter(
            ({ report, period, ...one }) =>
              report === call.report && period === call.period && one.uscc === uscc
          )
          .filter(({ rows, rejected }) => rows === 0 || rejected < rows)
          .map(({ day }) => day)
          .sort()[0];
        return [
          { ...call, uscc, staff: number(span.row, 'research_staff_count'), received: received ?? null }
        ];
      })
    );
}

/** Rejected rows of a report, by the end of the period they speak of. */
function rejectedRows(known: Known, report: string, period: Period): [string, number][] {
  return known.coverage
    .filter((one) => one.report === report && within(endOf(one.period), period))
    .map(({ uscc, rejected }) => [uscc, rejected]);
}
const endOf = (period: string): Day => (/^\d{4}$/.test(period) ? `${period}-12-31` : periodOf(period).end);

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
