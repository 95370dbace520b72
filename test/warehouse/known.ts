/**
 * What follows from the records that are known, slowly and plainly: no SQL, no shared predicates, the State Council's
 * days by hand. A record is what was submitted, dates as `YYYY-MM-DD…` texts.
 */
import { addDays, addMonths, type Day } from '#warehouse/calendar.ts';
import { rolled } from './official-days.ts';

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
  /** Every version of projects and listed activities; of partnerships and delegations those that hold. */
  projects?: readonly Version[];
  activities?: readonly Version[];
  partnerships?: readonly Version[];
  delegations?: readonly Version[];
  /** What was handed in, for which institution and period. */
  /** Rejected rows whose record has not been handed in again. */
  rejected: readonly { report: string; period: string; uscc: string }[];
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

export const text = (row: Said, field: string): string => {
  const value = row[field];
  return typeof value === 'string' ? value : '';
};
export const date = (row: Said, field: string): Day | null => text(row, field).slice(0, 10) || null;
export const yes = (row: Said, field: string): boolean => row[field] === true || row[field] === 'Y';
export const number = (row: Said, field: string): number => Number(row[field] ?? 0);
const isVoid = (row: Said) => row['row_action'] === 'void';

export interface Period {
  start: Day;
  end: Day;
}

export function periodOf(name: string): Period {
  const [year = '', part = ''] = name.split('-');
  const nth = Number(part.slice(1));
  const [month, months] =
    part === ''
      ? [1, 12]
      : part.startsWith('Q')
        ? [nth * 3 - 2, 3]
        : part.startsWith('H')
          ? [nth * 6 - 5, 6]
          : part.startsWith('S')
            ? [nth * 6 - 4, 6]
            : [Number(part), 1];
  const start = `${year}-${String(month).padStart(2, '0')}-01`;
  return { start, end: addDays(addMonths(start, months), -1) };
}
export const within = (day: Day | null, { start, end }: Period) => day !== null && start <= day && day <= end;
export const earlier = (a: Day, b: Day): Day => (a < b ? a : b);

/** What was derived from the same knowledge before. */
const derived = new WeakMap<Known, Map<string, unknown>>();
export function once<T>(known: Known, what: string, derive: () => T): T {
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
export const spansOf = (known: Known, uscc: string): Span[] =>
  once(known, `spans of ${uscc}`, () => makeSpans(known, uscc));

function makeSpans(known: Known, uscc: string): Span[] {
  const versions = known.institutions.filter(({ row }) => text(row, 'institution_uscc') === uscc);
  const newest = versions.at(-1);
  if (!newest || isVoid(newest.row)) return [];
  const byEffect = new Map(versions.map(({ row }) => [date(row, 'valid_from') ?? '', row]));
  const sorted = [...byEffect].filter(([, row]) => !isVoid(row)).sort(([a], [b]) => a.localeCompare(b));
  return sorted.map(([from, row], i) => ({ row, from, to: sorted[i + 1]?.[0] ?? '9999-12-31' }));
}

export const registered = (known: Known): string[] =>
  [...new Set(known.institutions.map(({ row }) => text(row, 'institution_uscc')))].filter(
    (uscc) => spansOf(known, uscc).length > 0
  );

/** The entry that holds on a day, if the institution is active by it. */
export function activeOn(known: Known, uscc: string, day: Day): Said | undefined {
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
export const committeesOf = (known: Known): Committee[] =>
  once(known, 'committees', () => makeCommittees(known));

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

export const standsOn = ({ established, ceased }: Committee, day: Day) =>
  established <= day && (ceased === null || ceased > day);

interface Review {
  uscc: string;
  row: Said;
  accepted: Day | null;
  decided: Day | null;
  due: Day | null;
}

export const reviewsOf = (known: Known): Review[] => once(known, 'reviews', () => makeReviews(known));

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

export const ofRegistered = (known: Known, versions: readonly Version[]) =>
  versions.filter(({ row }) => !isVoid(row) && spansOf(known, text(row, 'institution_uscc')).length > 0);
