/** Reads a workbook: every visible worksheet that is a report, each possibly another one. */
import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { CellValue, StreamRow } from 'hucre/xlsx';
import { streamXlsxRows } from 'hucre/xlsx';
import { cellText, isErrorValue, lostDigits } from './cell-text.ts';
import type { ColumnType } from './declare.ts';
import { checkWorkbook } from './kind-of-file.ts';
import { headerWithin } from './limits.ts';
import type { Notice } from './notice.ts';
import { Notices } from './notice.ts';
import { dataSheets, exampleMark, isExample } from './own-sheets.ts';
import type { ReadRequest } from './read-request.ts';
import type { Recognised } from './recognise.ts';
import { recognise } from './recognise.ts';
import { RecordsFile } from './records-file.ts';
import { Rejection } from './rejection.ts';
import type { FileRead, SheetRead } from './sheet-read.ts';
import { TableRows } from './table-rows.ts';
import { titleMeta } from './title-lines.ts';
import type { WorkbookSheet } from './workbook-sheets.ts';
import { workbookSheets } from './workbook-sheets.ts';
import { checkArchive } from './sound-archive.ts';
import { checkParts } from './sound-parts.ts';
import { zipDirectory } from './zip-directory.ts';

/** The whole packed file is held in memory. */
const largestFile = 2 ** 30;

type SheetResult =
  { sheet: SheetRead; notices: Notice[] } | { rejection: Rejection; matched: number } | 'empty';

export async function readXlsx(request: ReadRequest): Promise<FileRead> {
  if (statSync(request.path).size > largestFile) throw new Rejection('too_large', { detail: '> 1 GiB' });
  const data = readFileSync(request.path);
  const entries = zipDirectory(data);
  checkWorkbook(entries.map((entry) => entry.name));
  checkArchive(data, entries, request.limits);
  checkParts(data, entries, request.limits);
  // What we put beside the forms of a template, and into a return slip, is no data, and nobody needs to be told.
  const listed = dataSheets(workbookSheets(data, entries));
  const visible = listed.filter((sheet) => !sheet.hidden);
  if (visible.length === 0) throw new Rejection('no_visible_sheet');
  const remarks: Notice[] = listed
    .filter((sheet) => sheet.hidden)
    .map((sheet) => ({ code: 'hidden_sheet', params: {}, sheet: sheet.name }));
  const sheets: SheetRead[] = [];
  try {
    const refused: { rejection: Rejection; matched: number }[] = [];
    for (const one of visible) {
      const result = await readSheet(request, data, one, sheets.length + 1);
      if (result === 'empty') continue;
      if ('rejection' in result) refused.push(result);
      else {
        sheets.push(result.sheet);
        remarks.push(...result.notices);
      }
    }
    remarks.push(...judgeRefused(refused, sheets.length > 0));
  } catch (error) {
    for (const sheet of sheets) rmSync(sheet.records.path, { force: true });
    throw error;
  }
  return { format: 'xlsx', sheets, remarks };
}

/** Notes beside a report are skipped; a broken report beside a good one returns the file whole. */
function judgeRefused(
  refused: readonly { rejection: Rejection; matched: number }[],
  some: boolean
): Notice[] {
  const [worst] = [...refused].sort((a, b) => b.matched - a.matched);
  if (!worst && !some) throw new Rejection('empty_file');
  if (worst && (!some || worst.rejection.code !== 'not_recognised')) throw worst.rejection;
  return refused.map(({ rejection }) => ({
    code: 'sheet_skipped',
    params: {},
    sheet: rejection.sheet ?? ''
  }));
}

async function readSheet(
  request: ReadRequest,
  data: Buffer,
  { name, index }: WorkbookSheet,
  sheetNo: number
): Promise<SheetResult> {
  const rows = rowsOf(data, index);
  const head: StreamRow[] = [];
  for (let next = await rows.next(); !next.done; next = await rows.next()) {
    head.push(next.value);
    if (next.value.index >= headerWithin) break;
  }
  const lines = head.map((row) => ({
    row: row.index + 1,
    cells: row.values.map((value) => cellText(value))
  }));
  if (lines.every((line) => line.cells.every((cell) => cell.trim() === ''))) {
    await rows.return();
    return 'empty';
  }
  if (isExample(lines)) {
    await rows.return();
    return { rejection: new Rejection('not_recognised', { headers: exampleMark }, name), matched: 0 };
  }
  const result = recognise(lines, request.reports, request.profiles, [name, request.fileName]);
  if ('rejection' in result) {
    await rows.return();
    result.rejection.sheet = name;
    return result;
  }
  const { found } = result;
  const notices = new Notices(name);
  const path = join(request.scratchFolder, `${randomUUID()}.records`);
  const file = new RecordsFile(path, found, sheetNo);
  const table = new TableRows(found, file, notices);
  const types = typesOf(found);
  const take = (row: StreamRow) => takeRow(row, types, table, notices);
  try {
    head.slice(found.at + 1).forEach(take);
    for await (const row of rows) {
      take(row);
      if (table.full) break;
    }
    file.close();
  } catch (error) {
    file.close();
    rmSync(path, { force: true });
    throw error;
  }
  const sheet: SheetRead = {
    sheet: name,
    sheet_no: sheetNo,
    report: found.report.id,
    header_row: lines[found.at]?.row ?? 0,
    columns: found.columns,
    unknown_columns: found.unknown,
    meta: { ...table.meta(), ...titleMeta(lines.slice(0, found.from).map((line) => line.cells)) },
    row_count: table.row_count,
    skipped: table.skipped,
    ...(found.profile ? { profile: found.profile.id } : {}),
    records: { road: 'records', path }
  };
  return { sheet, notices: notices.all() };
}

function takeRow(
  row: StreamRow,
  types: readonly (ColumnType | undefined)[],
  table: TableRows,
  notices: Notices
) {
  const cells = row.values.map((value: CellValue, i) => {
    if (isErrorValue(value)) notices.add('error_cell', row.index + 1);
    if (lostDigits(value, types[i])) notices.add('digits_lost', row.index + 1);
    return cellText(value, types[i]);
  });
  table.take(row.index + 1, cells, false);
}

function typesOf(found: Recognised): (ColumnType | undefined)[] {
  const types: (ColumnType | undefined)[] = [];
  for (const [field, { index }] of Object.entries(found.columns)) {
    types[index] =
      field === 'report_period'
        ? 'month'
        : found.report.columns.find((column) => column.field === field)?.type;
  }
  return types;
}

/** Whatever the workbook reader cannot read is the file's fault. */
async function* rowsOf(data: Buffer, sheet: number): AsyncGenerator<StreamRow, void, undefined> {
  try {
    yield* streamXlsxRows(data, { sheet });
  } catch (error) {
    const detail = error instanceof Error ? error.message.slice(0, 160) : String(error);
    if (/string longer than|invalid string length/i.test(detail))
      throw new Rejection('too_large', { detail });
    throw new Rejection('broken_archive', { detail });
  }
}
