import { expect, test } from 'vitest';
import type { Figure, IndicatorWords } from '../../../warehouse/answers.ts';
import { groupsOf, sortGroups } from '../../../dashboard/routes/indicators/[id]/groups.ts';

const words = (text: string) => ({ zh: text, en: text });
const indicator = {
  direction: 'up',
  values: [
    { name: 'median', words: words('median'), unit: 'days', dimension: 'kind' },
    { name: 'p90', words: words('p90'), unit: 'days', dimension: 'kind' }
  ]
} as unknown as IndicatorWords;

const figure = (group: string, name: string, value: number | null, more: Partial<Figure> = {}) =>
  ({
    group,
    group_words: words(group),
    name,
    dimension: '',
    value,
    status: 'none',
    missing: 0,
    denominator: 10,
    ...more
  }) as Figure;

test('a row a group, a cell a named value, splits of the indicator left out', () => {
  const rows = groupsOf(
    [
      figure('a', 'p90', 30),
      figure('a', 'median', 20),
      figure('b', 'median', 10),
      figure('b', 'median', 99, { dimension: 'general' })
    ],
    indicator
  );
  expect(rows.map(({ group, cells }) => [group, ...cells.map((cell) => cell?.value)])).toEqual([
    ['a', 20, 30],
    ['b', 10, undefined]
  ]);
});

test('sorted by what is asked, else worst first', () => {
  const rows = groupsOf(
    [
      figure('a', 'median', 95, { status: 'green', denominator: 3 }),
      figure('b', 'median', 40, { status: 'red', denominator: 9 }),
      figure('c', 'median', null, { missing: 4 })
    ],
    indicator
  );
  const order = (sort: string) =>
    sortGroups(rows, sort, indicator)
      .map(({ group }) => group)
      .join('');
  expect(order('worst')).toBe('bac');
  expect(order('no such order')).toBe('bac');
  expect(order('-value')).toBe('abc');
  expect(order('-missing').charAt(0)).toBe('c');
  expect(order('denominator').charAt(0)).toBe('a');
});
