/** One partner for each, so that the sum is the greatest (Hungarian method, O(rows² × columns)). */

/**
 * `worth[row][column]` ≥ 0. By row: the column that it is given, or -1 where it is given none or one worth nothing.
 */
export function bestAssignment(worth: readonly (readonly number[])[]): number[] {
  const width = Math.max(0, ...worth.map((row) => row.length));
  const columns = Math.max(width, worth.length);
  const cost = (row: number, column: number) => -(worth[row]?.[column] ?? 0);
  // Potentials and the row that holds each column; index 0 is a column beside all.
  const ofRow = new Float64Array(worth.length + 1);
  const ofColumn = new Float64Array(columns + 1);
  const holder = new Int32Array(columns + 1);
  for (let row = 1; row <= worth.length; row++) {
    const least = new Float64Array(columns + 1).fill(Infinity);
    const before = new Int32Array(columns + 1);
    const done = new Uint8Array(columns + 1);
    let at = 0;
    holder[0] = row;
    do {
      done[at] = 1;
      const from = holder[at] ?? 0;
      let step = Infinity;
      let next = 0;
      for (let column = 1; column <= columns; column++) {
        if (done[column]) continue;
        const slack = cost(from - 1, column - 1) - (ofRow[from] ?? 0) - (ofColumn[column] ?? 0);
        if (slack < (least[column] ?? Infinity)) {
          least[column] = slack;
          before[column] = at;
        }
        if ((least[column] ?? Infinity) < step) {
          step = least[column] ?? Infinity;
          next = column;
        }
      }
      for (let column = 0; column <= columns; column++) {
        const held = holder[column] ?? 0;
        if (done[column]) {
          ofRow[held] = (ofRow[held] ?? 0) + step;
          ofColumn[column] = (ofColumn[column] ?? 0) - step;
        } else least[column] = (least[column] ?? 0) - step;
      }
      at = next;
    } while ((holder[at] ?? 0) !== 0);
    while (at !== 0) {
      const previous = before[at] ?? 0;
      holder[at] = holder[previous] ?? 0;
      at = previous;
    }
  }
  const given = worth.map(() => -1);
  for (let column = 1; column <= columns; column++) {
    const row = (holder[column] ?? 0) - 1;
    if (row >= 0 && (worth[row]?.[column - 1] ?? 0) > 0) given[row] = column - 1;
  }
  return given;
}
