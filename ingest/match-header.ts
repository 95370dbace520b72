/** How well one row of a file answers as the header of one report. */
import type { HeaderNames, Sureness } from './header-names.ts';
import { fieldOf, normalHeader } from './header-names.ts';
import type { ReportHead } from './sheet-read.ts';

export interface Place {
  index: number;
  header: string;
}

export interface HeaderMatch {
  report: ReportHead;
  columns: Record<string, Place>;
  unknown: Place[];
  /** Columns that name a field which another column names as well. */
  duplicates: { field: string; places: Place[] }[];
  /** Declared columns found; system columns do not count. */
  score: number;
  missing: ReportHead['columns'];
}

/** A header cell: its text, and the forms to look up in order (two-row headers have several). */
export interface HeaderCell {
  text: string;
  forms: string[];
  /** What stands above it, in a header of two rows. */
  group?: string;
}

export function headerCells(row: readonly string[]): HeaderCell[] {
  return row.map((text) => ({ text: text.trim(), forms: [normalHeader(text)] }));
}

/** A header of two rows, its upper cells merged across or down: group and name, name alone, or the upper cell alone. */
export function twoRowHeader(upper: readonly string[], lower: readonly string[]): HeaderCell[] {
  let group = '';
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, i) => {
    const above = (upper[i] ?? '').trim();
    const below = (lower[i] ?? '').trim();
    if (above) group = above;
    if (!below) return { text: above, forms: [normalHeader(above)] };
    return { text: below, forms: [normalHeader(below), normalHeader(group + below)], group };
  });
}

export function matchHeader(names: HeaderNames, cells: readonly HeaderCell[]): HeaderMatch {
  const found = new Map<string, (Place & { sureness: Sureness })[]>();
  const unknown: Place[] = [];
  cells.forEach(({ text, forms }, index) => {
    const named = forms.map((form) => fieldOf(names, form)).find((hit) => hit !== undefined);
    if (named) {
      const places = found.get(named.field) ?? [];
      places.push({ index, header: text, sureness: named.sureness });
      found.set(named.field, places);
    } else if (text) unknown.push({ index, header: text });
  });
  const columns: Record<string, Place> = {};
  const duplicates: HeaderMatch['duplicates'] = [];
  for (const [field, places] of found) {
    // Beside ‘责任单位代码’, ‘统一社会信用代码’ is another column; beside ‘状态’ so is ‘状态（说明）’.
    const surest = Math.min(...places.map((place) => place.sureness));
    const best = places.filter((place) => place.sureness === surest);
    const first = best[0];
    if (!first) continue;
    columns[field] = { index: first.index, header: first.header };
    for (const { index, header } of places.filter((place) => !best.includes(place)))
      unknown.push({ index, header });
    if (best.length > 1)
      duplicates.push({ field, places: best.map(({ index, header }) => ({ index, header })) });
  }
  unknown.sort((a, b) => a.index - b.index);
  const declared = names.report.columns;
  return {
    report: names.report,
    columns,
    unknown,
    duplicates,
    score: declared.filter((column) => columns[column.field]).length,
    missing: declared.filter((column) => column.required === 'yes' && !columns[column.field])
  };
}
