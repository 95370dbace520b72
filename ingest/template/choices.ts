/** The drop-downs of a template: inside the cell's rule where they are short, else by a name for a list on a hidden sheet. */
import { columnLetters } from '#warehouse/cell-name.ts';
import { allColumns, wordings, type CityCodes } from '#warehouse/typed.ts';
import type { Column, Report } from '../declare.ts';
import { templateSheets } from '../own-sheets.ts';
import { quoted, type NewName } from '../xlsx/add-sheets.ts';
import type { SheetContent } from '../xlsx/sheet-xml.ts';
import { choicesInline } from '../xlsx/validations.ts';

export interface Choice {
  code: string;
  label: string;
}

/** Codes of a column with the words that are offered for them; none for a column that is free. */
export function choicesOf(column: Column, city: CityCodes): Choice[] {
  if (column.type === 'bool')
    return [
      { code: 'Y', label: '是' },
      { code: 'N', label: '否' }
    ];
  return wordings(column, city).map(({ code, accepted }) => ({ code, label: accepted[1] ?? code }));
}

export class ChoiceLists {
  private readonly lists: { name: string; labels: readonly string[] }[] = [];

  constructor(reports: readonly Report[], city: CityCodes) {
    const known = new Set<string>();
    for (const column of reports.flatMap((report) => allColumns(report))) {
      const labels = choicesOf(column, city).map(({ label }) => label);
      const name = nameOf(column);
      if (column.type !== 'code' || labels.length === 0 || known.has(name)) continue;
      known.add(name);
      if (choicesInline(labels) === undefined) this.lists.push({ name, labels });
    }
  }

  /** What a rule of kind `list` refers to; undefined for a column without choices. */
  formula(column: Column, city: CityCodes): string | undefined {
    const labels = choicesOf(column, city).map(({ label }) => label);
    return labels.length === 0 ? undefined : (choicesInline(labels) ?? nameOf(column));
  }

  get names(): NewName[] {
    return this.lists.map(({ name, labels }, i) => {
      const letters = columnLetters(i);
      return { name, refers: `${quoted(templateSheets.choices)}!$${letters}$1:$${letters}$${labels.length}` };
    });
  }

  /** Undefined where every list is short. */
  sheet(style: number): SheetContent | undefined {
    if (this.lists.length === 0) return undefined;
    const longest = Math.max(...this.lists.map(({ labels }) => labels.length));
    return {
      columns: this.lists.map(() => ({ width: 30 })),
      rows: Array.from({ length: longest }, (_, row) => ({
        cells: this.lists.map(({ labels }) => ({ value: labels[row] ?? '', style }))
      })),
      protected: true
    };
  }
}

/** `CL07` alone would be the name of a cell. */
const nameOf = ({ codes, field }: Column): string => `list_${codes ?? field}`;
