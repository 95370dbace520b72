/** How a place in a submitted file is said: member of an archive › worksheet › cell, as far as there are such. */

const steps = (...names: string[]): string =>
  names
    .flatMap((name) => name.split('/'))
    .filter((name) => name !== '')
    .join(' › ');

export const sheetName = (sheet: string): string => steps(sheet);

/** `cell`: address or row. The worksheet is left out where the file has no other. */
export const placeIn = (sheet: string, cell: string, among: number): string =>
  among > 1 || sheet.includes('/') ? steps(sheet, cell) : cell;
