/** An endpoint as its page shows it, in one language: from the same schemas as the document. */
import { z } from 'zod';
import type { Language } from '#dashboard/language.ts';
import type { Endpoint } from './endpoint.ts';
import { flatFields, isWords } from './field.ts';
import { problems } from './problem.ts';
import { common, paging } from './question.ts';

/** What a field can hold, by the word that the page has for it. */
export type Kind = 'text' | 'day' | 'instant' | 'whole' | 'number' | 'yes_no' | 'list' | 'words' | 'any';

export interface ReadableField {
  name: string;
  words: string;
  note: string;
  kind: Kind;
  /** The values allowed, where they are few. */
  values: string[];
  required: boolean;
}

export function readable(endpoint: Endpoint, language: Language) {
  const { method, path, words, about, params, query, headers, formats, fields, answer } = endpoint;
  const asked = [params, query, ...(headers ? [headers] : [])].flatMap((each) => fieldsOf(each, language));
  return {
    method: method.toUpperCase(),
    path,
    words: words[language],
    about: about?.[language] ?? '',
    formats: answer ? formats.map((format) => FORMATS[format]) : [],
    params: asked.filter(({ name }) => !shared.has(name)),
    fields: fields ? fieldsOf(fields, language) : [],
    /** Can be followed as a link. */
    open: method === 'get' && !path.includes('{')
  };
}

const FORMATS = { json: 'JSON', csv: 'CSV', arrow: 'Arrow' } as const;

const everywhere = z.strictObject({ ...common(['json', 'csv', 'arrow']), ...paging });
const shared = new Set(Object.keys(everywhere.shape));

/** Parameters of every question and of every list: said once. */
export const sharedParams = (language: Language): ReadableField[] => fieldsOf(everywhere, language);

export const readableProblems = (language: Language) =>
  Object.entries(problems).map(([kind, { status, [language]: title }]) => ({ kind, status, title }));

function fieldsOf(object: z.ZodObject, language: Language): ReadableField[] {
  const shape = object.shape as Record<string, z.ZodType>;
  return flatFields(object).map(({ path, words, note, schema }) => ({
    name: path.join('.'),
    words: words[language],
    note: note?.[language] ?? '',
    kind: kindOf(schema),
    values: schema instanceof z.ZodEnum ? schema.options.map(String) : [],
    required: shape[path[0] ?? '']?.safeParse(undefined).success === false
  }));
}

function kindOf(schema: z.ZodType): Kind {
  if (isWords(schema)) return 'words';
  if (schema instanceof z.ZodISODate) return 'day';
  if (schema instanceof z.ZodISODateTime) return 'instant';
  if (schema instanceof z.ZodNumber) return schema.format === 'safeint' ? 'whole' : 'number';
  if (schema instanceof z.ZodBoolean) return 'yes_no';
  if (schema instanceof z.ZodArray) return 'list';
  return schema instanceof z.ZodString || schema instanceof z.ZodEnum ? 'text' : 'any';
}
