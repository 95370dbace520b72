/**
 * What an indicator is: one entry of `warehouse/catalogue/measure-….ts`. SQL, page, membership list, status,
 * dictionary and export derive from it. Predicates are SQL over the columns of its mart and of `t`, the period:
 * `period` (its name), `period_start`, `period_end`, `year_start`, `at_date` (the day the figure is valued at: min(period end, as-of)),
 * `due_until` (last day whose dues have fallen by then), and every numeric parameter as it holds on that day, by its key.
 */
import type { DuePeriod, Words } from '#ingest/declare.ts';
import type { Mart } from './marts.ts';

export type { Mart };

export type Measure =
  '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '10' | '11' | '12' | 'G1' | 'G2' | 'G3';

/** Percent, a number of things, days, or things for every thousand. */
export type Unit = 'percent' | 'count' | 'days' | 'per_thousand';

/** What figures are grouped by besides the city as a whole. */
export type Grouping = 'department' | 'district' | 'kind' | 'affiliation' | 'institution' | 'committee';

/**
 * Which rows belong to a period: those whose date falls in it, or those that stand at its end. `only` says of the row
 * alone which can ever stand, where there are few among many.
 */
export type Timing = { flow: string; until?: 'at_date' | 'due_until' } | { stock: true; only?: string };

/** Some rows of a mart, and what each of them weighs (1, if not said). */
export interface Part {
  mart: Mart;
  timing: Timing;
  among: string;
  weight?: string;
  /** Columns of this mart shown beside each record. */
  facts: readonly string[];
}

/** Over the rows of the value's own mart. */
export type RowShape =
  /** Σ numerator ÷ Σ denominator over rows; the weights default to 1 a row. */
  | { kind: 'ratio'; among: string; counts: string; numerator_weight?: string; denominator_weight?: string }
  /** Number of rows, or the sum of a weight; `among`: the rows that might count, where of some it is not known. */
  | { kind: 'count'; counts: string; weight?: string; among?: string }
  /** An exact quantile of whole days; the indicator's values share one histogram. */
  | { kind: 'days'; among: string; days: string; dimension: string; quantile: number };

/** Over rows of several marts. */
export type PartShape =
  /** Σ over some rows ÷ Σ over others, of which the first need not be part. */
  | { kind: 'quotient'; numerator: readonly Part[]; denominator: readonly Part[] }
  /** Σ over rows of several marts. */
  | { kind: 'union'; of: readonly Part[] };

export type Shape = RowShape | PartShape;

/** What is not known (ruling 13). `units`: rows or institutions whose answer is missing, so bounds are exact. */
export type Missing =
  | { kind: 'none' }
  /** Rows of the mart itself whose numerator is unknown. */
  | { kind: 'rows'; where: string; words: Words }
  /** Institutions that owe this report for the period and have not handed it in, weighed by a mart column. */
  | { kind: 'units'; report: string; weight: string; words: Words }
  /** Rejected and waiting rows of these reports are counted; silent institutions are listed; no bounds. */
  | { kind: 'records'; reports: readonly string[]; words: Words };

/** Rows of the mart and the period that are left out on purpose, and why. */
export interface Excluded {
  where: string;
  words: Words;
}

export interface Threshold {
  /** Named value it judges. */
  name: string;
  /** Green and amber limits, in the unit of the value; by direction `up`: ≥, `down`: ≤. */
  green: number;
  amber: number;
  /** Where the target steps through the year: the factor of each quarter. */
  by_quarter?: readonly [number, number, number, number];
  /**
   * What the limits are for: one department, so that the city is held to as many times that as the mechanism has
   * members; each part of the city's figure that the value names, so that the whole is as good as the worst of them;
   * or, in percent, the same figure a year before, or another named value.
   */
  per?: 'department' | 'part' | 'year_before' | { value: string };
  /** Of a number that is summed over time, the period that the limits are for, where it is not the entry's own. */
  in?: DuePeriod;
  /** Of what is due within its period: month and day (`MM-DD`) from which on what is not reached is missed. */
  missed_from?: string;
  from: string;
  basis: string;
}

interface Named {
  name: string;
  words: Words;
  /** Where it differs from the indicator's. */
  unit?: Unit;
  /** Not judged: only its course matters. */
  neutral?: true;
  /** Column of the mart by which the value is also split. */
  dimension?: string;
  /** Of these parts the city's figure is shown even where nothing is of them. */
  parts?: readonly string[];
}
export type RowValue = Named & { shape: RowShape; timing: Timing; mart?: Mart };
export type PartValue = Named & { shape: PartShape };
export type NamedValue = RowValue | PartValue;

export interface Indicator {
  id: string;
  measure: Measure;
  words: Words;
  strength: 'must' | 'promote' | 'encourage';
  direction: 'up' | 'down' | 'neutral';
  unit: Unit;
  /** Whose rows the values are of that name no other. */
  mart: Mart;
  /** The shortest period of which it has figures. */
  period: DuePeriod;
  /** How a longer period is made of these: their sum, the last of them, or the last because each is already the year to date. */
  over_time: 'sum' | 'last' | 'ytd';
  values: readonly NamedValue[];
  missing: Missing;
  excluded?: readonly Excluded[];
  thresholds: readonly Threshold[];
  /** Column of the mart that names the department that answers: lead, issuing, managing, receiving; else it is the supervising one (ruling 15). */
  dept?: string;
  /** What it is grouped by; if not said, by all that an institution has. */
  by?: readonly Grouping[];
  /** Off for counts and single-institution duties: no greying by small denominator. */
  small_denominator?: false;
  definition: { numerator: Words; denominator: Words | null; note?: Words };
  legal_basis: Words;
  reports: readonly string[];
  /** Mart columns shown beside each member, in order. */
  facts: readonly string[];
}
