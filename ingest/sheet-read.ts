/** What reading a file gives: where its tables are, and their cells as text, not yet judged. */
import type { Column, Report } from './declare.ts';
import type { Notice } from './notice.ts';

/** What the reader needs to know of a report; plain data, so that it can be sent to the reading process. */
export type ReportHead = Pick<Report, 'id' | 'table' | 'zh' | 'en' | 'key'> & {
  columns: readonly Pick<Column, 'field' | 'zh' | 'en' | 'type' | 'required' | 'variants'>[];
};

export interface Meta {
  /** YYYY, YYYY-MM, YYYY-Qn, YYYY-Hn or YYYY-Sn */
  report_period?: string;
  institution_uscc?: string;
  /** Code of the department whose report it is. */
  dept?: string;
  /** The file declares that there is nothing to report; `false`: that an empty table is not to say so. */
  nil?: boolean;
}

export type SkipReason = 'footer' | 'blank' | 'title' | 'units';

export interface Skipped {
  row: number;
  why: SkipReason;
  /** First 80 characters. */
  text: string;
}

/**
 * `csv`: the engine may read the kept file itself: UTF-8, every line after `skip_lines` is one record of
 * exactly `columns_in_file` cells, quotes as in RFC 4180. `records`: see `records-file.ts`.
 */
export type Records =
  | { road: 'csv'; path: string; delimiter: ','; skip_lines: number; columns_in_file: number }
  | { road: 'records'; path: string };

export interface SheetRead {
  /** Name of the worksheet, '' for CSV and JSON; of a file in an archive, `member/worksheet` or `member`. */
  sheet: string;
  /**
   * Position of the worksheet in its workbook, 1 for CSV and JSON; 1000 more for each member of an archive. It depends
   * on nothing but the file, so that a row is found again whatever else of it can be read.
   */
  sheet_no: number;
  /** Report id, for example `R04`. */
  report: string;
  /** 1-based row of the header (its lower row if it has two); CSV: physical line; JSON: 0. */
  header_row: number;
  /** By field, system columns too: 0-based column in the file and the header as it stands there. */
  columns: Record<string, { index: number; header: string }>;
  unknown_columns: { index: number; header: string }[];
  meta: Meta;
  row_count: number;
  /** Some cell held a control character. */
  control_signs?: true;
  /** Rows that are no data. Blank rows after the last data row are not listed; at most 1000 are. */
  skipped: Skipped[];
  /** Version of a mapping profile by which the columns were found. */
  profile?: number;
  records: Records;
}

export interface FileRead {
  format: 'csv' | 'json' | 'xlsx' | 'xlsb' | 'xls' | 'ods' | 'zip';
  /** `utf-8`, `gb18030`, `utf-16le`, `utf-16be`; absent for workbooks and archives. */
  encoding?: string;
  sheets: SheetRead[];
  remarks: Notice[];
}
