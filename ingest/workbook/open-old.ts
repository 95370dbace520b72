/**
 * Opens what older spreadsheet programs save: .xls of Excel 5 to 2003, .et of WPS, and the binary .xlsb. By SheetJS,
 * which alone of the maintained readers knows Excel 5 and 95 with their code pages, hidden sheets, hidden rows and merged cells.
 */
import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import { isDateFormat } from 'hucre';
import type { Scalar } from '../cell-text.ts';
import type { Notices } from '../notice.ts';
import { Rejection } from '../rejection.ts';
import { serialDate } from './serial-date.ts';
import type { SheetRow, Workbook } from './workbook.ts';

export async function openBinary(data: Buffer, format: 'xls' | 'xlsb'): Promise<Workbook> {
  const { read, set_cptable } = await import('@e965/xlsx');
  set_cptable(await import('@e965/xlsx/dist/cpexcel.full.mjs'));
  const book = reading(() =>
    read(data, {
      type: 'buffer',
      dense: true,
      cellNF: true,
      cellStyles: true,
      cellFormula: false,
      cellHTML: false,
      cellText: false
    })
  );
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  return {
    format,
    date1904,
    sheets: book.SheetNames.map((name, i) => ({
      name,
      position: i + 1,
      hidden: (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) !== 0,
      rows: (notices: Notices) => rowsOf(book, name, date1904, notices)
    }))
  };
}

/** Whatever the library cannot read is the file's fault. */
function reading<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    const detail = error instanceof Error ? error.message.slice(0, 160) : String(error);
    throw new Rejection(/password/i.test(detail) ? 'password_protected' : 'broken_archive', { detail });
  }
}

function* rowsOf(book: WorkBook, name: string, date1904: boolean, notices: Notices): Generator<SheetRow> {
  const sheet: WorkSheet = book.Sheets[name] ?? {};
  const merged = new Map<number, { column: number; to: number }[]>();
  for (const { s, e } of sheet['!merges'] ?? [])
    if (e.r > s.r) merged.set(s.r, [...(merged.get(s.r) ?? []), { column: s.c, to: e.r }]);
  for (const [index, cells] of (sheet['!data'] ?? []).entries()) {
    const values = Array.from(cells ?? [], (cell) => valueOf(cell, date1904));
    while (values.length > 0 && (values.at(-1) ?? '') === '') values.pop();
    if (values.length === 0) continue;
    if (sheet['!rows']?.[index]?.hidden) notices.add('hidden_row', index + 1);
    const blocks = merged.get(index);
    yield blocks ? { index, values, merged: blocks } : { index, values };
  }
}

const errors: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A'
};

function valueOf(cell: CellObject | undefined, date1904: boolean): Scalar {
  if (!cell || cell.t === 'z' || cell.v === undefined) return null;
  if (cell.t === 'e') return errors[Number(cell.v)] ?? '#VALUE!';
  if (cell.t === 'n' && cell.z !== undefined && isDateFormat(String(cell.z)))
    return serialDate(Number(cell.v), date1904);
  return typeof cell.v === 'string' ? cell.v.replace(/\r\n?/g, '\n') : cell.v;
}
