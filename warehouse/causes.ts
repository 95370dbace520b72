/**
 * From the single moves of a figure to its causes. The effect of a cause on the value is what its moves make of it when
 * all moves are made one after the other: publication by publication, and within one in the order of the causes. So
 * the effects add up to the whole change, and every step is a value that the figure really could have had.
 */
import { quantileOf, valueOf } from './assess.ts';
import type { Indicator, NamedValue } from './catalogue/declare.ts';
import type { Day } from './calendar.ts';

export const CAUSES = ['rule', 'scope', 'corrections', 'new_reports', 'time'] as const;
/**
 * `rule`: program, calendar or parameters had changed, and all was computed anew. `scope`: the institution came in or
 * went out. `corrections`: records were told otherwise for the same period, voided or withdrawn. `new_reports`: more was
 * handed in. `time`: days went by, so that dues fell and periods turned.
 */
export type CauseName = (typeof CAUSES)[number];

/** How a publication moved what belongs to one institution, or to a department. */
export interface Move {
  number: number;
  day: Day;
  /** Null for what stood before. */
  cause: CauseName | null;
  /** '' where a department owns it, and where it has left the asker's sight. */
  institution_uscc: string;
  institution_name: string | null;
  dept: string | null;
  /** Of a quantile: the records that took so many days. */
  days: number | null;
  numerator: number;
  denominator: number;
  missing: number;
  /** Files that touched its records. */
  submissions: number[] | null;
}

/** Sums of moves: of a quantile the denominator is the number of records. */
interface Sums {
  numerator: number;
  denominator: number;
  missing: number;
}
export interface Cause extends Sums {
  cause: CauseName;
  institutions: number;
  publications: number;
  /** On the value, in its unit; null where the value is not known before or after. */
  effect: number | null;
}
export interface ChangedRow extends Sums {
  cause: CauseName;
  institution_uscc: string;
  institution_name: string | null;
  dept: string | null;
  /** Newest first. */
  publications: { number: number; day: Day; submissions: number[] }[];
}

const owner = ({ institution_uscc, dept }: Pick<Move, 'institution_uscc' | 'dept'>) =>
  `${institution_uscc} ${dept ?? ''}`;

const sum = (moves: readonly Move[], part: keyof Sums): number =>
  moves.reduce((all, move) => all + move[part], 0);

const sums = (moves: readonly Move[]): Sums => ({
  numerator: sum(moves, 'numerator'),
  denominator: sum(moves, 'denominator'),
  missing: sum(moves, 'missing')
});

export function byCause(indicator: Indicator, value: NamedValue, moves: readonly Move[]): Cause[] {
  const effects = effectsOf(indicator, value, moves);
  return CAUSES.map((cause) => {
    const own = moves.filter((move) => move.cause === cause);
    return {
      cause,
      institutions: new Set(own.map(owner)).size,
      publications: new Set(own.map(({ number }) => number)).size,
      ...sums(own),
      effect: effects?.get(cause) ?? (effects && 0)
    };
  });
}

export function byInstitution(moves: readonly Move[]): ChangedRow[] {
  const size = (row: Sums) => Math.abs(row.numerator) + Math.abs(row.denominator) + Math.abs(row.missing);
  return [...Map.groupBy(moves, (move) => `${move.cause} ${owner(move)}`).values()]
    .flatMap((own): ChangedRow[] => {
      const [first] = own;
      if (!first?.cause) return [];
      const { cause, institution_uscc, institution_name, dept } = first;
      const publications = [...Map.groupBy(own, ({ number }) => number).values()].flatMap(([move]) =>
        move ? [{ number: move.number, day: move.day, submissions: move.submissions ?? [] }] : []
      );
      return [
        {
          cause,
          institution_uscc,
          institution_name,
          dept,
          ...sums(own),
          publications: publications.toSorted((a, b) => b.number - a.number)
        }
      ];
    })
    .sort((a, b) => size(b) - size(a) || owner(a).localeCompare(owner(b)));
}

/** By cause; null where the value is not known at both ends. */
function effectsOf(
  indicator: Indicator,
  value: NamedValue,
  moves: readonly Move[]
): Map<CauseName, number> | null {
  const standing = standingOf(indicator, value);
  standing.add(moves.filter(({ cause }) => cause === null));
  let last = standing.value();
  if (last === null) return null;
  const effects = new Map<CauseName, number>();
  const later = Map.groupBy(
    moves.filter(({ cause }) => cause !== null),
    ({ number }) => number
  );
  for (const [, together] of [...later].sort(([a], [b]) => a - b))
    for (const cause of CAUSES) {
      standing.add(together.filter((move) => move.cause === cause));
      // Where nothing is left for a while, what comes next is compared with what was last known.
      const next: number = standing.value() ?? last;
      effects.set(cause, (effects.get(cause) ?? 0) + next - last);
      last = next;
    }
  return standing.value() === null ? null : effects;
}

/** The value of what has been added up so far. */
function standingOf(indicator: Indicator, value: NamedValue) {
  const total = { numerator: 0, denominator: 0, missing: 0 };
  const histogram = new Map<number, number>();
  const { shape } = value;
  return {
    add(moves: readonly Move[]) {
      for (const { numerator, denominator, missing, days } of moves) {
        total.numerator += numerator;
        total.denominator += denominator;
        total.missing += missing;
        if (days !== null) histogram.set(days, (histogram.get(days) ?? 0) + denominator);
      }
    },
    value: (): number | null =>
      shape.kind === 'days'
        ? quantileOf(
            [...histogram].map(([days, n]) => ({ days, n })),
            shape.quantile
          )
        : valueOf(indicator, value, total).value
  };
}
