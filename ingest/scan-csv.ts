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

/** One addition a byte: commas count in the lowest digits, quotes and what must not occur above them. */
const aQuote = 2 ** 14;
const aControl = 2 ** 28;
const weights = new Int32Array(256);
for (let byte = 0; byte < 0x20; byte++) if (byte !== 0x09) weights[byte] = aControl;
weights[0x7f] = aControl;
weights[comma] = 1;
weights[quote] = aQuote;

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
    for (let begin = 0; begin < piece.length && !this.doubt;) {
      const feedAt = piece.indexOf(feed, begin);
      const end = feedAt === -1 ? piece.length : feedAt;
      this.line(piece, begin, end, feedAt !== -1);
      begin = end + 1;
    }
  }

  private line(piece: Buffer, begin: number, end: number, ended: boolean): void {
    const returns = piece[end - 1] === carriage && end > begin;
    if (ended) this.returns ??= returns;
    const stop = returns ? end - 1 : end;
    let weight = 0;
    for (let i = begin; i < stop; i++) weight += weights[piece[i] as number] as number;
    if (weight >= aQuote && weight < aControl) weight = this.commasOutside(piece, begin, stop);
    if (weight >= aControl) this.doubts('control');
    else if (weight !== this.commas) this.doubts('width');
    else if (ended && returns !== this.returns) this.doubts('line_end');
    else if (stop - begin === weight) this.doubts('blank');
    else if (stop - begin > longestLine) this.doubts('long_line');
    if (!this.doubt) this.lines++;
  }

  private commasOutside(piece: Buffer, begin: number, stop: number): number {
    let commas = 0;
    for (let i = begin; i < stop && !this.doubt;) {
      if (piece[i] === quote) i = this.quoted(piece, i, begin, stop);
      else if (piece[i++] === comma) commas++;
    }
    return commas;
  }

  /** From an opening quote to behind the closing one. */
  private quoted(piece: Buffer, open: number, begin: number, stop: number): number {
    if (open !== begin && piece[open - 1] !== comma) this.doubts('quote');
    for (let i = open + 1; i < stop; i++) {
      if (piece[i] !== quote) continue;
      if (piece[i + 1] !== quote || i + 1 >= stop) {
        if (i + 1 < stop && piece[i + 1] !== comma) this.doubts('quote');
        return i + 1;
      }
      i++;
    }
    this.doubts('quote');
    return stop;
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
