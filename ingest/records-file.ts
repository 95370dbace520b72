/**
 * The one form in which every file reaches the warehouse that it cannot read itself: UTF-8, one record a line,
 * cells apart by \x1f, no quoting. First sheet_no and row_no, then all fields of the report in the order of its
 * declaration, then the system columns. In a cell a line end is U+2028, and a control character is its picture (U+2400
 * to U+2421): the validator refuses such a cell and can show what it holds.
 */
import { closeSync, openSync, writeSync } from 'node:fs';
import { defaultLimits } from './limits.ts';
import { translateCodes } from './mapping.ts';
import type { Recognised } from './recognise.ts';
import { rowsWritten } from './reading-progress.ts';
import { Rejection } from './rejection.ts';
import { use, type Room } from './room.ts';
import { systemColumns } from './reports/system-columns.ts';

export const separator = '\x1f';
const lineEnd = '\u2028';
/** What the file itself uses, and what no text holds: control characters but the tab. */
const special = new RegExp('[\\u0000-\\u0008\\n-\\u001f\\u007f]');
/** Word ends lines and pages within a paragraph by two of the control characters. */
const lineEnds = new RegExp('\\r?\\n|[\\r\\u000b\\u000c]', 'g');
const control = new RegExp('[\\u0000-\\u0008\\u000e-\\u001f\\u007f]', 'g');
const flushAt = 1 << 20;
const longest = defaultLimits.record_chars;

/** A cell without the characters that the file itself uses. */
export function plainCell(cell: string): string {
  if (!special.test(cell)) return cell;
  return cell
    .replace(lineEnds, lineEnd)
    .replace(control, (sign) =>
      sign === '\x7f' ? '\u2421' : String.fromCharCode(0x2400 + sign.charCodeAt(0))
    );
}

type Source =
  { index: number; codes?: Readonly<Record<string, string>>; several?: boolean } | { text: string };

export class RecordsFile {
  readonly path: string;
  private readonly fd: number;
  private readonly sheetNo: number;
  private readonly room: Room | undefined;
  private readonly sources: Source[];
  private waiting = '';
  private sawControl = false;
  private unsaid = 0;

  constructor(path: string, found: Recognised, sheetNo: number, room?: Room) {
    this.path = path;
    this.room = room;
    this.sheetNo = sheetNo;
    const fields = [...found.report.columns, ...systemColumns].map((column) => column.field);
    this.sources = fields.map((field) => sourceOf(found, field));
    this.fd = openSync(path, 'wx');
  }

  /**
   * `plain`: the caller knows that no cell holds a line end or a control character. Returns whether one held a control
   * character. Throws `long_line` for a record that is longer than the warehouse reads.
   */
  write(row: number, cells: readonly string[], plain: boolean): boolean {
    this.sawControl = false;
    let record = `${this.sheetNo}${separator}${row}`;
    for (const source of this.sources) {
      let cell = 'text' in source ? source.text : (cells[source.index] ?? '');
      if ('codes' in source && source.codes) cell = translateCodes(cell, source.codes, source.several);
      record += separator + (plain ? cell : this.plain(cell));
    }
    if (record.length > longest) throw new Rejection('long_line', { line: row, most: longest });
    this.waiting += record + '\n';
    this.unsaid++;
    if (this.waiting.length >= flushAt) this.flush();
    return this.sawControl;
  }

  private plain(cell: string): string {
    if (!special.test(cell)) return cell;
    this.sawControl ||= cell.search(control) !== -1;
    return plainCell(cell);
  }

  close(): void {
    this.flush();
    closeSync(this.fd);
  }

  private flush(): void {
    if (this.waiting === '') return;
    const bytes = Buffer.from(this.waiting);
    this.waiting = '';
    use(this.room, 'records', bytes.length);
    for (let at = 0; at < bytes.length;) at += writeSync(this.fd, bytes, at);
    rowsWritten.publish(this.unsaid);
    this.unsaid = 0;
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
