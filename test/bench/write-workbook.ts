/** The rows of a CSV as a workbook: numbers as numbers, days as days, as a spreadsheet program writes them. */
import { createReadStream, existsSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { XlsxStreamWriter } from 'hucre/xlsx';
import { reportOf } from '#ingest/reports/index.ts';

/** Idempotent. The lines of the file must hold no quotes. */
export async function writeWorkbook(csv: string, path: string): Promise<void> {
  if (existsSync(path)) return;
  const columns = reportOf('R04').columns;
  const writer = new XlsxStreamWriter({ name: 'R04' });
  let types: (string | undefined)[] | undefined;
  for await (const line of createInterface({ input: createReadStream(csv) })) {
    const cells = line.replace(/^\uFEFF/, '').split(',');
    if (types === undefined) {
      types = cells.map((header) => columns.find(({ zh }) => zh === header)?.type);
      writer.addRow(cells);
    } else writer.addRow(cells.map((cell, i) => typed(cell, types?.[i])));
  }
  writeFileSync(path, await writer.finish());
}

function typed(cell: string, type: string | undefined): string | number | Date | null {
  if (cell === '') return null;
  if (type === 'int') return Number(cell);
  if (type === 'date') return new Date(`${cell}T00:00:00Z`);
  return cell;
}
