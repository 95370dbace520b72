/** Points that a row needs for texts in columns of so many characters: not every program fits rows by itself. */
export function heightOf(cells: readonly (readonly [text: string, width: number])[]): number {
  const lines = cells.map(([text, width]) =>
    text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(lengthOf(line) / (width - 0.5))), 0)
  );
  // A row can be no higher than 409 points.
  return Math.min(409, Math.max(18, Math.max(1, ...lines) * 16 + 4));
}

/** In the width of a digit; a Chinese character takes two. */
export const lengthOf = (line: string): number =>
  [...line].reduce((sum, character) => sum + (character > 'ÿ' ? 2.02 : 1.02), 0);
