/** What the process that makes a slip is told: plain data, and files with one JSON value a line where there may be many. */
import type { Level } from '../declare.ts';

export type Language = 'zh' | 'en';

export interface SlipRequest {
  language: Language;
  /** The submitter's own workbook; null where there is none that can be given back. */
  source: string | null;
  /** File of `SlipFinding`s, the graver first. */
  findings: string;
  /** File of `SlipRow`s, from which a workbook is made where there is no source. */
  rows: string | null;
  output: string;
  about: SlipAbout;
}

export interface SlipFinding {
  sheet_no: number;
  row_no: number;
  /** 0-based in the file; null where the file lacks the column. */
  column: number | null;
  column_words: string;
  level: Level;
  check_id: string;
  /** Without personal data. */
  value: string;
  says: string;
  remedy: string;
  basis: string;
}

export interface SlipRow {
  sheet_no: number;
  row_no: number;
  /** In the order of the sheet's columns. */
  cells: (string | null)[];
}

export interface SlipSheet {
  sheet_no: number;
  /** As it is called in the file; '' for a text file. */
  sheet: string;
  report: string;
  report_words: string;
  rows: number;
  accepted: number;
  /** Accepted with a remark. */
  remarked: number;
  rejected: number;
  /** Columns that were read, in the order of the file. */
  columns: { index: number; header: string }[];
}

export interface SlipAbout {
  file_name: string;
  sha256: string;
  id: number;
  /** In Shenyang, to the minute. */
  received: string;
  verdict: string;
  /** Why the file was returned whole. */
  reason: { says: string; remedy: string } | null;
  /** What to do next, and by when. */
  next: string[];
  notices: string[];
  sheets: SlipSheet[];
  /** Findings of the submission, of which as many as `listed` are in the file. */
  found: { reject: number; remark: number; listed: number };
  /** Why not the submitter's own workbook is given back, and what is left out. */
  instead: string[];
}

export interface SlipMade {
  /** Cells marked, and those of them that have a note. */
  marked: number;
  noted: number;
}

export type SlipReply =
  | { made: SlipMade }
  /** The workbook had better not be touched. */
  | { cannot: string }
  | { failed: { message: string; stack: string } };
