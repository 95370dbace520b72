/** Puts notes on a sheet: their part, their boxes, and the links between the three. */
import { attributeOf, prefixed } from './elements.ts';
import type { Geometry } from './geometry.ts';
import { withBoxes, withoutBoxes, type Box } from './note-shapes.ts';
import { newNotes, withNotes, withoutNotes, type Note } from './notes.ts';
import type { OpenSheet } from './open-sheet.ts';
import type { OpenWorkbook } from './open-workbook.ts';

const notesType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml';
const drawingType = 'application/vnd.openxmlformats-officedocument.vmlDrawing';

/** Elements of a worksheet that stand before its drawing of notes, in the order of the standard. */
const beforeDrawing = new Set(
  `sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios
   autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations
   hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches
   ignoredErrors smartTags drawing`.split(/\s+/)
);

/** Those that could not be added are given back. Notes that begin with one of `old` are taken away before. */
export function putNotes(
  workbook: OpenWorkbook,
  sheet: OpenSheet,
  notes: readonly Note[],
  author: string,
  old: readonly string[] = []
): Note[] {
  const { pack } = workbook;
  const links = workbook.links(sheet.path);
  const comments = links.find(({ kind }) => kind === 'comments')?.target;
  const own = sheet.parts.find(({ name }) => name === 'legacyDrawing');
  const id = own && attributeOf(sheet.tags.slice(own.start, own.open), String.raw`[\w.-]+:id`);
  const drawing = links.find((link) => link.id === id)?.target;
  let shapes = drawing === undefined ? undefined : pack.text(drawing);
  if (old.length > 0 && drawing !== undefined && shapes !== undefined && comments !== undefined) {
    const cleared = withoutNotes(pack.text(comments), old);
    if (cleared.xml !== pack.text(comments)) pack.put(comments, cleared.xml);
    if (cleared.cells.size > 0) pack.put(drawing, (shapes = withoutBoxes(shapes, cleared.cells)));
  }
  if (notes.length === 0) return [];
  const added =
    comments === undefined
      ? { xml: newNotes(workbook.ns.main, notes, author), boxed: [...notes], left: [] }
      : withNotes(pack.text(comments), notes, author);
  const boxes = withBoxes(
    shapes,
    added.boxed.map((note) => boxOf(note, sheet.geometry))
  );
  if (boxes === undefined) return [...notes];
  if (comments !== undefined) pack.put(comments, added.xml);
  else {
    const part = pack.freeName('xl/comments', '.xml');
    pack.put(part, added.xml);
    workbook.declare(part, notesType);
    workbook.link(sheet.path, 'comments', part);
  }
  if (added.boxed.length === 0) return added.left;
  if (drawing !== undefined) pack.put(drawing, boxes);
  else {
    const part = pack.freeName('xl/drawings/vmlDrawing', '.vml');
    pack.put(part, boxes);
    workbook.declareExtension('vml', drawingType);
    insertDrawing(sheet, workbook.link(sheet.path, 'vmlDrawing', part), workbook.ns.relations);
  }
  return added.left;
}

function insertDrawing({ parts, data, prefix, edits }: OpenSheet, link: string, relations: string): void {
  const after = parts.findLast(({ name }) => beforeDrawing.has(name)) ?? data;
  const element = `<legacyDrawing xmlns:r="${relations}" r:id="${link}"/>`;
  edits.insert(after.end, prefixed(element, prefix));
}

/** Wide enough for some words, high enough for all of them. */
function boxOf(note: Note, geometry: Geometry): Box {
  const width = 260;
  const lines = `${note.head}\n${note.text}`
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(pixels(line) / (width - 16))), 0);
  const anchor = geometry.beside(note.column, note.row, width, Math.min(600, lines * 16 + 12));
  return { column: note.column, row: note.row, anchor };
}

const pixels = (line: string) =>
  [...line].reduce((sum, character) => sum + (character.charCodeAt(0) > 0xff ? 12.5 : 7), 0);
