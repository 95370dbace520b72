import { expect, test } from 'vitest';
import { narrowed, withoutOtherTrends } from '../../../dashboard/routes/shown-on-overview.ts';

type Measures = Parameters<typeof narrowed>[0];

const point = { period: '2026-10', value: 1 };
const indicator = (id: string, strength: string, status: string) => ({
  id,
  strength,
  values: [{ name: 'rate', now: { status }, trend: [point] }]
});
const measures = [
  {
    measure: '2',
    indicators: [indicator('IND-02-01', 'must', 'red'), indicator('IND-02-02', 'must', 'green')]
  },
  { measure: '3', indicators: [indicator('IND-03-02', 'encourage', 'info')] },
  { measure: '7', indicators: [indicator('IND-07-02', 'must', 'green')] }
] as unknown as Measures;

const ids = (shown: Measures) => shown.flatMap(({ indicators }) => indicators.map(({ id }) => id));

test('a list is narrowed by measure, strength and state; a measure of which nothing is left goes', () => {
  expect(ids(narrowed(measures, {}))).toEqual(['IND-02-01', 'IND-02-02', 'IND-03-02', 'IND-07-02']);
  expect(narrowed(measures, { state: 'green' }).map(({ measure }) => measure)).toEqual(['2', '7']);
  expect(ids(narrowed(measures, { measure: '2', state: 'red' }))).toEqual(['IND-02-01']);
  expect(ids(narrowed(measures, { strength: 'encourage' }))).toEqual(['IND-03-02']);
  expect(narrowed(measures, { strength: 'encourage', state: 'red' })).toEqual([]);
});

test('courses are sent where they are drawn: in a chart, or beside what is off target', () => {
  const drawn = withoutOtherTrends(measures)
    .flatMap(({ indicators }) => indicators)
    .filter(({ values }) => values.some(({ trend }) => trend.length > 0));
  expect(drawn.map(({ id }) => id)).toEqual(['IND-02-01', 'IND-07-02']);
});
