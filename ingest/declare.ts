/**
 * What a report is. A report is one entry of `ingest/reports/`; the template, the validator, the raw and
 * staging tables, the expected-report ledger and the dictionary derive from it. This file imports types only.
 */
import type { CodeListId } from './codes/index.ts';

/** A text that people read, in both languages of the product. */
export interface Words {
  zh: string;
  en: string;
}

/** `reject`: what cannot be true, the row never reaches a number. `remark`: unlawful or odd, accepted and said. */
export type Level = 'reject' | 'remark';

export type ColumnType =
  | 'string'
  | 'strings' // several values, joined by ;
  | 'code'
  | 'codes' // several codes, joined by ;
  | 'bool' // Y / N
  | 'int'
  | 'decimal'
  | 'date' // YYYY-MM-DD
  | 'datetime' // ISO 8601; stored as Asia/Shanghai wall time
  | 'month' // YYYY-MM
  | 'quarter'; // YYYY-Qn

export interface Column {
  /** Name of the column in SQL, code and API. */
  field: string;
  /** Header in Chinese, as on the template. */
  zh: string;
  /** Header in English. */
  en: string;
  type: ColumnType;
  /** `yes`: a row without it is rejected. `conditional`: a check of the report says when. */
  required: 'yes' | 'conditional' | 'no';
  /** Maximum length of text, characters; `int`/`decimal`: see `min`. */
  length?: number;
  /** Digits after the point that a decimal may have. */
  scale?: number;
  /** Smallest and largest number that can be true. */
  min?: number;
  max?: number;
  codes?: CodeListId;
  /**
   * Table of the report whose key this column names. A row waits (ruling 2) while the record is unknown by which its
   * institution is found; any other unknown reference is remarked, and what needs the record counts the row as missing.
   */
  ref?: string;
  /** Headers that institutions are known to use instead, besides `zh`, `en` and `field`. */
  variants?: readonly string[];
  /** Typed by people: checked for personal identity and mobile numbers (VAL-19). */
  free_text?: true;
  /** A date that may lie ahead (due, valid-to, term end, planned), so VAL-18 does not apply. */
  may_be_future?: true;
  /** What the column means or how to fill it, for the template and the dictionary. */
  note?: Words;
  example: string;
}

/** A truth about one row. `holds` is SQL over the report's typed fields; null counts as holding. */
export interface Check {
  /** Stable name, for example `R04.decided_after_accepted`. */
  id: string;
  level: Level;
  /** The columns it is about; the first is the cell that the finding points at. */
  fields: readonly [string, ...string[]];
  holds: string;
  /** What is wrong, and what to do. */
  says: Words;
  remedy: Words;
  /** The article, the VAL number, or `D` for a default of ours. */
  basis: string;
}

/** Kinds of period for which a report is owed. A semester is one of a university: S1 from February, S2 from August. */
export type DuePeriod = 'month' | 'quarter' | 'half_year' | 'semester' | 'year';

/** When a report is owed, period by period. */
export interface Due {
  every: DuePeriod;
  /**
   * Day n of the month after the period (`roll`: moved past rest days), n working days after its end, month and day
   * of the year in which it ends or of the next, or month and day by the end of its name (S1, S2).
   */
  by:
    | { day_of_next_month: number; roll: boolean }
    | { workdays_after: number }
    | { month: number; day: number; year?: 'same' | 'next' }
    | { by_name: Readonly<Record<string, string>> };
  /** SQL predicate over `marts.standing`: the institutions that owe it. */
  owed_by?: string;
  /** SQL predicate over `marts.department_standing`: the departments that owe it. */
  owed_by_departments?: string;
  basis: string;
}

/** How soon after an event its row is to be filed, for reports that are filed as things happen. */
export interface FiledWithin {
  /** Stable name, for example `R08.entered`. */
  id: string;
  /** The date of the event; a row without it is not under this limit. */
  field: string;
  /** Each other date is another event (an entry of the registry), not the same one put right. */
  recurs?: true;
  /** The rows that the limit is for, as SQL over the typed fields; all rows without it. */
  when?: string;
  limit: { workdays: number } | { days: number };
  basis: string;
}

export interface Report {
  /** R01 … R24 */
  id: string;
  /** Table name in raw and staging. */
  table: string;
  zh: string;
  en: string;
  /** Who submits, how often, by when, in the words of the form. */
  who: Words;
  frequency: Words;
  deadline: Words;
  /** Whether ‘nothing to report’ is a possible answer. */
  nil: boolean;
  note?: Words;
  columns: readonly Column[];
  /** Fields that together identify a record in the city. */
  key: readonly [string, ...string[]];
  /**
   * How a row names the institution that answers for it: its own column, or by way of another report's key, whose own
   * institution it then is. Null: departments hand it in for themselves.
   */
  institution: { field: string } | { field: string; via: string } | null;
  /** Columns with a department that answers for the row, beside or instead of an institution. */
  departments?: readonly string[];
  checks: readonly Check[];
  due: readonly Due[];
  /** SQL over the typed fields: the period a row speaks of, where a column other than 报告期 says it; null: 报告期 does. */
  speaks_of?: string;
  filed_within?: readonly FiledWithin[];
  /** Columns that only the department owns, where institution and department fill one row (ruling 6). */
  department_owns?: readonly string[];
  /** The rows for which that is so, as SQL over the typed fields; all rows without it. */
  department_owns_when?: string;
}
