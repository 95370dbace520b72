/**
 * Fields of questions and answers, each with its name in both languages. The OpenAPI document, the header of a CSV
 * and the page that people read all take their words from here, so that a field is described once.
 */
import { z } from 'zod';
import type { Words } from '#ingest/declare.ts';
import { reportById, type ReportId } from '#ingest/reports/index.ts';

interface Named extends Words {
  note?: Words;
}

const names = z.registry<Named>();

/**
 * The same schema with a name, short enough for the head of a column, and with what else one should know. Name it last:
 * what is derived from it (`.nullable()` …) has none.
 */
export function field<T extends z.ZodType>(schema: T, zh: string, en: string, note?: Words): T {
  const described = schema.meta({
    description: note ? `${en}: ${note.en} · ${zh}：${note.zh}` : `${en} · ${zh}`
  });
  names.add(described, { zh, en, ...(note && { note }) });
  return described;
}

/** Named as the column of a report. Throws RangeError for a column that the report does not have. */
export function column<T extends z.ZodType>(report: ReportId, name: string, schema: T): T {
  const found = reportById(report).columns.find((each) => each.field === name);
  if (!found) throw new RangeError(`${report} has no column ${name}`);
  return field(schema, found.zh, found.en);
}

/** A text in both languages of the product. */
export const words = z.strictObject({ zh: z.string(), en: z.string() }).meta({ id: 'Words' });

export const day = z.iso.date();

export interface FlatField {
  /** Keys that lead to it. */
  path: string[];
  words: Words;
  note: Words | undefined;
  schema: z.ZodType;
}

/** The fields of an object, those of objects inside it among them, as the columns of one table. */
export function flatFields(object: z.ZodObject, path: string[] = [], above?: Words): FlatField[] {
  return Object.entries(object.shape as Record<string, z.ZodType>).flatMap(([key, schema]) => {
    const own: Named = names.get(schema) ?? { zh: key, en: key };
    const said = above ? { zh: `${above.zh}：${own.zh}`, en: `${above.en}: ${own.en}` } : own;
    const inner = unwrapped(schema);
    return inner instanceof z.ZodObject && !isWords(inner)
      ? flatFields(inner, [...path, key], said)
      : [{ path: [...path, key], words: { zh: said.zh, en: said.en }, note: own.note, schema: inner }];
  });
}

/** Whether it is a text in both languages: naming one makes another schema of the same shape. */
export const isWords = (schema: z.ZodType): boolean =>
  schema instanceof z.ZodObject && Object.keys(schema.shape).join() === 'zh,en';

/** Without “may be null”, “may be absent” and what is taken then. */
function unwrapped(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodNullable || schema instanceof z.ZodOptional || schema instanceof z.ZodDefault
    ? unwrapped(schema.unwrap() as z.ZodType)
    : schema;
}
