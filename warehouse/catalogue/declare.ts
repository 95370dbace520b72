/**
 * What an indicator is: one entry of `warehouse/catalogue/measure-….ts`. SQL, page, membership list, status,
 * dictionary and export derive from it. Predicates are SQL over the columns of its mart and of `t`, the period:
 * `period_start`, `period_end`, `at_date` (the day the figure is valued at: min(period end, as-of)) and `due_until`
 * (last day whose dues have fallen by then).
 */
import type { Words } from '#ingest/declare.ts';

export type Mart =
  'institution' | 'committee' | 'review' | 'rectification' | 'case_file' | 'staff_base' | 'report_due';

export type Measure =
  '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '10' | '11' | '12' | 'G1' | 'G2' | 'G3';

/** Which rows belong to a period: those whose date falls in it, or those that stand at its end. */
export type Timing = { flow: string; until?: 'at_date' | 'due_until' } | { stock: true };

export type Shape =
  /** Σ numerator ÷ Σ denominator over rows; the weights default to 1 a row. */
  | { kind: 'ratio'; among: string; counts: string; numerator_weight?: string; denominator_weight?: string }
  /** Number of rows, or the sum of a weight. */
  | { kind: 'count'; counts: string; weight?: string }
  /** An exact quantile of whole days; the indicator's values share one histogram. */
  | { kind: 'days'; among: string; days: string; dimension: string; quantile: number };

/** What is not known (ruling 13). `units`: rows or institutions whose answer is missing, so bounds are exact. */
export type Missing =
  | { kind: 'none' }
  /** Rows of the mart itself whose numerator is unknown. */
  | { kind: 'rows'; where: string; words: Words }
  /** Institutions that owe this report for the period and have not handed it in, weighed by a mart column. */
  | { kind: 'units'; report: string; weight: string; words: Words }
  /** Rejected and waiting rows of these reports are counted; silent institutions are listed; no bounds. */
  | { kind: 'records'; reports: readonly string[]; words: Words };

export interface Threshold {
  /** Named value it judges. */
  name: string;
  /** Green and amber limits, in the unit of the value; by direction `up`: ≥, `down`: ≤. */
  green: number;
  amber: number;
  /** Where the target steps through the year: the factor of each quarter. */
  by_quarter?: readonly [number, number, number, number];
  from: string;
  basis: string;
}

export interface NamedValue {
  name: string;
  words: Words;
  shape: Shape;
  timing: Timing;
  /** Not judged: only its course matters. */
  neutral?: true;
}

export interface Indicator {
  id: string;
  measure: Measure;
  words: Words;
  strength: 'must' | 'promote' | 'encourage';
  direction: 'up' | 'down' | 'neutral';
  unit: 'percent' | 'count' | 'days';
  mart: Mart;
  period: 'month' | 'quarter' | 'year';
  /** How a year is made of its periods. */
  over_time: 'sum' | 'last' | 'ytd';
  values: readonly NamedValue[];
  missing: Missing;
  thresholds: readonly Threshold[];
  /** Off for counts and single-institution duties: no greying by small denominator. */
  small_denominator?: false;
  definition: { numerator: Words; denominator: Words | null; note?: Words };
  legal_basis: Words;
  reports: readonly string[];
  /** Mart columns shown beside each member, in order. */
  facts: readonly string[];
}
