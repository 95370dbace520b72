/** The workbook that is marked, and where in it a finding stands. */
import type { OpenWorkbook } from '../xlsx/open-workbook.ts';
import type { SlipFinding } from './request.ts';

export interface Place {
  /** Part and name of the sheet. */
  path: string;
  sheet: string;
  /** 0-based; null where there is no such column. */
  column: number | null;
  /** 0-based: the first column that was read, by which the row is marked. */
  first: number;
  /** 1-based. */
  row: number;
}

export interface Base {
  workbook: OpenWorkbook;
  /** @throws RangeError for a finding of a sheet that is not there. */
  placeOf: (finding: SlipFinding) => Place;
}
