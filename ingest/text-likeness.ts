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
  const left = new Map<string, number>();
  for (const each of a) left.set(each, (left.get(each) ?? 0) + 1);
  let shared = 0;
  for (const each of b) {
    const n = left.get(each) ?? 0;
    if (n > 0) {
      shared++;
      left.set(each, n - 1);
    }
  }
  return (2 * shared) / (a.length + b.length);
}

const han = /\p{Script=Han}/u;

/**
 * 0–1. Pairs carry the order of characters; single Chinese characters carry meaning by themselves, single letters none.
 */
export function likeness(a: string, b: string): number {
  if (a === '' || b === '') return 0;
  if (a === b) return 1;
  const pairs = dice(bigrams(a), bigrams(b));
  if (!han.test(a) || !han.test(b)) return pairs;
  return 0.5 * pairs + 0.5 * dice([...a], [...b]);
}
