/**
 * Columns in which every cell is written as the form asks, in ASCII and without blanks around it: most columns of a large
 * file are, and their cells need not be tidied one by one.
 */
import type { Column, Report } from '#ingest/declare.ts';
import type { Transaction } from './engine.ts';

/** Fields of such columns. */
export type PlainColumns = ReadonlySet<string>;

export const NONE_PLAIN: PlainColumns = new Set();

interface PlainForm {
  /** A regular expression of the whole cell. */
  pattern: string;
  /** SQL of its value, where that needs less than a cell of any form does. */
  reads?: (text: string) => string;
}

const DAY = '[0-9]{4}-[0-9]{2}-[0-9]{2}';
const WORDS: PlainForm = { pattern: '[!-~]([ -~]*[!-~])?' };

/** By type of column. A value that is none, like the 30th of February, still cannot be read. */
const FORMS: Record<Column['type'], PlainForm> = {
  string: WORDS,
  strings: WORDS,
  code: WORDS,
  codes: WORDS,
  bool: WORDS,
  int: { pattern: '0|-?[1-9][0-9]{0,17}', reads: (text) => `try_cast(${text} as bigint)` },
  decimal: { pattern: '-?[0-9]+([.][0-9]+)?', reads: (text) => `try_cast(${text} as double)` },
  date: { pattern: DAY, reads: (text) => `try_cast(${text} as date)` },
  datetime: {
    pattern: `${DAY}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?([+]08:00)?`,
    reads: (text) => `try_cast(replace(${text}, '+08:00', '') as timestamp)`
  },
  month: { pattern: '[0-9]{4}-(0[1-9]|1[0-2])', reads: (text) => text },
  quarter: { pattern: '[0-9]{4}-Q[1-4]', reads: (text) => text }
};

/** SQL of the value of a cell in a plain column; undefined where it is read like any other. */
export const readPlain = ({ type }: Column, text: string): string | undefined => FORMS[type].reads?.(text);

/** SQL that is true of a cell written so, and null of an empty one. */
export const isPlain = ({ field, type }: Column): string =>
  `regexp_full_match(${field}, '${FORMS[type].pattern}')`;

/** The plain columns among `columns` of the rows of a raw table for which `where` holds. */
export async function plainColumns(
  tx: Transaction,
  { table }: Report,
  columns: readonly Column[],
  where: string
): Promise<PlainColumns> {
  const asked = columns.map((column) => `coalesce(bool_and(${isPlain(column)}), true) as ${column.field}`);
  const [found = {}] = await tx.all<Record<string, boolean>>(
    `select ${asked.join(', ')} from raw.${table} where ${where}`
  );
  return new Set(Object.keys(found).filter((field) => found[field]));
}
