/**
 * JSON as it stands in a file, with nothing lost on the way: `JSON.parse` alone keeps the last of two equal keys and
 * rounds numbers to what a double can hold.
 */
import { Rejection } from './rejection.ts';
import { shownText } from './shown-text.ts';

/** A double keeps any whole number of so many digits. */
const exactDigits = 15;

/**
 * Throws `json_broken`, and `repeated_key` for an object that has a key twice. Numbers that a double cannot hold come as
 * text. `first`: number of the element that the text is, or that it begins with.
 */
export function parseJson(text: string, first: number): unknown {
  const json = parsed(text, first);
  const long = new Scan(text, first).longNumbers();
  if (long.length === 0) return json;
  let quoted = '';
  let at = 0;
  for (const { from, to } of long) {
    quoted += `${text.slice(at, from)}"${text.slice(from, to)}"`;
    at = to;
  }
  return parsed(quoted + text.slice(at), first);
}

function parsed(text: string, element: number): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const detail = error instanceof Error ? error.message.slice(0, 120) : String(error);
    throw new Rejection('json_broken', { element, detail });
  }
}

const [quote, backslash, colon, comma, minus] = [0x22, 0x5c, 0x3a, 0x2c, 0x2d];
const [opens, closes, opensList, closesList] = [0x7b, 0x7d, 0x5b, 0x5d];

/** One pass over a text that is known to be JSON. */
class Scan {
  private readonly text: string;
  private readonly open: (Set<string> | undefined)[] = [];
  /** Depth of the list whose elements are counted. */
  private listed: number | undefined;
  private element: number;

  constructor(text: string, first: number) {
    this.text = text;
    this.element = first;
  }

  longNumbers(): { from: number; to: number }[] {
    const { text, open } = this;
    const long: { from: number; to: number }[] = [];
    for (let at = 0; at < text.length; at++) {
      const char = text.charCodeAt(at);
      if (char === quote) at = this.string(at);
      else if (char === opens) open.push(new Set());
      else if (char === opensList) {
        if (this.listed === undefined) {
          this.listed = open.length + 1;
          this.element = Math.max(this.element, 1);
        }
        open.push(undefined);
      } else if (char === closes || char === closesList) open.pop();
      else if (char === comma) {
        if (open.length === this.listed) this.element++;
      } else if (char === minus || (char >= 0x30 && char <= 0x39)) {
        const to = this.endOfNumber(at);
        if (isLong(text, at, to)) long.push({ from: at, to });
        at = to - 1;
      }
    }
    return long;
  }

  /** Place of the closing quote. */
  private string(from: number): number {
    const { text } = this;
    let end = text.indexOf('"', from + 1);
    while (isEscaped(text, end)) end = text.indexOf('"', end + 1);
    const keys = this.open.at(-1);
    if (keys && this.isKey(end + 1)) {
      const inside = text.slice(from, end + 1);
      const key = inside.includes('\\') ? (JSON.parse(inside) as string) : inside.slice(1, -1);
      if (keys.has(key))
        throw new Rejection('repeated_key', { element: this.element, key: shownText(key, 60) });
      keys.add(key);
    }
    return end;
  }

  private isKey(after: number): boolean {
    let at = after;
    while (this.text.charCodeAt(at) <= 0x20) at++;
    return this.text.charCodeAt(at) === colon;
  }

  private endOfNumber(from: number): number {
    let at = from + 1;
    while (/[\d+\-.eE]/.test(this.text.charAt(at))) at++;
    return at;
  }
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text.charCodeAt(at - 1 - slashes) === backslash) slashes++;
  return slashes % 2 === 1;
}

function isLong(text: string, from: number, to: number): boolean {
  if (to - from <= exactDigits && !/e/i.test(text.slice(from, to))) return false;
  const number = text.slice(from, to);
  const digits = /^-?\d+$/.test(number) ? number.replace('-', '').length : 0;
  const value = Number(number);
  return digits > exactDigits || !Number.isFinite(value) || (value === 0 && /^[^eE]*[1-9]/.test(number));
}
