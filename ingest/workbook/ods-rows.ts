/**
 * The rows of a table of OpenDocument, in one pass over its XML. Written here because the maintained readers join the
 * lines of a cell or leave out hidden sheets, hidden rows and what cells are merged.
 */
import { cellName } from '#warehouse/cell-name.ts';
import type { Scalar } from '../cell-text.ts';
import type { Notices } from '../notice.ts';
import { Rejection } from '../rejection.ts';
import { odsText } from './ods-text.ts';
import type { SheetRow } from './workbook.ts';
import { piecesOf } from './xml-part.ts';

const mostRows = 1_048_576;
const mostColumns = 16_384;
/** Cells that repeated rows and columns may stand for: a few bytes can claim to be billions. */
const mostRepeated = 5_000_000;
/** Cells of a row that need no counting. */
const narrow = 1000;

const tag = /<table:(table-row|table-cell|covered-table-cell)(?=[\s/>])((?:[^"'>]|"[^"]*"|'[^']*')*?)(\/?)>/g;

/** Of the table whose XML stands between two places of a part. */
export function* odsRows(xml: Buffer, from: number, to: number, notices: Notices): Generator<SheetRow> {
  let index = 0;
  let repeated = 0;
  for (const piece of piecesOf(xml, '</table:table-row>', from, to)) {
    for (const { text, attributes } of rowsOf(piece)) {
      const times = numberOf(attributes, 'table:number-rows-repeated');
      const { values, merged } = cellsOf(text, index, notices);
      if (values.length > 0) {
        if (times > 1 || values.length > narrow) repeated += times * values.length;
        if (index + times > mostRows || repeated > mostRepeated)
          throw new Rejection('too_large', { detail: `> ${mostRows} × ${mostColumns}` });
        const hidden = /table:visibility="(collapse|filter)"/.test(attributes);
        for (let i = 0; i < times; i++) {
          if (hidden) notices.add('hidden_row', index + i + 1);
          yield { index: index + i, values: times > 1 ? [...values] : values, ...(merged ? { merged } : {}) };
        }
      }
      index += times;
    }
  }
}

function* rowsOf(piece: string): Generator<{ text: string; attributes: string }> {
  const starts = [...piece.matchAll(/<table:table-row(?=[\s/>])((?:[^"'>]|"[^"]*"|'[^']*')*?)\/?>/g)];
  for (const [i, start] of starts.entries())
    yield {
      attributes: start[1] ?? '',
      text: piece.slice(start.index + start[0].length, starts[i + 1]?.index ?? piece.length)
    };
}

function cellsOf(
  row: string,
  index: number,
  notices: Notices
): { values: Scalar[]; merged?: { column: number; to: number }[] } {
  const values: Scalar[] = [];
  const merged: { column: number; to: number }[] = [];
  const cell = new RegExp(tag);
  let column = 0;
  for (let found = cell.exec(row); found; found = cell.exec(row)) {
    const [, name, attributes = '', empty] = found;
    const times = numberOf(attributes, 'table:number-columns-repeated');
    let value: Scalar = null;
    if (empty !== '/') {
      const end = row.indexOf(`</table:${name}>`, cell.lastIndex);
      const stop = end === -1 ? row.length : end;
      if (name === 'table-cell') value = valueOf(attributes, row.slice(cell.lastIndex, stop));
      cell.lastIndex = stop;
    } else if (name === 'table-cell') value = valueOf(attributes, '');
    if (name === 'table-cell' && value === null && attributes.includes('table:formula='))
      notices.add('no_value', index + 1, cellName(column, index + 1));
    if (value !== null && value !== '') {
      const down = numberOf(attributes, 'table:number-rows-spanned');
      if (down > 1) merged.push({ column, to: index + down - 1 });
      const last = Math.min(column + times, mostColumns);
      while (values.length < column && column < mostColumns) values.push(null);
      for (let at = column; at < last; at++) values[at] = value;
    }
    column += times;
  }
  return merged.length > 0 ? { values, merged } : { values };
}

/** Of an attribute that counts; 1 without it. */
function numberOf(attributes: string, name: string): number {
  return Math.max(1, Number(attributeOf(attributes, name) ?? 1) || 1);
}

function attributeOf(attributes: string, name: string): string | undefined {
  const at = attributes.indexOf(`${name}="`);
  if (at === -1) return undefined;
  const from = at + name.length + 2;
  return attributes.slice(from, attributes.indexOf('"', from));
}

/** null where the cell says no value at all. */
function valueOf(attributes: string, inner: string): Scalar {
  if (attributes.includes('calcext:value-type="error"')) return odsText(inner) || '#VALUE!';
  switch (attributeOf(attributes, 'office:value-type')) {
    case undefined:
      return inner === '' ? null : odsText(inner) || null;
    case 'float':
    case 'percentage':
    case 'currency':
      return Number(attributeOf(attributes, 'office:value') ?? Number.NaN);
    case 'boolean':
      return attributeOf(attributes, 'office:boolean-value') === 'true';
    case 'date':
      return dateOf(attributeOf(attributes, 'office:date-value') ?? '') ?? odsText(inner);
    case 'time':
      return timeOf(attributeOf(attributes, 'office:time-value') ?? '') ?? odsText(inner);
    default:
      return odsText(inner);
  }
}

function dateOf(text: string): Date | undefined {
  const date = new Date(text.includes('T') && !text.endsWith('Z') ? `${text}Z` : text);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/** PT09H10M00S → 09:10 */
function timeOf(text: string): string | undefined {
  const [, hours, minutes, seconds] = /^PT(\d{1,2})H(\d{1,2})M(\d{1,2})(?:[.,]\d+)?S$/.exec(text) ?? [];
  if (hours === undefined || minutes === undefined) return undefined;
  const parts = [hours, minutes, ...(Number(seconds) > 0 ? [seconds ?? ''] : [])];
  return parts.map((part) => part.padStart(2, '0')).join(':');
}
