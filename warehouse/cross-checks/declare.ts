/**
 * What a cross-check is: reports that contradict one another, each of them possible by itself. A check is one entry
 * and the SQL file of its name in `models/cross-checks/`, whose rows are the records that are asked about. Nothing is
 * rejected for it, because the other report may be the one at fault, or be still to come.
 */
import type { Words } from '#ingest/declare.ts';

export interface CrossCheck {
  /** Number of the specification, and what is asked where one number asks several things: `VAL-03 registered`. */
  id: string;
  /** SQL file: rows of (record_key, institution_uscc, dept, found, expected, submission_id, sheet_no, row_no). */
  file: string;
  /** Report and column that the finding points at. */
  report: string;
  field: string;
  /** The report that says otherwise. */
  against: string;
  /** `{found}` and `{expected}` are filled from the row. */
  says: Words;
  remedy: Words;
  basis: string;
}
