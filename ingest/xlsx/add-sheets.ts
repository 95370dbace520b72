/** Puts sheets into a workbook, before the others or behind them, and keeps what counts sheets by their place right. */
import {
  attributeOf,
  childOf,
  childrenOf,
  elementsBetween,
  prefixed,
  prefixOf,
  rootOf,
  tagsOnly,
  withAttribute,
  type Element
} from './elements.ts';
import { Edits } from './edits.ts';
import { appendTo, type OpenWorkbook } from './open-workbook.ts';
import { escapeXml } from './xml-text.ts';

export interface NewSheet {
  name: string;
  xml: string;
  hidden?: boolean;
  /** Columns and rows repeated on every printed page, such as `$A:$A` and `$1:$6`. */
  repeated?: readonly string[];
}

/** A name for the whole workbook: a range, or a value. */
export interface NewName {
  name: string;
  refers: string;
  hidden?: boolean;
}

const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';

/** Resolves to the part names, in order. The first of the sheets becomes the one that is seen when they are put before. */
export function addSheets(
  workbook: OpenWorkbook,
  sheets: readonly NewSheet[],
  where: 'before' | 'behind',
  names: readonly NewName[] = []
): string[] {
  const { pack, path, ns } = workbook;
  const folder = path.replace(/[^/]*$/, '');
  const there = workbook.sheets;
  let id = Math.max(0, ...there.map(({ sheetId }) => sheetId));
  const paths: string[] = [];
  const elements = sheets.map(({ name, xml, hidden }) => {
    const part = pack.freeName(`${folder}worksheets/sheet`, '.xml');
    pack.put(part, xml);
    workbook.declare(part, sheetType);
    paths.push(part);
    const link = workbook.link(path, 'worksheet', part);
    return `<sheet xmlns:r="${ns.relations}" name="${escapeXml(name)}" sheetId="${++id}"${hidden ? ' state="hidden"' : ''} r:id="${link}"/>`;
  });
  const xml = pack.text(path);
  const tags = tagsOnly(xml);
  const root = rootOf(tags);
  const edits = new Edits();
  const list = childOf(tags, root, 'sheets');
  if (!list) throw new SyntaxError('The workbook lists no sheets');
  if (where === 'behind' || list.empty) appendTo(edits, tags, list, elements.join(''));
  else edits.insert(list.open, prefixed(elements.join(''), prefixOf(tags, root)));
  const first = where === 'before' ? 0 : there.length;
  const titles = sheets.flatMap(({ name, repeated }, i) =>
    repeated
      ? [
          `<definedName name="_xlnm.Print_Titles" localSheetId="${first + i}">${escapeXml(repeated.map((area) => `${quoted(name)}!${area}`).join(','))}</definedName>`
        ]
      : []
  );
  const own = names.map(
    ({ name, refers, hidden }) =>
      `<definedName name="${name}"${hidden ? ' hidden="1"' : ''}>${escapeXml(refers)}</definedName>`
  );
  if (where === 'before') {
    moveNames(edits, xml, tags, root, sheets.length);
    lookAtFirst(edits, xml, tags, root);
  }
  addNames(edits, tags, root, list, [...own, ...titles]);
  pack.put(path, edits.applied(xml));
  return paths;
}

/** A sheet's name as formulas and links have it. */
export const quoted = (sheet: string): string => `'${sheet.replaceAll("'", "''")}'`;

/** Names that belong to one sheet say which by its place. */
function moveNames(edits: Edits, xml: string, tags: string, root: Element, by: number): void {
  const list = childOf(tags, root, 'definedNames');
  for (const { start, open } of list ? childrenOf(tags, list) : []) {
    const tag = xml.slice(start, open);
    const at = attributeOf(tag, 'localSheetId');
    if (at !== undefined)
      edits.replace(start, open, withAttribute(tag, 'localSheetId', String(Number(at) + by)));
  }
}

function lookAtFirst(edits: Edits, xml: string, tags: string, root: Element): void {
  const list = childOf(tags, root, 'bookViews');
  for (const { start, open } of list ? childrenOf(tags, list) : []) {
    const tag = xml.slice(start, open);
    const seen = withAttribute(withAttribute(tag, 'activeTab', undefined), 'firstSheet', undefined);
    if (seen !== tag) edits.replace(start, open, seen);
  }
}

/** Elements of a workbook that stand before its names. */
const beforeNames = ['sheets', 'functionGroups', 'externalReferences'];

function addNames(edits: Edits, tags: string, root: Element, list: Element, names: readonly string[]): void {
  if (names.length === 0) return;
  const there = childOf(tags, root, 'definedNames');
  if (there) return appendTo(edits, tags, there, names.join(''));
  const last = elementsBetween(tags, list.start, root.close).findLast(({ name }) =>
    beforeNames.includes(name)
  );
  edits.insert(
    (last ?? list).end,
    prefixed(`<definedNames>${names.join('')}</definedNames>`, prefixOf(tags, root))
  );
}
