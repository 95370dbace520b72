/** Reads the tables of a file under their own headers, so that a person can say what their columns mean. */
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { withoutPersonalData } from './codes/personal-data.ts';
import type { ForeignColumn } from './suggest-mapping.ts';
import { readFile } from './read-file.ts';
import { separator } from './records-file.ts';
import { reports } from './reports/index.ts';
import type { Meta, SheetRead } from './sheet-read.ts';

/** Rows that are looked at, here and in a preview. */
export const FIRST_ROWS = 200;
/** Columns beyond these are no report's, whatever a ghost of a sheet has. */
const MOST_COLUMNS = 400;

export interface ForeignTable {
  /** Name of the worksheet, '' for CSV and JSON. */
  sheet: string;
  /** Physical row of the header; 0 in JSON. */
  header_row: number;
  columns: ForeignColumn[];
  /** Physical numbers of the rows whose cells the columns hold. */
  rows: number[];
  /** What its title lines say of it. */
  meta: Meta;
}

/** @throws Rejection where the file cannot be read at all. */
export async function readForeign(
  { path, file_name }: { path: string; file_name: string },
  scratchFolder: string,
  header_row?: number
): Promise<ForeignTable[]> {
  const how = {
    as_it_stands: true,
    rows: FIRST_ROWS,
    ...(header_row === undefined ? {} : { header_row })
  } as const;
  const { sheets } = await readFile(path, file_name, reports, scratchFolder, {}, [how]);
  try {
    return sheets.map(tableOf);
  } finally {
    for (const { records } of sheets) if (records.road === 'records') await rm(records.path, { force: true });
  }
}

function tableOf({ sheet, header_row, columns, meta, records }: SheetRead): ForeignTable {
  const lines = records.road === 'records' ? readFileSync(records.path, 'utf8').split('\n') : [];
  const rows = lines.filter((line) => line !== '').map((line) => line.split(separator));
  return {
    sheet,
    header_row,
    meta,
    rows: rows.map(([, row]) => Number(row)),
    columns: Object.values(columns)
      .slice(0, MOST_COLUMNS)
      .map(({ header }, at) => ({
        header,
        values: rows.map((cells) => withoutPersonalData((cells[at + 2] ?? '').replaceAll('\u2028', '\n')))
      }))
  };
}
