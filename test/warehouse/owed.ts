/**
 * Who owes which report for which period and by when, counted plainly from what is known: the forms' words by hand, no
 * SQL and no declaration.
 */
import { addDays, addMonths, type Day } from '#warehouse/calendar.ts';
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
  type Period,
  type Version
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

const MONTHLY = ['R04', 'R05', 'R08', 'R09', 'R15'];
const QUARTERLY = ['R02', 'R03', 'R06', 'R07', 'R10', 'R12', 'R13', 'R14', 'R21'];

/** Names of the periods in a year, reports, and the due day. */
const CALLS: readonly [(year: number) => string[], readonly string[], (period: Period) => Day][] = [
  [(y) => [`${y}`], ['R01'], (period) => `${year(period) + 1}-01-31`],
  [(y) => [`${y}`], ['R22'], (period) => `${year(period)}-12-15`],
  [(y) => upTo(4).map((n) => `${y}-Q${n}`), QUARTERLY, tenWorkdays],
  [(y) => upTo(12).map((n) => `${y}-${String(n).padStart(2, '0')}`), MONTHLY, tenth],
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
  const undertakings = undertakingsOf(known).filter((one) => one.uscc === uscc);
  const delegations = own(known.delegations ?? []).map(({ row }) => ({
    from: date(row, 'valid_from'),
    ended: dayAfter(date(row, 'valid_to'))
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
      case 'R06':
        return undertakings.some(({ isListed, from, ended }) => isListed && reaches(from, ended, period));
      case 'R07':
        return delegations.some(({ from, ended }) => reaches(from, ended, period));
      case 'R14':
        return undertakings.some(({ isAbroad, from, ended }) => isAbroad && reaches(from, ended, period));
      case 'R15':
        return undertakings.some(({ isRisky, from, ended }) => isRisky && reaches(from, ended, period));
      case 'R11':
        return text(row, 'institution_kind') === 'university';
      default:
        return yes(row, 'has_research_tasks');
    }
  };
  return { entry, owes };
}

/** A project, or a listed activity of one, from its first day until it is over. */
interface Undertaking {
  uscc: string;
  from: Day;
  ended: Day | null;
  isListed: boolean;
  isAbroad: boolean;
  isRisky: boolean;
}

const dayAfter = (day: Day | null) => day && addDays(day, 1);
const earliest = (...days: (Day | null)[]): Day | null =>
  days.filter((day) => day !== null).sort()[0] ?? null;

/** Its newest version; the day on which it was first said to be over, and has been said ever since. */
function lastWords(versions: readonly Version[], key: string, status: string) {
  const lives = Map.groupBy(versions, ({ row }) => text(row, key));
  return [...lives].flatMap(([id, told]) => {
    const newest = told.at(-1);
    if (!newest || newest.row['row_action'] === 'void') return [];
    const said = told.filter(({ row }) => row['row_action'] !== 'void');
    const open = said.findLastIndex(({ row }) => !['terminated', 'completed'].includes(text(row, status)));
    return [{ id, ...newest, over: said[open + 1]?.day ?? null }];
  });
}

const undertakingsOf = (known: Known): Undertaking[] =>
  once(known, 'undertakings', () => makeUndertakings(known));

function makeUndertakings(known: Known): Undertaking[] {
  const abroad = new Set(
    (known.partnerships ?? [])
      .filter(({ row }) => row['row_action'] !== 'void')
      .map(({ row }) => text(row, 'project_id'))
  );
  const projects = lastWords(known.projects ?? [], 'project_id', 'project_status').map(
    ({ id, row, day, over }) => ({
      id,
      uscc: text(row, 'institution_uscc'),
      from: date(row, 'start_date') ?? date(row, 'approved_project_date') ?? day,
      ended: earliest(dayAfter(date(row, 'end_date')), over),
      isListed: text(row, 'list_item') !== 'none',
      isAbroad: yes(row, 'is_international') || abroad.has(id),
      isRisky: ['high', 'extreme'].includes(text(row, 'risk_level')) || text(row, 'list_item') !== 'none'
    })
  );
  const byId = new Map(projects.map((one) => [one.id, one]));
  const activities = lastWords(known.activities ?? [], 'list_activity_id', 'activity_status').flatMap(
    ({ row, day, over }): Undertaking[] => {
      const project = byId.get(text(row, 'project_id'));
      if (!project) return [];
      const steps = ['rereview_applied_date', 'final_decision_date', 'activity_start_date'];
      const from = earliest(...steps.map((field) => date(row, field))) ?? day;
      const ended = earliest(over, project.ended);
      return [{ uscc: project.uscc, from, ended, isListed: true, isAbroad: false, isRisky: false }];
    }
  );
  return [...projects, ...activities];
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
