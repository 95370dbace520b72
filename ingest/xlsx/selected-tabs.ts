/** Leaves no sheet selected: of several selected sheets, what is typed into one would be typed into all. */
import { Edits } from './edits.ts';
import type { OpenWorkbook } from './open-workbook.ts';

const selected =
  /(<(?:[\w.-]+:)?sheetView(?=\s)(?:[^<>"']|"[^"]*"|'[^']*')*?)(\s+tabSelected\s*=\s*["'](?:1|true)["'])/g;

/** `end`: of what stands before the cells. */
export function unselect(xml: string, end: number, edits: Edits): void {
  for (const match of xml.slice(0, end).matchAll(selected)) {
    const from = match.index + (match[1] ?? '').length;
    edits.replace(from, from + (match[2] ?? '').length, '');
  }
}

/** `except` those that were opened, and have been unselected then. */
export function unselectTabs(workbook: OpenWorkbook, except: ReadonlySet<string>): void {
  for (const { path } of workbook.sheets) {
    if (except.has(path)) continue;
    const xml = workbook.pack.text(path);
    const edits = new Edits();
    const end = xml.search(/<(?:[\w.-]+:)?sheetData[\s/>]/);
    unselect(xml, end === -1 ? xml.length : end, edits);
    if (!edits.none) workbook.pack.put(path, edits.applied(xml));
  }
}
