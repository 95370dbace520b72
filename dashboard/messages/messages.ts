import type { Language } from '../language.ts';
import type { zh } from './zh.ts';

/** Every word that the Chinese file has, as some text: a translation that lacks one or adds one is a type error. */
type Worded<T> = {
  [Key in keyof T]: T[Key] extends string
    ? string
    : T[Key] extends (...given: infer Given) => string
      ? (...given: Given) => string
      : Worded<T[Key]>;
};

export type Messages = Worded<typeof zh>;

/** The words of one language; a browser loads that one alone. */
export async function messages(language: Language): Promise<Messages> {
  return language === 'en' ? (await import('./en.ts')).en : (await import('./zh.ts')).zh;
}
