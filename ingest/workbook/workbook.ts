/** A workbook of any kind, opened: its sheets in their own order, and their rows one by one. */
import type { Scalar } from '../cell-text.ts';
import type { Notices } from '../notice.ts';
import type { FileRead } from '../sheet-read.ts';

export interface SheetRow {
  /** 0-based */
  index: number;
  /** By column, up to the last cell that holds something. */
  values: Scalar[];
  /** Cells of this row that are merged with those below them: 0-based column, and row down to which they reach. */
  merged?: readonly { column: number; to: number }[];
}

export interface Sheet {
  name: string;
  /** 1-based among all sheets of the workbook, hidden ones too. */
  position: number;
  hidden: boolean;
  /** Rows that hold something. What is to be said of them (hidden, a formula without value) is added to `notices`. */
  rows: (notices: Notices) => Iterable<SheetRow>;
}

export interface Workbook {
  format: FileRead['format'];
  /** Days are counted from 1904. */
  date1904: boolean;
  sheets: readonly Sheet[];
}
