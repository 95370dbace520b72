/**
 * In a process of its own: hands in a workbook of R04 in which every second row has a fault, and the same rows as CSV,
 * and makes their return slips. Arguments: data, faults.
 */
import { readFileSync } from 'node:fs';
import { keptPath } from '#ingest/landings.ts';
import { endReading } from '#ingest/read-file.ts';
import { receive } from '#ingest/receive.ts';
import { reportOf } from '#ingest/reports/index.ts';
import { returnSlip } from '#ingest/return-slip.ts';
import { exampleCell } from '#ingest/template/example-row.ts';
import { templateWorkbook } from '#ingest/template.ts';
import { validateSubmissions } from '#ingest/validate-submissions.ts';
import { above } from '#jobs/above.ts';
import { rebuild } from '#jobs/rebuild.ts';
import { readCity } from '#warehouse/city.ts';
import { openReader } from '#warehouse/reader.ts';
import { allColumns } from '#warehouse/typed.ts';
import { openWarehouse } from '#warehouse/warehouse.ts';
import { CITY } from '#warehouse/scope.ts';
import type { Report } from '#ingest/declare.ts';
import { peakMemory } from './peak-memory.ts';

export interface SlipFigures {
  rows: number;
  /** Findings of the workbook. */
  found: number;
  workbook_s: number;
  csv_s: number;
  workbook_mb: number;
  slip_mb: number;
  peak_mb: number;
}

const [data = '', faults = ''] = process.argv.slice(2);
const rows = Number(faults) * 2;
const codes = { CL20: readCity('warehouse/city/shenyang.json').districts };
const report: Report = reportOf('R04');
const columns = allColumns(report);
const place = (field: string) => columns.findIndex((column) => column.field === field);
const example = columns.map((column) => exampleCell(report, column, codes));
const filled = Array.from({ length: rows }, (_, i) => {
  const row = example.with(place('review_id'), `R-${i}`);
  return i % 2 === 0 ? row : row.with(place('decision'), '同意');
});
const [registry, committees] = [reportOf('R01'), reportOf('R02')];
const exampleOf = (one: Report) => [allColumns(one).map((column) => exampleCell(one, column, codes))];
const workbook = templateWorkbook([report, registry, committees], {
  city: { codes, form: { prefix: '', issued_by: '（虚构）', approval: '', valid_to: '' } },
  rows: { R04: filled, R01: exampleOf(registry), R02: exampleOf(committees) }
});
// A day is written as such in text, where a workbook has a number.
const text = (cell: string | number, i: number) =>
  /^date/.test(columns[i]?.type ?? '') ? (columns[i]?.example ?? '') : String(cell);
const csv = [columns.map(({ zh }) => zh), ...filled.map((row) => row.map(text))]
  .map((row) => `${row.map((cell) => (/[",]/.test(cell) ? `"${cell}"` : cell)).join(',')}\n`)
  .join('');

const warehouse = await openWarehouse({
  data,
  memory_limit: '1000MB',
  threads: 2,
  city: codes,
  code_version: 'bench'
});
const at = new Date('2026-12-20T09:00:00+08:00');
const take = async (file_name: string, bytes: Buffer): Promise<number> => {
  const id = await receive(warehouse, {
    file_name,
    bytes: (async function* () {
      yield bytes;
      await Promise.resolve();
    })(),
    channel: 'import',
    authority: { kind: 'city', code: '' },
    at
  });
  await validateSubmissions(warehouse);
  await rebuild(warehouse, at);
  return id;
};
const ids = [await take('R04.xlsx', workbook), await take('R04.csv', Buffer.from(csv))];
const reader = await openReader(warehouse, above(warehouse), CITY);
const { kept, scratch } = warehouse.folders;
const made: { seconds: number; bytes: number }[] = [];
for (const id of ids) {
  const started = performance.now();
  const slip = await returnSlip(reader, id, { language: 'zh', scratch, kept: (sha) => keptPath(kept, sha) });
  made.push({ seconds: (performance.now() - started) / 1000, bytes: readFileSync(slip?.path ?? '').length });
}
const { total: found } = await reader.findings(ids[0] ?? 0, { page_size: 1 });
await endReading();
warehouse.close();
const figures: SlipFigures = {
  rows,
  found,
  workbook_s: made[0]?.seconds ?? Number.NaN,
  csv_s: made[1]?.seconds ?? Number.NaN,
  workbook_mb: workbook.length / 2 ** 20,
  slip_mb: (made[0]?.bytes ?? 0) / 2 ** 20,
  peak_mb: peakMemory()
};
console.log(JSON.stringify(figures));
process.exit();
