/** Rows as CSV that Excel opens by a double click: UTF-8 with its mark, CRLF, nothing that would run as a formula. */
import type { z } from 'zod';
import type { Language } from '#dashboard/language.ts';
import { flatFields, isWords, type FlatField } from './field.ts';

const BOM = '\uFEFF';
const LINE_END = '\r\n';

/** A part for each batch of rows, the header in the first. Columns are the fields of the rows' schema. */
export async function* csvOf(
  row: z.ZodObject,
  batches: AsyncIterable<readonly object[]>,
  language: Language
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, void> {
  const columns = flatFields(row);
  const encoder = new TextEncoder();
  // The header waits for the first rows: what cannot be found is an error and no empty table.
  let head = BOM + line(columns.map((column) => column.words[language]));
  for await (const rows of batches) {
    const lines = rows.map((each) => line(columns.map((column) => cellOf(each, column, language))));
    const text = head + lines.join('');
    if (text !== '') yield encoder.encode(text);
    head = '';
  }
  if (head !== '') yield encoder.encode(head);
}

const line = (cells: readonly (string | number | boolean | null)[]): string =>
  cells.map(cellText).join(',') + LINE_END;

function cellOf(row: object, { path, schema }: FlatField, language: Language): Cell {
  let value: unknown = row;
  for (const key of path) value = (value as Record<string, unknown> | null)?.[key] ?? null;
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return value;
  if (isWords(schema)) return (value as Record<Language, string>)[language];
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object')) return value.join(';');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

type Cell = string | number | boolean | null;

/** What spreadsheets take for a formula, the full-width signs of Chinese keyboards among them. */
const FORMULA = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;
/** A number in a text column is harmless, its sign included. */
const NUMBER = /^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?(?:[eE][+-]?\d+)?%?$/;

/** One cell. Numbers stay as they are; a text that would be a formula gets an apostrophe before it. */
export function cellText(value: Cell): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const text = FORMULA.test(value) && !NUMBER.test(value) ? `'${value}` : value;
  // Where a semicolon or a tab parts cells, what stands behind it must not become one.
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
