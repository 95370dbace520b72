/** A worksheet opened for editing. Its rows may be millions, so only what stands before and behind them is taken apart. */
import { Edits } from './edits.ts';
import { elementsBetween, tagsOnly, type Element } from './elements.ts';
import { Geometry } from './geometry.ts';
import type { OpenWorkbook } from './open-workbook.ts';

export interface OpenSheet {
  path: string;
  xml: string;
  /** As `tagsOnly` gives it. */
  tags: string;
  /** Of its elements' names, `x:` or nothing. */
  prefix: string;
  /** The elements of the worksheet, in order, `sheetData` among them. */
  parts: readonly Element[];
  data: Element;
  geometry: Geometry;
  edits: Edits;
}

/** @throws SyntaxError for a part that is no worksheet. */
export function openSheet(workbook: OpenWorkbook, path: string): OpenSheet {
  const xml = workbook.pack.text(path);
  const tags = tagsOnly(xml);
  const begin = /<([\w.-]+:)?worksheet(?=[\s>])[^>]*>/.exec(tags);
  const prefix = begin?.[1] ?? '';
  const data = begin && new RegExp(`<${prefix}sheetData\\s*(/?)>`).exec(tags);
  const end = tags.lastIndexOf(`</${prefix}worksheet`);
  if (!begin || !data || end === -1) throw new SyntaxError(`${path} is no worksheet`);
  const open = data.index + data[0].length;
  const empty = data[1] === '/';
  const close = empty ? open : tags.lastIndexOf(`</${prefix}sheetData`);
  if (close < open) throw new SyntaxError(`${path} is cut off`);
  const element = {
    name: 'sheetData',
    start: data.index,
    open,
    close,
    end: empty ? open : tags.indexOf('>', close) + 1,
    empty
  };
  const head = elementsBetween(tags, begin.index + begin[0].length, data.index);
  const tail = elementsBetween(tags, element.end, end);
  return {
    path,
    xml,
    tags,
    prefix,
    parts: [...head, element, ...tail],
    data: element,
    geometry: Geometry.of(tags, head),
    edits: new Edits()
  };
}

export function closeSheet(workbook: OpenWorkbook, { path, xml, edits }: OpenSheet): void {
  if (!edits.none) workbook.pack.put(path, edits.applied(xml));
}
