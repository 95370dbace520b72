/**
 * One pass over the bytes of a UTF-8 file that proves, or does not, that every line is one record of the same
 * width with quotes as in RFC 4180. Only then may the engine read it, since it drops what it cannot read.
 */
import { wholeLines } from './byte-chunks.ts';

export interface Scan {
  /** Why the engine must not read it, and on which data line (1-based); absent if it may. */
  doubt?: 'width' | 'quote' | 'line_end' | 'control' | 'blank' | 'long_line';
  at?: number;
  /** Data lines; all of them only without doubt. */
  lines: number;
  /** The last bytes, from the beginning of a line. */
  tail: Buffer;
}

const tailBytes = 64 << 10;
/** The engine's own limit for a line is 2,000,000 bytes. */
const longestLine = 1 << 20;

const comma = 0x2c;
const quote = 0x22;
const feed = 0x0a;
const carriage = 0x0d;

/** Scans from byte `start`, where the first line of data begins; `width` cells are expected in each. */
export function scanCsv(path: string, start: number, width: number): Scan {
  const scanner = new LineScanner(width - 1);
  let tail: Buffer = Buffer.alloc(0);
  for (const piece of wholeLines(path, start, longestLine)) {
    scanner.scan(piece);
    if (scanner.doubt) return { doubt: scanner.doubt, at: scanner.lines + 1, lines: scanner.lines, tail };
    tail = lastLines(tail, piece);
  }
  return { lines: scanner.lines, tail };
}

class LineScanner {
  doubt: Scan['doubt'];
  lines = 0;
  private readonly commas: number;
  /** Whether lines end in CR LF; the first line decides. */
  private returns: boolean | undefined;

  constructor(commas: number) {
    this.commas = commas;
  }

  /** `piece` holds whole lines; only the last of the file may lack its line feed. */
  scan(piece: Buffer): void {
    const length = piece.length;
    let begin = 0;
    let commas = 0;
    let i = 0;
    while (i < length) {
      const byte = piece[i] as number;
      if (byte > comma) i++;
      else if (byte === comma) {
        commas++;
        i++;
      } else if (byte === feed) {
        if (!this.line(piece, begin, i, commas, true)) return;
        commas = 0;
        begin = ++i;
      } else if (byte === quote) {
        i = this.quoted(piece, i, begin);
        if (this.doubt) return;
      } else if (byte === carriage) {
        if (piece[i + 1] !== feed) return this.doubts('line_end');
        i++;
      } else if (byte < 0x20 && byte !== 0x09) return this.doubts('control');
      else i++;
    }
    if (begin < length) this.line(piece, begin, length, commas, false);
  }

  private line(piece: Buffer, begin: number, end: number, commas: number, ended: boolean): boolean {
    const returns = piece[end - 1] === carriage && end > begin;
    if (ended) this.returns ??= returns;
    if (commas !== this.commas) this.doubts('width');
    else if (ended && returns !== this.returns) this.doubts('line_end');
    else if (end - begin - (returns ? 1 : 0) === commas) this.doubts('blank');
    else if (end - begin > longestLine) this.doubts('long_line');
    else this.lines++;
    return this.doubt === undefined;
  }

  /** From an opening quote to behind the closing one. */
  private quoted(piece: Buffer, open: number, begin: number): number {
    if (open !== begin && piece[open - 1] !== comma) this.doubts('quote');
    for (let i = open + 1; i < piece.length; i++) {
      const byte = piece[i];
      if (byte === feed || byte === carriage || byte === 0) break;
      if (byte !== quote) continue;
      const after = piece[i + 1];
      if (after === quote) i++;
      else if (after === comma || after === feed || after === carriage || after === undefined) return i + 1;
      else break;
    }
    this.doubts('quote');
    return piece.length;
  }

  private doubts(doubt: NonNullable<Scan['doubt']>): void {
    this.doubt ??= doubt;
  }
}

function lastLines(before: Buffer, piece: Buffer): Buffer {
  const all = piece.length >= tailBytes ? piece : Buffer.concat([before, piece]);
  if (all.length <= tailBytes) return Buffer.from(all);
  return Buffer.from(all.subarray(all.indexOf(feed, all.length - tailBytes) + 1));
}
