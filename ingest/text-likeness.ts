/** How alike two short texts are, by the characters and pairs of characters that they share. */

/** Neighbouring characters; a text of one character is its own pair. */
export function bigrams(text: string): string[] {
  const chars = [...text];
  if (chars.length < 2) return chars;
  return chars.slice(1).map((char, at) => `${chars[at]}${char}`);
}

/** Dice's coefficient over two bags: 2 × shared ÷ all; 0 where either is empty. */
export function dice(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const rest = [...b];
  let shared = 0;
  for (const each of a) {
    const at = rest.indexOf(each);
    if (at < 0) continue;
    shared++;
    rest.splice(at, 1);
  }
  return (2 * shared) / (a.length + b.length);
}

const han = /\p{Script=Han}/u;

/** A text taken apart once, to be compared with many. */
export interface Taken {
  text: string;
  chars: readonly string[];
  pairs: readonly string[];
  han: boolean;
}

export const taken = (text: string): Taken => ({
  text,
  chars: [...text],
  pairs: bigrams(text),
  han: han.test(text)
});

/**
 * 0–1. Pairs carry the order of characters; single Chinese characters carry meaning by themselves, single letters none.
 * A Chinese short form keeps the first character and leaves others out (初审 for 初始审查).
 */
export function likeness(a: Taken, b: Taken): number {
  if (a.text === '' || b.text === '') return 0;
  if (a.text === b.text) return 1;
  const pairs = dice(a.pairs, b.pairs);
  if (!a.han || !b.han) return pairs;
  return Math.max(0.5 * pairs + 0.5 * dice(a.chars, b.chars), shortForm(a.chars, b.chars));
}

function shortForm(a: readonly string[], b: readonly string[]): number {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length < 2 || short[0] !== long[0]) return 0;
  let at = 0;
  for (const char of long) if (char === short[at]) at++;
  return at === short.length ? 0.35 + (0.55 * short.length) / long.length : 0;
}
