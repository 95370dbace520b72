/**
 * Who owes which report for which period and by when, counted plainly from what is known: the forms' words by hand, no
 * SQL and no declaration. Reports whose records the stories do not have (projects, delegations …) are owed by nobody.
 */
import { addMonths, type Day } from '#warehouse/calendar.ts';
import {
  activeOn,
  committeesOf,
  date,
  number,
  ofRegistered,
  once,
  periodOf,
  registered,
  spansOf,
  text,
  yes,
  type Known,
  type Period
} from './known.ts';
import { afterWorkdays, rolled } from './official-days.ts';

export interface Owed {
  report: string;
  uscc: string;
  period: string;
  start: Day;
  end: Day;
  due: Day;
  staff: number;
  received: Day | null;
}

/** What institutions owe for the periods that ended since the first publication, the running ones too. */
export const owedReports = (known: Known): Owed[] => once(known, 'owed', () => makeOwed(known));

const YEARS = [2025, 2026, 2027];
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);
const tenth = ({ end }: Period) => rolled(`${addMonths(`${end.slice(0, 7)}-01`, 1).slice(0, 7)}-10`);
const tenWorkdays = ({ end }: Period) => afterWorkdays(end, 10);
const year = (period: Period) => Number(period.start.slice(0, 4));

/** Names of the periods in a year, reports, and the due day. */
const CALLS: readonly [(year: number) => string[], readonly string[], (period: Period) => Day][] = [
  [(y) => [`${y}`], ['R01'], (period) => `${year(period) + 1}-01-31`],
  [(y) => [`${y}`], ['R22'], (period) => `${year(period)}-12-15`],
  [(y) => upTo(4).map((n) => `${y}-Q${n}`), ['R02', 'R03', 'R10', 'R12', 'R13', 'R21'], tenWorkdays],
  [(y) => upTo(12).map((n) => `${y}-${String(n).padStart(2, '0')}`), ['R04', 'R05', 'R08', 'R09'], tenth],
  [(y) => [`${y}-H1`], ['R17'], (period) => `${year(period)}-07-15`],
  [(y) => [`${y}-H2`], ['R17'], (period) => `${year(period) + 1}-01-15`],
  [(y) => [`${y}-S1`], ['R11'], (period) => `${year(period)}-03-31`],
  [(y) => [`${y}-S2`], ['R11'], (period) => `${year(period)}-09-30`]
];

function makeOwed(known: Known): Owed[] {
  const called = CALLS.flatMap(([names, reports, due]) =>
    YEARS.flatMap(names).flatMap((name) => {
      const period = periodOf(name);
      return reports.map((report) => ({ report, period: name, ...period, due: due(period) }));
    })
  ).filter(({ start, end, due }) => end >= known.first_day && due >= known.first_day && start <= known.day);
  return registered(known).flatMap((uscc) => {
    const standing = standingOf(known, uscc);
    return called.flatMap((call) => {
      const entry = standing.entry(call.end);
      if (!entry || !standing.owes(call.report, call)) return [];
      const staff = number(entry, 'research_staff_count');
      return [{ ...call, uscc, staff, received: receivedFor(known, uscc, call) }];
    });
  });
}

/** Begun by the period's end, and not over before its second day: what ends on a day is over on it. */
const reaches = (from: Day | null, ended: Day | null, { start, end }: Period) =>
  from !== null && from <= end && (ended === null || (ended > start && ended > from));

function standingOf(known: Known, uscc: string) {
  const committees = committeesOf(known).filter((one) => one.uscc === uscc);
  const own = (versions: Known['cases']) =>
    ofRegistered(known, versions).filter(({ row }) => text(row, 'institution_uscc') === uscc);
  const rectifications = own(known.rectifications).map(({ row, day }) => ({
    from: date(row, 'issued_date'),
    ended:
      text(row, 'rect_status') === 'cancelled'
        ? date(row, 'issued_date')
        : text(row, 'rect_status') === 'closed'
          ? (date(row, 'accepted_date') ?? day)
          : null
  }));
  const cases = own(known.cases).map(({ row }) => ({
    from: date(row, 'received_date'),
    ended: date(row, 'closed_date')
  }));
  const entry = (day: Day) => spansOf(known, uscc).find(({ from, to }) => from <= day && day < to)?.row;
  const owes = (report: string, period: Period): boolean => {
    const row = activeOn(known, uscc, period.end);
    if (!row) return false;
    const committee = committees.some((one) => reaches(one.established, one.ceased, period));
    const ever = committees.some(({ established, ceased }) => ceased === null || ceased > established);
    switch (report) {
      case 'R01':
        return true;
      case 'R02':
      case 'R03':
        return committee || (yes(row, 'has_committee') && !ever);
      case 'R04':
      case 'R05':
        return committee;
      case 'R08':
        return rectifications.some(({ from, ended }) => reaches(from, ended, period));
      case 'R09':
        return cases.some(({ from, ended }) => reaches(from, ended, period));
      case 'R11':
        return text(row, 'institution_kind') === 'university';
      default:
        return yes(row, 'has_research_tasks');
    }
  };
  return { entry, owes };
}

/** The first day on which something was accepted, or without that a declaration that there is nothing. */
function receivedFor(known: Known, uscc: string, call: { report: string; period: string }): Day | null {
  const mine = known.coverage.filter(
    ({ report, period, ...one }) => report === call.report && period === call.period && one.uscc === uscc
  );
  const accepted = mine.filter(({ rows, rejected }) => rejected < rows);
  const counted = accepted.length > 0 ? accepted : mine.filter(({ rows }) => rows === 0);
  return counted.map(({ day }) => day).sort()[0] ?? null;
}
