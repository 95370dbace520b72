/** Cells that are written otherwise than the form asks, and were read all the same. */
import type { Column, Report } from '#ingest/declare.ts';
import { NONE_PLAIN, type PlainColumns } from './plain-columns.ts';
import { allColumns, isIdentifier, literal, typedCells, unreadable, type CityCodes } from './typed.ts';

/** Full-width digits and letters, for a class of characters. */
const FULL_WORDS = '０-９Ａ-Ｚａ-ｚ';

/** SQL of a column `odd` beside typed rows: whether any cell of the row is such a one. No cell of a plain column is. */
export const oddRow = (report: Report, plain: PlainColumns = NONE_PLAIN): string => {
  const asked = allColumns(report).filter(({ field }) => !plain.has(field));
  return `coalesce(${asked.map(isOdd).join('\n  or ') || 'false'}, false) as odd`;
};

/** As a select of `submission_id`, `sheet_no`, `row_no`, `field`, `was` (as submitted) and `reads` (as it was read). */
export function oddCells(report: Report, source: string, city: CityCodes): string {
  const cells = allColumns(report).map(
    (column) =>
      `case when (${isOdd(column)}) and not (${unreadable(column)})
        then {'field': ${literal(column.field)}, 'was': r_${column.field}, 'reads': ${written(column)}} end`
  );
  return `select submission_id, sheet_no, row_no, unnest(cells, recursive := true)
    from (select submission_id, sheet_no, row_no, list_filter([${cells.join(',\n  ')}], x -> x is not null) as cells
      from ${typedCells(report, source, city)})`;
}

/**
 * SQL that is true of a cell which is not written as the form asks: blanks around it, full-width digits, letters or
 * punctuation, a day in other words, thousands apart by commas. By bytes where possible, for it is asked of every cell:
 * a full-width character has three and its half-width one, and trimming shortens.
 */
function isOdd(column: Column): string {
  const { field, type } = column;
  const trimmed = `strlen(r_${field}) <> strlen(c_${field})`;
  const half = `strlen(r_${field}) <> strlen(h_${field})`;
  // Labels of codes and numbers of official letters have full-width brackets of their own. `case`, for `and` asks both.
  const worded = (signs: string) =>
    `case when ${half} then ${trimmed} or regexp_matches(c_${field}, ${literal(`[${FULL_WORDS}${signs}]`)}) else false end`;
  switch (type) {
    case 'string':
      return isIdentifier(column) ? worded('－') : trimmed;
    case 'code':
    case 'bool':
      return worded('');
    case 'codes':
      return worded('；');
    case 'date':
    case 'datetime':
      return `${half} or not d_${field}`;
    case 'int':
    case 'decimal':
      return `${half} or contains(h_${field}, ',')`;
    case 'quarter':
      return `r_${field} <> ${field}`;
    case 'strings':
    case 'month':
      return half;
  }
}

/** Whether a text may be such a cell: true of more than `isOdd` is, without asking the engine. */
export function mayBeOdd({ type }: Column, text: string | null): boolean {
  if (text === null) return false;
  if (/^\s|\s$|[\u3000\uff01-\uff5e]/.test(text)) return true;
  switch (type) {
    case 'date':
      return !/^\d{4}-\d\d-\d\d$/.test(text);
    case 'datetime':
      return !/^\d{4}-\d\d-\d\d/.test(text);
    case 'int':
    case 'decimal':
      return text.includes(',');
    case 'quarter':
      return !/^\d{4}-Q[1-4]$/.test(text);
    default:
      return false;
  }
}

/** A typed value as text, as the form asks for it. */
function written({ field, type }: Column): string {
  if (type === 'codes' || type === 'strings') return `array_to_string(${field}, ';')`;
  if (type === 'bool') return `case when ${field} then 'Y' else 'N' end`;
  if (type === 'datetime') return `regexp_replace(strftime(${field}, '%Y-%m-%dT%H:%M:%S'), ':00$', '')`;
  return `cast(${field} as varchar)`;
}
