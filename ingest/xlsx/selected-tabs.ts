/** Leaves no sheet selected: of several selected sheets, what is typed into one would be typed into all. */
import { Edits } from './edits.ts';
import type { OpenWorkbook } from './open-workbook.ts';

const selected =
  /(<(?:[\w.-]+:)?sheetView(?=\s)(?:[^<>"']|"[^"]*"|'[^']*')*?)(\s+tabSelected\s*=\s*["'](?:1|true)["'])/g;

/** To be called before other changes to the sheets. */
export function unselectTabs(workbook: OpenWorkbook): void {
  for (const { path } of workbook.sheets) {
    const xml = workbook.pack.text(path);
    const edits = new Edits();
    const end = xml.search(/<(?:[\w.-]+:)?sheetData[\s/>]/);
    for (const match of xml.slice(0, end === -1 ? xml.length : end).matchAll(selected)) {
      const from = match.index + (match[1] ?? '').length;
      edits.replace(from, from + (match[2] ?? '').length, '');
    }
    if (!edits.none) workbook.pack.put(path, edits.applied(xml));
  }
}
