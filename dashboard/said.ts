import type { Words } from '#ingest/declare.ts';
import type { Language } from './language.ts';

/** The same shape with every pair of words replaced by the text in one language. */
export type Said<T> = T extends Words
  ? string
  : T extends readonly (infer Item)[]
    ? Said<Item>[]
    : T extends object
      ? { [Key in keyof T]: Said<T[Key]> }
      : T;

/** An answer as one language says it: half the bytes, and pages need not know that there are two. */
export function said<T>(answer: T, language: Language): Said<T> {
  return say(answer, language) as Said<T>;
}

function say(value: unknown, language: Language): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => say(item, language));
  if (isWords(value)) return value[language];
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, say(item, language)]));
}

const isWords = (value: object): value is Words =>
  'zh' in value && 'en' in value && typeof value.zh === 'string' && typeof value.en === 'string';
