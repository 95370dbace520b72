/**
 * In a process of its own: reads a workbook. Arguments: reader, file, scratch folder. `hucre` and `sheetjs` only read
 * every cell; `ours` writes the records that the warehouse takes in.
 */
import { readFileSync } from 'node:fs';
import { streamXlsxRows } from 'hucre/xlsx';
import { endReading, readFile } from '#ingest/read-file.ts';
import { reports } from '#ingest/reports/index.ts';
import { peakMemory } from './peak-memory.ts';

export interface WorkbookFigures {
  read_s: number;
  rows: number;
  peak_mb: number;
}

const [reader = '', file = '', scratch = ''] = process.argv.slice(2);

const readers: Record<string, () => Promise<number>> = {
  async hucre() {
    let rows = 0;
    for await (const row of streamXlsxRows(readFileSync(file), { sheet: 0 }))
      if (row.values.length > 0) rows++;
    return rows - 1;
  },
  async sheetjs() {
    const { read, utils } = await import('@e965/xlsx');
    const book = read(readFileSync(file), { dense: true });
    const [sheet] = Object.values(book.Sheets);
    return sheet ? utils.sheet_to_json(sheet, { header: 1 }).length - 1 : 0;
  },
  async ours() {
    const { sheets } = await readFile(file, 'R04.xlsx', reports, scratch);
    return sheets.reduce((sum, { row_count }) => sum + row_count, 0);
  }
};

const read = readers[reader];
if (!read) throw new RangeError(`No reader ${reader}`);
// The reading process takes its time to start once, not with every file.
if (reader === 'ours') await readFile(file, 'R04.xlsx', reports, scratch);
const started = performance.now();
const rows = await read();
const read_s = (performance.now() - started) / 1000;
await endReading();
console.log(JSON.stringify({ read_s, rows, peak_mb: peakMemory() } satisfies WorkbookFigures));
process.exit();
