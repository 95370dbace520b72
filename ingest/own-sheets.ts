/** The sheets that we put into workbooks beside the tables: they are ours, and never read as data. */

/** Of a template; a report's number may follow. */
export const templateSheets = { guide: '填表说明', example: '填写示例', choices: '选项' } as const;

/** Of a return slip, in the language it was made in. */
export const slipSheets = {
  zh: { summary: '报送回执', faults: '问题清单' },
  en: { summary: 'Return slip', faults: 'List of faults' }
} as const;

const names: readonly string[] = [
  ...Object.values(templateSheets),
  ...Object.values(slipSheets).flatMap((sheets) => Object.values(sheets))
];

/** Whether a sheet is one of them by its name: `填写示例 R04`, `报送回执` … */
export function isOwnSheet(name: string): boolean {
  const trimmed = name.trim();
  return names.some(
    (own) => trimmed === own || (trimmed.startsWith(own) && /^ (R\d\d|\d+)$/.test(trimmed.slice(own.length)))
  );
}

/** The sheets that may hold data: ours are left out, unless there are no others. */
export function dataSheets<T extends { name: string }>(sheets: readonly T[]): T[] {
  const others = sheets.filter(({ name }) => !isOwnSheet(name));
  return others.length > 0 ? others : [...sheets];
}

/** Stands in the first cell of an example, so that it is none of the data under another name either. */
export const exampleMark = '【填写示例】';

/** `rows`: the first rows of a sheet, as text. */
export const isExample = (rows: readonly { cells: readonly string[] }[]): boolean =>
  rows[0]?.cells[0]?.trim().startsWith(exampleMark) ?? false;
