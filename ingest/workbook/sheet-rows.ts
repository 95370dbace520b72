/**
 * The rows of a worksheet part, in one pass over its XML. Written here and not left to a library because a ledger of
 * 100,000 rows is three million cells: the maintained readers make an object of every tag, and none tells which rows
 * are hidden and which formulas have no value without going through it again.
 */
import { cellName } from '#warehouse/cell-name.ts';
import type { Scalar } from '../cell-text.ts';
import type { Notices } from '../notice.ts';
import { attributesOf } from '../xml-tags.ts';
import { elementsOf } from './elements-of.ts';
import { serialDate } from './serial-date.ts';
import { textOf, textOfRuns } from './text-runs.ts';
import type { SheetRow } from './workbook.ts';
import { asUtf8, piecesOf, prefixOf } from './xml-part.ts';

export interface CellContext {
  shared: readonly string[];
  /** By number of the cell format: whether it shows a number as a date. */
  dates: readonly boolean[];
  date1904: boolean;
}

export class SheetXml {
  private readonly xml: Buffer;
  private readonly prefix: string;

  constructor(part: Buffer) {
    this.xml = asUtf8(part);
    this.prefix = prefixOf(this.xml, 'worksheet');
  }

  *rows(context: CellContext, notices: Notices): Generator<SheetRow> {
    const from = this.xml.indexOf(`<${this.prefix}sheetData`);
    if (from === -1) return;
    const end = this.endOfData();
    const scanner = new RowScanner(this.prefix, context, notices, mergedDown(this.xml.toString('utf8', end)));
    for (const piece of piecesOf(this.xml, `</${this.prefix}row>`, from, end)) yield* scanner.rows(piece);
  }

  private endOfData(): number {
    const end = this.xml.lastIndexOf(`</${this.prefix}sheetData>`);
    return end === -1 ? this.xml.length : end;
  }
}

type Merged = Map<number, { column: number; to: number }[]>;

/** By first row: blocks of merged cells that span rows, which a worksheet lists behind its rows. */
function mergedDown(tail: string): Merged {
  const found: Merged = new Map();
  for (const { ref = '' } of attributesOf(tail, 'mergeCell')) {
    const [, letters = '', from, to] = /^([A-Z]{1,3})(\d+):[A-Z]{1,3}(\d+)$/.exec(ref) ?? [];
    if (from === to) continue;
    const row = Number(from) - 1;
    const block = { column: columnIndex(letters), to: Number(to) - 1 };
    const others = found.get(row);
    if (others) others.push(block);
    else found.set(row, [block]);
  }
  return found;
}

const mostRows = 1_048_576;
const mostColumns = 16_384;
const [space, doubleQuote, slash, greater] = [0x20, 0x22, 0x2f, 0x3e];
const [aCapital, zCapital, zero] = [0x41, 0x5a, 0x30];
const [letterR, letterS, letterT, letterH] = [0x72, 0x73, 0x74, 0x68];

/** 0-based, of a cell's address: AB12 → 27. */
function columnIndex(address: string): number {
  let column = 0;
  for (let i = 0; i < address.length; i++) {
    const char = address.charCodeAt(i);
    if (char < aCapital || char > zCapital) break;
    column = column * 26 + char - aCapital + 1;
  }
  return column - 1;
}

class RowScanner {
  private readonly prefix: string;
  private readonly valueTag: string;
  private readonly closing: string;
  private readonly context: CellContext;
  private readonly notices: Notices;
  private readonly merged: Merged;
  private text = '';
  /** 0-based row that was read last. */
  private row = -1;
  /** What the start tag that was read last says: its `r`, `s`, `t` and `hidden`, and whether it is an empty element. */
  private place = '';
  private format = -1;
  private kind = '';
  private hidden = false;
  private empty = false;
  /** Where the next cell begins, and the next tags that end a value and a cell stand: looked for once. */
  private nextCell = -1;
  private nextEnd = -1;
  private nextClosing = -1;

  constructor(prefix: string, context: CellContext, notices: Notices, merged: Merged) {
    this.prefix = prefix;
    this.valueTag = `<${prefix}v>`;
    this.closing = `</${prefix}c>`;
    this.context = context;
    this.notices = notices;
    this.merged = merged;
  }

  /** `text` holds whole rows. */
  *rows(text: string): Generator<SheetRow> {
    this.text = text;
    this.nextCell = this.nextEnd = this.nextClosing = -1;
    const opening = `<${this.prefix}row`;
    for (let at = text.indexOf(opening); at !== -1;) {
      at = this.startTag(at + opening.length);
      const row = this.place === '' ? this.row + 1 : Number(this.place) - 1;
      // A row for the second time would be another under the same number.
      if (!Number.isInteger(row) || row <= this.row || row >= mostRows)
        throw new SyntaxError(`Row ${this.place.slice(0, 20)} after row ${this.row + 1}`);
      this.row = row;
      const { hidden, empty } = this;
      const next = text.indexOf(opening, at);
      const values = empty ? [] : this.cells(at, next === -1 ? text.length : next);
      if (values.length > 0) {
        if (hidden) this.notices.add('hidden_row', this.row + 1);
        const merged = this.merged.size === 0 ? undefined : this.merged.get(this.row);
        yield merged ? { index: this.row, values, merged } : { index: this.row, values };
      }
      at = next;
    }
  }

  private cells(from: number, to: number): Scalar[] {
    const { text, valueTag } = this;
    const opening = `<${this.prefix}c`;
    const values: Scalar[] = [];
    let column = 0;
    for (let at = from; ;) {
      if (this.nextCell < at) this.nextCell = placeOf(text, opening, at);
      if (this.nextCell >= to) break;
      at = this.startTag(this.nextCell + opening.length);
      if (this.place !== '') column = columnIndex(this.place);
      if (!this.empty) {
        const plain = text.startsWith(valueTag, at);
        const begin = plain ? at + valueTag.length : at;
        at = Math.min(plain ? this.endFrom(begin) : this.closingFrom(begin), to);
        const inner = text.slice(begin, at);
        const value = plain ? this.valueOf(inner) : this.otherValue(inner, column);
        if (value !== null && value !== '' && column < mostColumns) {
          while (values.length < column) values.push(null);
          values[column] = value;
        }
      }
      column++;
    }
    return values;
  }

  private endFrom(at: number): number {
    if (this.nextEnd < at) this.nextEnd = placeOf(this.text, '</', at);
    return this.nextEnd;
  }

  private closingFrom(at: number): number {
    if (this.nextClosing < at) this.nextClosing = placeOf(this.text, this.closing, at);
    return this.nextClosing;
  }

  /** Reads the attributes of a tag from behind its name; returns the place behind it. */
  private startTag(from: number): number {
    const { text } = this;
    this.place = '';
    this.format = -1;
    this.kind = '';
    this.hidden = false;
    this.empty = false;
    for (let at = from; at < text.length;) {
      const char = text.charCodeAt(at);
      if (char === greater) return at + 1;
      if (char <= space || char === slash) {
        this.empty = char === slash;
        at++;
        continue;
      }
      const nameEnd = text.indexOf('=', at);
      if (nameEnd === -1) break;
      let open = nameEnd + 1;
      while (text.charCodeAt(open) <= space) open++;
      const close = text.indexOf(text.charCodeAt(open) === doubleQuote ? '"' : "'", open + 1);
      if (close === -1) break;
      this.attribute(at, nameEnd, open + 1, close);
      at = close + 1;
    }
    return text.length;
  }

  private attribute(name: number, nameEnd: number, from: number, to: number): void {
    const { text } = this;
    const char = text.charCodeAt(name);
    const short = nameEnd === name + 1 || text.charCodeAt(name + 1) <= space;
    if (short && char === letterR) this.place = text.slice(from, to);
    else if (short && char === letterS) this.format = Number(text.slice(from, to));
    else if (short && char === letterT) this.kind = text.slice(from, to);
    else if (char === letterH && text.startsWith('hidden', name))
      this.hidden = text.charCodeAt(from) !== zero && text.slice(from, to) !== 'false';
  }

  private valueOf(raw: string): Scalar {
    const { shared, dates, date1904 } = this.context;
    switch (this.kind) {
      case 's': {
        const text = shared[Number(raw)];
        if (text === undefined) throw new SyntaxError(`No shared string ${raw.slice(0, 20)}`);
        return text;
      }
      case 'b':
        return raw === '1' || raw === 'true';
      case 'd': {
        const day = new Date(raw.includes('T') && !/Z$|[+-]\d\d:\d\d$/.test(raw) ? `${raw}Z` : raw);
        return Number.isNaN(day.getTime()) ? textOf(raw) : day;
      }
      case 'n':
      case '': {
        if (raw === '') return null;
        const number = Number(raw);
        if (Number.isNaN(number)) return textOf(raw);
        return dates[this.format] === true ? serialDate(number, date1904) : number;
      }
      default:
        return textOf(raw);
    }
  }

  /** A cell that holds more than a plain value: a formula, or text of its own. */
  private otherValue(inner: string, column: number): Scalar {
    if (this.kind === 'inlineStr') return textOfRuns(inner);
    const [value] = elementsOf(inner, 'v');
    // A formula whose text is empty has a value: none was reckoned where even that is missing.
    if ((value === undefined || (value === '' && this.kind !== 'str')) && /<(?:\w+:)?f[\s/>]/.test(inner))
      this.notices.add('no_value', this.row + 1, cellName(column, this.row + 1));
    return value === undefined ? null : this.valueOf(value);
  }
}

function placeOf(text: string, sought: string, from: number): number {
  const at = text.indexOf(sought, from);
  return at === -1 ? Infinity : at;
}
