import { expect, test } from 'vitest';
import type { Status } from '../../warehouse/answers.ts';
import { worstFirst } from '../../dashboard/worst-first.ts';

const figure = (id: string, status: Status, value: number | null, denominator = 10, missing = 0) => ({
  id,
  status,
  value,
  denominator,
  missing
});
const order = (direction: 'up' | 'down', ...figures: ReturnType<typeof figure>[]) =>
  figures.toSorted(worstFirst(direction)).map(({ id }) => id);

test('red comes before amber before green, whatever the value', () => {
  expect(order('up', figure('g', 'green', 96), figure('r', 'red', 84), figure('a', 'amber', 90))).toEqual([
    'r',
    'a',
    'g'
  ]);
});

test('within a state the worse value first, by the direction of the indicator', () => {
  expect(order('up', figure('b', 'red', 60), figure('a', 'red', 40))).toEqual(['a', 'b']);
  expect(order('down', figure('b', 'red', 60), figure('a', 'red', 40))).toEqual(['b', 'a']);
});

test('equal values: the one that stands for more first; unknown values last', () => {
  expect(order('up', figure('small', 'red', 50, 2), figure('large', 'red', 50, 20))).toEqual([
    'large',
    'small'
  ]);
  expect(order('up', figure('unknown', 'none', null, 0), figure('known', 'none', 50, 3))).toEqual([
    'known',
    'unknown'
  ]);
});
