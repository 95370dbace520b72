import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bestAssignment } from '#ingest/best-assignment.ts';

const worthOf = (worth: number[][], given: number[]) =>
  given.reduce((sum, column, row) => sum + (column < 0 ? 0 : (worth[row]?.[column] ?? 0)), 0);

/** The best of all ways to give columns to rows. */
function best(worth: number[][], row = 0, used = new Set<number>()): number {
  if (row === worth.length) return 0;
  let most = best(worth, row + 1, used);
  (worth[row] ?? []).forEach((value, column) => {
    if (used.has(column)) return;
    used.add(column);
    most = Math.max(most, value + best(worth, row + 1, used));
    used.delete(column);
  });
  return most;
}

test('no other way to give each a partner is worth more', () => {
  const shape = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 5 }));
  const worths = shape.chain(([rows, columns]) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows
    })
  );
  fc.assert(
    fc.property(worths, (worth) => {
      const given = bestAssignment(worth);
      const columns = given.filter((column) => column >= 0);
      expect(given).toHaveLength(worth.length);
      expect(new Set(columns).size).toBe(columns.length);
      expect(worthOf(worth, given)).toBe(best(worth));
    })
  );
});

test('what is worth nothing is not given', () => {
  expect(
    bestAssignment([
      [0, 0],
      [3, 0]
    ])
  ).toEqual([-1, 0]);
  expect(bestAssignment([])).toEqual([]);
  expect(bestAssignment([[], []])).toEqual([-1, -1]);
});
