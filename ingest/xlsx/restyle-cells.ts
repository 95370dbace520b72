/** Gives cells of a sheet another format and leaves everything else of them as it is; a cell that is missing is made. */
import { columnLetters } from '#warehouse/cell-name.ts';
import { attributeOf, withAttribute, type Element } from './elements.ts';
import type { OpenSheet } from './open-sheet.ts';

/** A cell's new format from its old one. */
export type Restyle = (format: number) => number;

/** By 1-based row and 0-based column. */
export type Restyles = ReadonlyMap<number, ReadonlyMap<number, Restyle>>;

interface Row {
  element: Element;
  number: number;
}

/** `every` is asked of every cell that is there, before the others. */
export function restyleCells(sheet: OpenSheet, restyles: Restyles, every?: Restyle): void {
  const waiting = [...restyles.keys()].toSorted((a, b) => a - b);
  const missing = (before: number): string => {
    let made = '';
    while (waiting[0] !== undefined && waiting[0] < before) {
      const row = waiting.shift() as number;
      made += `<${sheet.prefix}row r="${row}">${newCells(sheet, row, restyles.get(row), '')}</${sheet.prefix}row>`;
    }
    return made;
  };
  for (const row of rowsOf(sheet)) {
    const made = missing(row.number);
    if (made !== '') sheet.edits.insert(row.element.start, made);
    if (waiting[0] === row.number) waiting.shift();
    const wanted = restyles.get(row.number);
    if (wanted || every) restyleRow(sheet, row, wanted, every);
  }
  const rest = missing(Number.POSITIVE_INFINITY);
  if (rest === '') return;
  const { data, edits, prefix } = sheet;
  if (data.empty) edits.replace(data.start, data.end, `<${prefix}sheetData>${rest}</${prefix}sheetData>`);
  else edits.insert(data.close, rest);
}

function* rowsOf({ tags, prefix, data, geometry }: OpenSheet): Generator<Row, void, void> {
  const start = tagOf(`${prefix}row`);
  start.lastIndex = data.open;
  let number = 0;
  for (let match = start.exec(tags); match && match.index < data.close; match = start.exec(tags)) {
    const [tag] = match;
    const own = / r\s*=\s*["'](\d+)/.exec(tag)?.[1];
    number = own === undefined ? number + 1 : Number(own);
    const height = / ht\s*=\s*["']([\d.]+)/.exec(tag)?.[1];
    if (height !== undefined) geometry.setHeight(number, Number(height));
    const open = match.index + tag.length;
    const empty = tag.endsWith('/>');
    const close = empty ? open : tags.indexOf(`</${prefix}row`, open);
    if (close === -1) throw new SyntaxError(`Row ${number} is not closed`);
    yield { element: { name: 'row', start: match.index, open, close, end: close, empty }, number };
    start.lastIndex = close;
  }
}

function restyleRow(
  sheet: OpenSheet,
  { element, number }: Row,
  wanted: ReadonlyMap<number, Restyle> | undefined,
  every: Restyle | undefined
): void {
  const { tags, edits, prefix } = sheet;
  const rowTag = tags.slice(element.start, element.open);
  const left = new Map(wanted);
  const before = (column: number): string => {
    const due = [...left].filter(([one]) => one < column);
    for (const [one] of due) left.delete(one);
    return due.length > 0 ? newCells(sheet, number, new Map(due), rowTag) : '';
  };
  const start = tagOf(`${prefix}c`);
  start.lastIndex = element.open;
  let column = -1;
  let found = 0;
  for (let match = start.exec(tags); match && match.index < element.close; match = start.exec(tags)) {
    const [tag] = match;
    const ref = / r\s*=\s*["']([A-Z]+)/.exec(tag)?.[1];
    column = ref === undefined ? column + 1 : columnOf(ref);
    const made = left.size > 0 ? before(column) : '';
    if (made !== '') edits.insert(match.index, made);
    const restyle = left.get(column);
    if (!restyle && !every) continue;
    const old = Number(/ s\s*=\s*["'](\d+)/.exec(tag)?.[1] ?? 0);
    const clean = every?.(old) ?? old;
    const style = restyle?.(clean) ?? clean;
    if (left.delete(column)) found++;
    if (style !== old)
      edits.replace(match.index, match.index + tag.length, withAttribute(tag, 's', String(style)));
  }
  const rest = before(Number.POSITIVE_INFINITY);
  // Which columns a row spans may no longer be so; a row need not say it.
  const tag = wanted && wanted.size > found ? withAttribute(rowTag, 'spans', undefined) : rowTag;
  if (element.empty && rest !== '')
    edits.replace(element.start, element.open, `${tag.replace(/\s*\/>$/, '>')}${rest}</${prefix}row>`);
  else {
    if (rest !== '') edits.insert(element.close, rest);
    if (tag !== rowTag) edits.replace(element.start, element.open, tag);
  }
}

/** Cells without content, in the format that the row or the column gives them, made anew. */
function newCells(
  { prefix, geometry }: OpenSheet,
  row: number,
  wanted: ReadonlyMap<number, Restyle> | undefined,
  rowTag: string
): string {
  const ofRow = attributeOf(rowTag, 'customFormat') === '1' ? attributeOf(rowTag, 's') : undefined;
  return [...(wanted ?? [])]
    .toSorted(([a], [b]) => a - b)
    .map(([column, restyle]) => {
      const format = restyle(ofRow === undefined ? geometry.styleOf(column) : Number(ofRow));
      return `<${prefix}c r="${columnLetters(column)}${row}" s="${format}"/>`;
    })
    .join('');
}

const tagOf = (name: string) => new RegExp(`<${name}(?=[\\s/>])(?:[^"'<>]|"[^"]*"|'[^']*')*>`, 'g');

/** A → 0, AA → 26. */
export const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
