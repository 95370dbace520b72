/** Notes (批注) on cells: put into a sheet that has none, or beside and behind those that it has. */
import { cellName } from '#warehouse/cell-name.ts';
import {
  attributeOf,
  childOf,
  childrenOf,
  prefixed,
  prefixOf,
  rootOf,
  tagsOnly,
  type Element
} from './elements.ts';
import { Edits } from './edits.ts';
import { declaration } from './open-workbook.ts';
import { columnOf } from './restyle-cells.ts';
import { cellXml, escapeXml, unescapeXml } from './xml-text.ts';

export interface Note {
  /** 0-based. */
  column: number;
  /** 1-based. */
  row: number;
  /** First line, in bold. */
  head: string;
  text: string;
}

/** Stands before what is added to another's note, so that it can be told from it and be taken away again. */
const behind = '———— ';

/** A part of notes by `author`. */
export function newNotes(main: string, notes: readonly Note[], author: string): string {
  const list = notes.map((note) => noteXml(note, 0)).join('');
  return `${declaration}<comments xmlns="${main}"><authors><author>${escapeXml(author)}</author></authors><commentList>${list}</commentList></comments>`;
}

/**
 * Adds notes to a part that has some. On a cell that has one the text is added to it, unless that is a conversation,
 * whose note nobody sees: `left` has those. `boxed` are the notes that need a box of their own.
 */
export function withNotes(
  xml: string,
  notes: readonly Note[],
  author: string
): { xml: string; boxed: Note[]; left: Note[] } {
  const tags = tagsOnly(xml);
  const root = rootOf(tags);
  const p = prefixOf(tags, root);
  const authors = childOf(tags, root, 'authors');
  const list = childOf(tags, root, 'commentList');
  if (!authors || !list || authors.empty || list.empty) return { xml, boxed: [], left: [...notes] };
  const names = childrenOf(tags, authors).map(({ open, close }) => xml.slice(open, close));
  const there = new Map(
    childrenOf(tags, list).map((element) => [
      attributeOf(tags.slice(element.start, element.open), 'ref') ?? '',
      element
    ])
  );
  const edits = new Edits();
  const boxed: Note[] = [];
  const left: Note[] = [];
  for (const note of notes) {
    const element = there.get(cellName(note.column, note.row));
    if (!element) boxed.push(note);
    else if (isConversation(tags, element, names) || !addTo(edits, xml, tags, element, note, p))
      left.push(note);
  }
  const own = names.indexOf(escapeXml(author));
  const id = own === -1 ? names.length : own;
  if (own === -1 && boxed.length > 0)
    edits.insert(authors.close, prefixed(`<author>${escapeXml(author)}</author>`, p));
  edits.insert(list.close, prefixed(boxed.map((note) => noteXml(note, id)).join(''), p));
  return { xml: edits.applied(xml), boxed, left };
}

/**
 * Takes away notes that begin with one of some texts, and what such a text begins that was added to another's note.
 * `cells`: `column,row` of the former.
 */
export function withoutNotes(xml: string, heads: readonly string[]): { xml: string; cells: Set<string> } {
  const tags = tagsOnly(xml);
  const list = childOf(tags, rootOf(tags), 'commentList');
  const cells = new Set<string>();
  const edits = new Edits();
  const said = ({ open, close }: Element) => unescapeXml(xml.slice(open, close).replace(/<[^>]*>/g, ''));
  for (const element of list ? childrenOf(tags, list) : []) {
    if (heads.some((head) => said(element).trimStart().startsWith(head))) {
      edits.replace(element.start, element.end, '');
      cells.add(placeOf(attributeOf(tags.slice(element.start, element.open), 'ref') ?? ''));
      continue;
    }
    const text = childOf(tags, element, 'text');
    const first = (text ? childrenOf(tags, text) : []).find((run) =>
      heads.some((head) => said(run).startsWith(`\n${behind}${head}`))
    );
    if (text && first) edits.replace(first.start, text.close, '');
  }
  return { xml: edits.applied(xml), cells };
}

function placeOf(ref: string): string {
  const [, letters = '', row = '0'] = /^([A-Z]+)(\d+)$/.exec(ref) ?? [];
  return `${columnOf(letters)},${row}`;
}

/** The note of a conversation names it as its author. */
const isConversation = (tags: string, { start, open }: Element, names: readonly string[]) =>
  (names[Number(attributeOf(tags.slice(start, open), 'authorId'))] ?? '').startsWith('tc=');

function addTo(edits: Edits, xml: string, tags: string, element: Element, note: Note, p: string): boolean {
  const text = childOf(tags, element, 'text');
  if (!text || text.empty) return false;
  const parts = childrenOf(tags, text);
  // A text without runs becomes the first run of several.
  const [only] = parts;
  if (only && only.name === 't' && parts.length === 1)
    edits.replace(
      only.start,
      only.end,
      prefixed('<r>', p) + xml.slice(only.start, only.end) + prefixed('</r>', p)
    );
  const last = parts.findLast(({ name }) => name === 'r' || name === 't');
  const added = { ...note, head: `\n${behind}${note.head}` };
  edits.insert(last?.end ?? text.open, prefixed(runsOf(added), p));
  return true;
}

const noteXml = (note: Note, author: number): string =>
  `<comment ref="${cellName(note.column, note.row)}" authorId="${author}"><text>${runsOf(note)}</text></comment>`;

const runsOf = ({ head, text }: Note): string =>
  run(head, '<b/>') + (text === '' ? '' : run(`\n${text}`, ''));

const run = (text: string, look: string): string =>
  `<r><rPr>${look}<sz val="9"/><color indexed="81"/><rFont val="宋体"/><family val="3"/><charset val="134"/></rPr><t xml:space="preserve">${cellXml(text)}</t></r>`;
