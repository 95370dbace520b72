/** Letters of a spreadsheet column: 0 → A, 26 → AA. */
export function columnLetters(index: number): string {
  let letters = '';
  for (let n = index; n >= 0; n = Math.floor(n / 26) - 1)
    letters = String.fromCharCode(65 + (n % 26)) + letters;
  return letters;
}

/** Address of a cell: 0-based column, 1-based row. */
export const cellName = (index: number, row: number): string => `${columnLetters(index)}${row}`;
