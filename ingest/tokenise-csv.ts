/**
 * RFC 4180 in pieces, with the physical line on which each record begins. A quote that is never closed would
 * swallow rows without a word, so it refuses the file and names the line.
 */
import type { Limits } from './limits.ts';
import { defaultLimits } from './limits.ts';
import { Rejection } from './rejection.ts';

export type Delimiter = ',' | '\t' | ';' | '|';

/** `plain`: no cell holds a line end, a control character or U+FFFD. */
export type TakeRecord = (line: number, cells: string[], plain: boolean) => void;

type CsvLimits = Pick<Limits, 'quoted_chars' | 'quoted_lines' | 'columns' | 'record_chars'>;

/** A record that is not whole yet: more text is needed. */
const incomplete = -1;

export class CsvTokeniser {
  private readonly delimiter: Delimiter;
  private readonly newline: '\n' | '\r';
  private readonly take: TakeRecord;
  private readonly stray: (line: number) => void;
  private readonly limits: CsvLimits;
  private text = '';
  /** Where the line ends that was looked at last: looked for once, however many cells and quotes it has. */
  private lineEnd = -1;
  private line = 1;
  private cells: string[] = [];
  private linesInRecord = 0;
  /** Cells of the header, once known: a record that spans lines must have as many. */
  width: number | undefined;

  constructor(
    delimiter: Delimiter,
    newline: '\n' | '\r',
    take: TakeRecord,
    stray: (line: number) => void = () => {},
    limits: CsvLimits = defaultLimits
  ) {
    this.delimiter = delimiter;
    this.newline = newline;
    this.take = take;
    this.stray = stray;
    this.limits = limits;
  }

  push(text: string): void {
    this.text = this.text === '' ? text : this.text + text;
    this.consume(false);
  }

  end(): void {
    this.consume(true);
  }

  private consume(last: boolean): void {
    const { text, delimiter, newline } = this;
    const plain = isPlain(text);
    this.lineEnd = -1;
    let quote = text.indexOf('"');
    let at = 0;
    while (at < text.length) {
      const stop = this.endOfLine(at);
      if (stop === -1 && !last) break;
      if (quote !== -1 && quote < at) quote = text.indexOf('"', at);
      const end = stop === -1 ? text.length : stop;
      if (quote === -1 || quote > end) {
        const returned = newline === '\n' && text.charCodeAt(end - 1) === 13 && end > at;
        this.give(text.slice(at, returned ? end - 1 : end).split(delimiter, this.limits.columns + 1), plain);
        this.line++;
        at = end + 1;
      } else {
        const next = this.quotedRecord(at, last);
        if (next === incomplete) break;
        at = next;
      }
    }
    this.text = text.slice(at);
    if (this.text.length > this.limits.record_chars)
      throw new Rejection('long_line', { line: this.line, most: this.limits.record_chars });
  }

  private give(cells: string[], plain: boolean): void {
    const most = this.limits.columns;
    if (cells.length > most) throw new Rejection('too_wide', { line: this.line, most });
    this.take(this.line, cells, plain);
  }

  private endOfLine(from: number): number {
    if (this.lineEnd < from) {
      const found = this.text.indexOf(this.newline, from);
      this.lineEnd = found === -1 ? Infinity : found;
    }
    return this.lineEnd === Infinity ? -1 : this.lineEnd;
  }

  /** Reads one record that holds a quote; returns where the next one begins. */
  private quotedRecord(start: number, last: boolean): number {
    this.cells = [];
    this.linesInRecord = 0;
    for (let at = start; ;) {
      const next = this.text[at] === '"' ? this.quotedCell(at, last) : this.bareCell(at, '', last);
      if (next === incomplete) return incomplete;
      if (this.text[next] === this.delimiter) at = next + 1;
      else {
        this.emit();
        return next + 1;
      }
    }
  }

  private emit(): void {
    const { cells, width, linesInRecord } = this;
    // A lost quote that a later one happens to close leaves a record of the wrong width.
    if (linesInRecord > 0 && width !== undefined && cells.length !== width) {
      throw new Rejection('unclosed_quote', { line: this.line });
    }
    this.give(cells, false);
    this.line += 1 + linesInRecord;
  }

  /** Both return the place of the delimiter or line end after the cell, or of the end of the text. */
  private quotedCell(open: number, last: boolean): number {
    const { text } = this;
    let close = text.indexOf('"', open + 1);
    while (close !== -1 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
    const inside = text.slice(open + 1, close === -1 ? text.length : close);
    const lines = countOf(inside, this.newline);
    const swallows = inside.length > this.limits.quoted_chars || lines > this.limits.quoted_lines;
    if (swallows || (close === -1 && last)) {
      throw new Rejection('unclosed_quote', { line: this.line + this.linesInRecord });
    }
    if (close === -1 || (close + 1 === text.length && !last)) return incomplete;
    const after = text[close + 1];
    if (
      after === undefined ||
      after === this.delimiter ||
      after === this.newline ||
      this.endsLine(close + 1, last)
    ) {
      this.linesInRecord += lines;
      this.cells.push(inside.replaceAll('""', '"'));
      if (after === '\r' && this.newline === '\n') return text[close + 2] === '\n' ? close + 2 : incomplete;
      return close + 1;
    }
    if (lines > 0) throw new Rejection('unclosed_quote', { line: this.line + this.linesInRecord });
    this.stray(this.line);
    return this.bareCell(close + 1, inside.replaceAll('""', '"'), last);
  }

  private bareCell(at: number, before: string, last: boolean): number {
    const { text, newline } = this;
    const stop = this.endOfLine(at);
    if (stop === -1 && !last) return incomplete;
    const line = stop === -1 ? text.length : stop;
    const delimiter = text.indexOf(this.delimiter, at);
    if (delimiter !== -1 && delimiter < line) {
      this.cells.push(before + text.slice(at, delimiter));
      return delimiter;
    }
    const returned = newline === '\n' && line > at && text.charCodeAt(line - 1) === 13;
    this.cells.push(before + text.slice(at, returned ? line - 1 : line));
    return line;
  }

  private endsLine(at: number, last: boolean): boolean {
    const { text, newline } = this;
    if (newline !== '\n' || text[at] !== '\r') return false;
    return text[at + 1] === '\n' || (at + 1 === text.length && !last);
  }
}

/** Line feed, or a lone carriage return where the text outside quotes has no line feed. */
export function newlineOf(head: string): '\n' | '\r' {
  const outside = head.replace(/"[^"]*"/g, '');
  return !outside.includes('\n') && /\r/.test(outside) ? '\r' : '\n';
}

const special = new RegExp('[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f\\ufffd]');

function isPlain(text: string): boolean {
  if (special.test(text)) return false;
  return !text.includes('\r') || !/\r(?!\n)/.test(text);
}

function countOf(text: string, character: string): number {
  let count = 0;
  for (let at = text.indexOf(character); at !== -1; at = text.indexOf(character, at + 1)) count++;
  return count;
}
