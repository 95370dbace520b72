/** Which parts of a value are shown side by side, under which heads: those that it has. */
import type { Messages } from '#dashboard/messages/messages.ts';

export type Part = 'numerator' | 'denominator' | 'missing';

interface Has {
  numerator: number | null;
  denominator: number | null;
}

/** Of a quantile the denominator is the number of records; a number of things is its numerator. */
export function headsOf(figure: Has | null, words: Messages): { part: Part; head: string }[] {
  const { counted, numerator, denominator, missing, value } = words.figure;
  const last = { part: 'missing' as const, head: missing };
  if (figure && figure.numerator === null) return [{ part: 'denominator', head: counted }, last];
  if (figure && figure.denominator === null) return [{ part: 'numerator', head: value }, last];
  return [{ part: 'numerator', head: numerator }, { part: 'denominator', head: denominator }, last];
}
