/**
 * The one form in which every file reaches the warehouse that it cannot read itself: UTF-8, one record a line,
 * cells apart by \x1f, no quoting. First sheet_no and row_no, then all fields of the report in the order of its
 * declaration, then the system columns. In a cell a line end is U+2028, \x1f is U+241F and NUL is U+FFFD.
 */
import { closeSync, openSync, writeSync } from 'node:fs';
import { translateCodes } from './mapping.ts';
import type { Recognised } from './recognise.ts';
import { systemColumns } from './reports/system-columns.ts';

export const separator = '\x1f';
const lineEnd = '\u2028';
const special = new RegExp(`[\\n\\r${String.fromCharCode(0x1f, 0)}]`);
const flushAt = 1 << 20;

/** A cell without the characters that the file itself uses. */
export function plainCell(cell: string): string {
  if (!special.test(cell)) return cell;
  return cell
    .replace(/\r?\n|\r/g, lineEnd)
    .replaceAll(separator, '\u241f')
    .replaceAll('\0', '\ufffd');
}

type Source =
  { index: number; codes?: Readonly<Record<string, string>>; several?: boolean } | { text: string };

export class RecordsFile {
  readonly path: string;
  private readonly fd: number;
  private readonly sheetNo: number;
  private readonly sources: Source[];
  private waiting = '';

  constructor(path: string, found: Recognised, sheetNo: number) {
    this.path = path;
    this.sheetNo = sheetNo;
    const fields = [...found.report.columns, ...systemColumns].map((column) => column.field);
    this.sources = fields.map((field) => sourceOf(found, field));
    this.fd = openSync(path, 'wx');
  }

  /** `plain`: the caller knows that no cell holds a special character. */
  write(row: number, cells: readonly string[], plain: boolean): void {
    let record = `${this.sheetNo}${separator}${row}`;
    for (const source of this.sources) {
      let cell = 'text' in source ? source.text : (cells[source.index] ?? '');
      if ('codes' in source && source.codes) cell = translateCodes(cell, source.codes, source.several);
      record += separator + (plain ? cell : plainCell(cell));
    }
    this.waiting += record + '\n';
    if (this.waiting.length >= flushAt) this.flush();
  }

  close(): void {
    this.flush();
    closeSync(this.fd);
  }

  private flush(): void {
    const bytes = Buffer.from(this.waiting);
    for (let at = 0; at < bytes.length;) at += writeSync(this.fd, bytes, at);
    this.waiting = '';
  }
}

function sourceOf(found: Recognised, field: string): Source {
  const place = found.columns[field];
  const codes = found.profile?.codes[field];
  if (!place) return { text: plainCell(found.constants?.[field] ?? '') };
  if (!codes) return { index: place.index };
  const type = found.report.columns.find((column) => column.field === field)?.type;
  return { index: place.index, codes, several: type === 'codes' || type === 'strings' };
}
