/** Which encoding a text file is in, and its text. */
import { isUtf8 } from 'node:buffer';
import { bytesOf, characterEnd, firstBytes, wholeLines } from './byte-chunks.ts';
import { Rejection } from './rejection.ts';

export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

export interface EncodingFound {
  encoding: Encoding;
  /** The text holds U+FFFD: somebody decoded it wrongly before it came to us. */
  damaged: boolean;
}

const replacement = Buffer.from('\ufffd');

/**
 * By byte order mark, then UTF-8 if all of it is valid, else GB18030. Throws `bad_encoding` for a UTF-8 file
 * with single broken bytes, which GB18030 would read as other characters without an error.
 */
export function encodingOf(path: string): EncodingFound {
  const head = firstBytes(path, 4096);
  const wide = wideEncodingOf(head);
  if (wide) return { encoding: wide, damaged: false };
  let damaged = false;
  let lines = 0;
  for (const piece of wholeLines(path)) {
    if (!isUtf8(piece)) {
      const fault = brokenUtf8(piece) ?? cutOffAt(piece);
      if (fault === undefined && !marked(head)) return { encoding: 'gb18030', damaged: false };
      throw new Rejection('bad_encoding', { line: lines + (fault ?? 1), encoding: 'utf-8' });
    }
    damaged ||= piece.includes(replacement);
    lines += countLines(piece);
  }
  return { encoding: 'utf-8', damaged };
}

/** The text in pieces, without byte order mark. Throws `bad_encoding` with the line at bytes that are no text. */
export function* textOf(path: string, encoding: Encoding): Generator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for (const bytes of bytesOf(path)) yield decoder.decode(bytes, { stream: true });
    yield decoder.decode();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new Rejection('bad_encoding', { line: lineOfFault(path, encoding), encoding });
  }
}

export function headText(path: string, encoding: Encoding, size: number): { text: string; whole: boolean } {
  const head = firstBytes(path, size);
  const text = new TextDecoder(encoding).decode(head, { stream: true });
  return { text, whole: head.length < size };
}

function marked(head: Buffer): boolean {
  return head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
}

/** UTF-16 by its byte order mark, or by what its first bytes look like. */
export function wideEncodingOf(head: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return utf16WithoutMark(head);
}

/** Tab, line ends, blank, quote, comma, semicolon, bar: no table is without them. */
const signs = new Set([0x09, 0x0a, 0x0d, 0x20, 0x22, 0x2c, 0x3b, 0x7c]);

/**
 * In UTF-16 these signs have a zero byte on one side, always the same. Other characters may have it on the other: 一 is
 * U+4E00, the wide blank U+3000.
 */
function utf16WithoutMark(head: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  let little = 0;
  let big = 0;
  for (let i = 0; i + 1 < head.length; i += 2) {
    if (head[i + 1] === 0 && signs.has(head[i] as number)) little++;
    else if (head[i] === 0 && signs.has(head[i + 1] as number)) big++;
  }
  if (Math.max(little, big) * 64 < head.length) return undefined;
  if (little > big * 8) return 'utf-16le';
  return big > little * 8 ? 'utf-16be' : undefined;
}

/** Line of the last character where that alone is not whole, and others beyond ASCII are: the file was cut off in it. */
function cutOffAt(piece: Buffer): number | undefined {
  const whole = piece.subarray(0, characterEnd(piece, piece.length));
  const cut = whole.length < piece.length && isUtf8(whole) && whole.some((byte) => byte > 0x7f);
  return cut ? countLines(whole) + 1 : undefined;
}

/** Line (1-based) of the first broken one where most lines beyond ASCII are good UTF-8; undefined where they are not. */
function brokenUtf8(piece: Buffer): number | undefined {
  let good = 0;
  let bad = 0;
  let first: number | undefined;
  let line = 0;
  const lineEnd = piece.includes(0x0a) ? 0x0a : 0x0d;
  for (let at = 0; at < piece.length;) {
    const end = piece.indexOf(lineEnd, at);
    const stop = end === -1 ? piece.length : end + 1;
    const bytes = piece.subarray(at, stop);
    line++;
    if (!isUtf8(bytes)) {
      bad++;
      first ??= line;
    } else if (bytes.some((byte) => byte > 0x7f)) good++;
    at = stop;
  }
  return good > bad ? first : undefined;
}

export function countLines(piece: Buffer): number {
  let count = 0;
  for (let at = piece.indexOf(0x0a); at !== -1; at = piece.indexOf(0x0a, at + 1)) count++;
  return count;
}

function lineOfFault(path: string, encoding: Encoding): number {
  const decoder = new TextDecoder(encoding);
  let lines = 1;
  for (const bytes of bytesOf(path)) {
    const text = decoder.decode(bytes, { stream: true });
    const fault = text.indexOf('\ufffd');
    lines += (fault === -1 ? text : text.slice(0, fault)).split('\n').length - 1;
    if (fault !== -1) return lines;
  }
  return lines;
}
