import { expect, test } from 'vitest';
import { levelsOf } from '../../../dashboard/charts/levels.ts';

const of = (green: string, unit: 'percent' | 'count' | 'days', names = ['rate']) =>
  levelsOf(
    {
      thresholds: [
        { name: 'rate', green: '≥50', amber: '', red: '', per: null, from: '2020-01-01', basis: '' },
        { name: 'rate', green, amber: '', red: '', per: null, from: '2023-12-01', basis: '' }
      ],
      values: names.map((name) => ({ name, words: name, unit, dimension: null }))
    },
    (value) => `target ${value}`
  );

test('the newest limit of green is the level', () => {
  expect(of('≥95', 'percent')).toEqual([{ value: 95, label: 'target 95' }]);
});

test('no level where a limit is not one number, for counts, or for several values', () => {
  expect(of('25/50/75/90', 'percent')).toEqual([]);
  expect(of('0', 'count')).toEqual([]);
  expect(of('≤20', 'days', ['median', 'p90'])).toEqual([]);
});
