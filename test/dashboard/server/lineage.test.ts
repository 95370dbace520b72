/** Lineage over the interface: from an indicator to its columns, from a column to its indicators, and their workbook. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asking } from './asking.ts';
import { runningCity, type RunningCity } from './running-city.ts';

let city: RunningCity;
let { ask, rows, problem } = {} as ReturnType<typeof asking>;
beforeAll(async () => {
  city = await runningCity('empty');
  ({ ask, rows, problem } = asking(city.app));
});
afterAll(() => city.close());

const PATH = '/api/lineage';

test('what depends on a column is what says that it is computed from it', async () => {
  const down = await rows(`${PATH}?report=R04&field=accepted_at`);
  expect(down.data.map(({ indicator }) => indicator)).toContain('IND-07-02');
  for (const { indicator } of down.data) {
    const up = await rows(`${PATH}?indicator=${String(indicator)}&page_size=500`);
    expect(up.data).toContainEqual(expect.objectContaining({ report: 'R04', field: 'accepted_at' }));
  }
});

test('what depends on a parameter is found by its key', async () => {
  const { data } = await rows(`${PATH}?parameter=decision_days`);
  expect(data).toContainEqual(
    expect.objectContaining({ indicator: 'IND-07-02', report: null, parameter: 'decision_days' })
  );
  expect(data.every(({ parameter }) => parameter === 'decision_days')).toBe(true);
});

test.each([
  ['?report=R04&field=accepted_on', 'field', 'accepted_on'],
  ['?field=accepted_on', 'field', 'accepted_on'],
  // A column of another report is none of this.
  ['?report=R08&field=accepted_at', 'field', 'accepted_at'],
  ['?parameter=decision_weeks', 'parameter', 'decision_weeks'],
  ['?report=R99', 'report', 'R99']
])('%s is refused by name', async (query, parameter, named) => {
  const { status, errors } = await problem(PATH + query);
  expect(status).toBe(400);
  expect(errors?.[0]?.parameter).toBe(parameter);
  if (parameter !== 'report') expect(errors?.[0]?.detail).toContain(named);
});

test('as a table for people', async () => {
  const csv = await (await ask(`${PATH}?indicator=IND-07-02&format=csv&lang=en`)).text();
  expect(csv.split('\n')[0]).toContain('Field');
  expect(csv).toContain('accepted_at');
});
