/** Marks the cells at fault in their sheets and notes on them what is wrong, by which rule, and what to do. */
import { cellName } from '#warehouse/cell-name.ts';
import type { Level } from '../declare.ts';
import { isOwnSheet } from '../own-sheets.ts';
import { quoted } from '../xlsx/add-sheets.ts';
import { seenCells } from '../xlsx/merged-cells.ts';
import type { Note } from '../xlsx/notes.ts';
import { closeSheet, openSheet } from '../xlsx/open-sheet.ts';
import { restyleCells, type Restyle } from '../xlsx/restyle-cells.ts';
import { unselect, unselectTabs } from '../xlsx/selected-tabs.ts';
import { putNotes } from '../xlsx/sheet-notes.ts';
import type { Styles } from '../xlsx/styles.ts';
import type { Base, Place } from './base.ts';
import { Marks } from './marks.ts';
import type { SlipFinding, SlipMade } from './request.ts';
import { noteHeads, type SlipWords } from './words.ts';

/** Programs get slow over more notes than this; what has none is still marked and listed. */
const mostNotes = 2000;

/** A finding as the list of faults shows it. */
export interface Listed {
  finding: SlipFinding;
  sheet: string;
  /** Address of the cell, in words where it is not seen itself; '' where there is none. */
  cell: string;
  /** Where a click leads. */
  to: string;
}

interface MarkedCell {
  level: Level;
  findings: SlipFinding[];
}

interface MarkedSheet {
  /** By row and column. */
  cells: Map<number, Map<number, MarkedCell>>;
  rows: Map<number, { level: Level; first: number }>;
}

/** `again`: the file is itself a slip, whose marks are taken away first. */
export function markSheets(
  { workbook, placeOf }: Base,
  styles: Styles,
  findings: readonly SlipFinding[],
  words: SlipWords,
  again: boolean
): SlipMade & { listed: Listed[] } {
  const placed = findings.map((finding) => ({ finding, place: placeOf(finding) }));
  const paths = again
    ? workbook.sheets.filter(({ name, hasCells }) => hasCells && !isOwnSheet(name)).map(({ path }) => path)
    : [...new Set(placed.map(({ place }) => place.path))];
  const marks = new Marks(styles);
  const marker = markers(marks);
  const listed = new Map<SlipFinding, Listed>();
  const made = { marked: 0, noted: 0 };
  for (const path of paths) {
    const sheet = openSheet(workbook, path);
    unselect(sheet.xml, sheet.data.start, sheet.edits);
    const seen = seenCells(sheet);
    const marked: MarkedSheet = { cells: new Map(), rows: new Map() };
    for (const { finding, place } of placed) {
      if (place.path !== path) continue;
      const [column, row] = seen(place.column ?? place.first, place.row);
      mark(marked, finding, column, row, place);
      listed.set(finding, listedAt(finding, place, column, row, words));
    }
    const restyles = new Map<number, Map<number, Restyle>>();
    for (const [row, { level, first }] of marked.rows)
      restyles.set(row, new Map([[first, marker.row(level)]]));
    for (const [row, cells] of marked.cells) {
      const line = restyles.get(row) ?? new Map<number, Restyle>();
      for (const [column, { level }] of cells) line.set(column, marker.cell(level));
      restyles.set(row, line);
      made.marked += cells.size;
    }
    restyleCells(sheet, restyles, again ? marks.cleared : undefined);
    const notes = notesOf(marked, words, mostNotes - made.noted);
    const left = putNotes(workbook, sheet, notes, words.title, again ? noteHeads : []);
    made.noted += notes.length - left.length;
    closeSheet(workbook, sheet);
  }
  unselectTabs(workbook, new Set(paths));
  return { ...made, listed: findings.flatMap((finding) => listed.get(finding) ?? []) };
}

/** A graver finding decides how a cell, and a row, is marked. */
function mark(
  { cells, rows }: MarkedSheet,
  finding: SlipFinding,
  column: number,
  row: number,
  { first, row: own }: Place
): void {
  const graver = (a: Level, b: Level): Level => (a === 'reject' || b === 'reject' ? 'reject' : 'remark');
  const line = cells.get(row) ?? new Map<number, MarkedCell>();
  cells.set(row, line);
  const cell = line.get(column);
  line.set(column, {
    level: graver(cell?.level ?? 'remark', finding.level),
    findings: [...(cell?.findings ?? []), finding]
  });
  rows.set(own, { level: graver(rows.get(own)?.level ?? 'remark', finding.level), first });
}

function listedAt(finding: SlipFinding, place: Place, column: number, row: number, words: SlipWords): Listed {
  const address = cellName(column, row);
  const own = cellName(place.column ?? place.first, place.row);
  return {
    finding,
    sheet: place.sheet,
    cell: place.column === null ? '' : own === address ? address : words.merged(own),
    to: `${quoted(place.sheet)}!${address}`
  };
}

/** One function for each look, so that equal formats are derived once. */
function markers(marks: Marks) {
  const cell = { reject: marks.cell('reject'), remark: marks.cell('remark') };
  const row = { reject: marks.row('reject'), remark: marks.row('remark') };
  return { cell: (level: Level) => cell[level], row: (level: Level) => row[level] };
}

/** The graver ones first, if there are too many. */
function notesOf({ cells }: MarkedSheet, words: SlipWords, most: number): Note[] {
  const all = [...cells].flatMap(([row, line]) =>
    [...line].map(([column, cell]) => ({ row, column, ...cell }))
  );
  all.sort((a, b) =>
    a.level === b.level ? a.row - b.row || a.column - b.column : a.level === 'reject' ? -1 : 1
  );
  return all.slice(0, Math.max(0, most)).map(({ row, column, level, findings }) => ({
    row,
    column,
    head: `${words.note_head[level]}${[...new Set(findings.map(({ column_words }) => column_words))].join('、')}`,
    text: findings.map((finding, i) => noteText(finding, findings.length > 1 ? i + 1 : 0, words)).join('\n')
  }));
}

const noteText = ({ says, remedy, basis }: SlipFinding, number: number, words: SlipWords): string =>
  [
    `${number > 0 ? `${number}. ` : ''}${words.wrong}${words.colon}${says}`,
    remedy === '' ? '' : `${words.remedy}${words.colon}${remedy}`,
    basis === '' ? '' : `${words.basis}${words.colon}${basis}`
  ]
    .filter(Boolean)
    .join('\n');
