/** Reads an opened workbook: every visible worksheet that is a report, each possibly another one. */
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { cellName } from '#warehouse/cell-name.ts';
import { cellText, isErrorValue, lostDigits } from './cell-text.ts';
import type { ColumnType } from './declare.ts';
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
import { FillMerged } from './workbook/fill-merged.ts';
import { isLikelyDay, serialDate } from './workbook/serial-date.ts';
import type { Sheet, SheetRow, Workbook } from './workbook/workbook.ts';

/** A workbook of every report for every month of a year has no more. */
const mostSheets = 300;

type SheetResult =
  { sheet: SheetRead; notices: Notice[] } | { rejection: Rejection; matched: number } | 'empty';

export function readWorkbook(request: ReadRequest, workbook: Workbook): FileRead {
  const count = workbook.sheets.length;
  if (count > mostSheets) throw new Rejection('too_many_sheets', { count, most: mostSheets });
  // What we put beside the forms of a template, and into a return slip, is no data, and nobody needs to be told.
  const listed = dataSheets(workbook.sheets);
  const visible = listed.filter((sheet) => !sheet.hidden);
  if (visible.length === 0) throw new Rejection('no_visible_sheet');
  const remarks: Notice[] = listed
    .filter((sheet) => sheet.hidden)
    .map((sheet) => ({ code: 'hidden_sheet', params: {}, sheet: sheet.name }));
  const sheets: SheetRead[] = [];
  try {
    const refused: { rejection: Rejection; matched: number }[] = [];
    for (const one of visible) {
      const result = sound(() => readSheet(request, workbook, one));
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
  return { format: workbook.format, sheets, remarks };
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

/** A workbook whose parts do not hold what they should is the file's fault. */
function sound<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof Rejection || !(error instanceof Error)) throw error;
    const detail = error.message.slice(0, 160);
    if (/string longer than|invalid string length/i.test(detail))
      throw new Rejection('too_large', { detail });
    if (error instanceof SyntaxError || error instanceof RangeError)
      throw new Rejection('broken_archive', { detail });
    throw error;
  }
}

function readSheet(request: ReadRequest, workbook: Workbook, { name, position, rows }: Sheet): SheetResult {
  const notices = new Notices(name);
  const all = rows(notices)[Symbol.iterator]();
  const head: SheetRow[] = [];
  for (let next = all.next(); !next.done; next = all.next()) {
    head.push(next.value);
    if (next.value.index >= headerWithin) break;
  }
  const lines = head.map((row) => ({
    row: row.index + 1,
    cells: Array.from(row.values, (value) => cellText(value))
  }));
  if (lines.every((line) => line.cells.every((cell) => cell.trim() === ''))) return 'empty';
  if (isExample(lines))
    return { rejection: new Rejection('not_recognised', { headers: exampleMark }, name), matched: 0 };
  const result = recognise(lines, request.reports, request.profiles, [name, request.fileName]);
  if ('rejection' in result) {
    result.rejection.sheet = name;
    return result;
  }
  const { found } = result;
  const sheet_no = (request.first_sheet ?? 0) + position;
  const path = join(request.scratchFolder, `${randomUUID()}.records`);
  const file = new RecordsFile(path, found, sheet_no, request.room);
  const table = new TableRows(found, file, notices);
  const taker = new RowTaker(found, workbook.date1904, table, notices);
  try {
    for (const row of head.slice(found.at + 1)) taker.take(row);
    for (let next = all.next(); !next.done && !table.full; next = all.next()) taker.take(next.value);
    file.close();
  } catch (error) {
    file.close();
    rmSync(path, { force: true });
    throw error;
  }
  const sheet: SheetRead = {
    sheet: name,
    sheet_no,
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

/** Brings the rows below a header to text, each cell as its column asks for it. */
class RowTaker {
  private readonly types: readonly (ColumnType | undefined)[];
  private readonly date1904: boolean;
  private readonly table: TableRows;
  private readonly notices: Notices;
  private readonly merged: FillMerged;

  constructor(found: Recognised, date1904: boolean, table: TableRows, notices: Notices) {
    this.types = typesOf(found);
    this.date1904 = date1904;
    this.table = table;
    this.notices = notices;
    this.merged = new FillMerged(notices);
  }

  take(row: SheetRow): void {
    this.merged.fill(row);
    const { values, index } = row;
    const cells = new Array<string>(values.length);
    for (let i = 0; i < values.length; i++) {
      const value = values[i];
      if (typeof value === 'number') cells[i] = this.numberText(value, i, index);
      else {
        if (typeof value === 'string' && isErrorValue(value)) this.notices.add('error_cell', index + 1);
        cells[i] = cellText(value, this.types[i]);
      }
    }
    this.table.take(index + 1, cells, false);
  }

  private numberText(value: number, column: number, index: number): string {
    const type = this.types[column];
    if (lostDigits(value, type)) this.notices.add('digits_lost', index + 1);
    if ((type === 'date' || type === 'datetime') && isLikelyDay(value, this.date1904)) {
      this.notices.add('serial_date', index + 1, cellName(column, index + 1));
      return cellText(serialDate(value, this.date1904), type);
    }
    return cellText(value, type);
  }
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
