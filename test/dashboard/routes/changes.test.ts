import { expect, test } from 'vitest';
import type { IndicatorWords } from '../../../warehouse/answers.ts';
import { askedFor } from '../../../dashboard/routes/indicators/[id]/changes/asked-for.ts';

const indicator = {
  period_kind: 'month',
  longer: ['quarter', 'year'],
  by: ['city', 'department'],
  values: [{ name: 'rate' }, { name: 'count' }]
} as unknown as IndicatorWords;
const asked = (query: string) => askedFor(new URL(`http://localhost/?${query}`), indicator);

test('what the indicator knows is asked', () => {
  expect(asked('since=2026-09-16&name=count&period=2026-Q3&by=department&group=x&page=2')).toEqual({
    since: '2026-09-16',
    name: 'count',
    period: '2026-Q3',
    by: 'department',
    group: 'x',
    page: 2,
    page_size: 25
  });
});

test('what it does not know counts as not asked', () => {
  const nothing = { page: 1, page_size: 25 };
  expect(asked('since=2026-02-30&name=median&period=2026-H1&by=district&group=x')).toEqual(nothing);
  // one group of a grouping is compared, not all of them
  expect(asked('by=department')).toEqual(nothing);
});
