/** Reading and setting parameters as a person does. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ParameterSaid } from '#jobs/parameter-desk.ts';
import { END, runningCity, type RunningCity } from '../dashboard/server/running-city.ts';

let city: RunningCity;
beforeAll(async () => {
  city = await runningCity('empty');
});
afterAll(() => city.close());

const said: ParameterSaid = {
  key: 'decision_days',
  value: '20',
  from: END,
  basis: '《虚构办法》第三条',
  by: '虚构经办人',
  past_confirmed: false
};
const save = async (more: Partial<ParameterSaid>) => {
  const done = await city.app.parameters.save({ ...said, ...more });
  return 'refused' in done ? Object.keys(done.refused) : [];
};
const row = (key: string, day = END, is_past = false) =>
  city.app.parameters.list(day, is_past).find((one) => one.key === key);

test('what is wrong or wanting is said field by field, and nothing is kept', async () => {
  const before = city.app.version();
  expect(await save({ value: 'x', basis: '有关规定', by: ' ' })).toEqual(['value', 'basis', 'by']);
  expect(await save({ from: '2026-13-01' })).toEqual(['from']);
  expect(await save({ from: '2026-01-01' })).toEqual(['past_confirmed']);
  expect(await save({ key: 'small_denominator', value: '3', basis: '' })).toEqual(['basis']);
  expect(city.app.version()).toBe(before);
});

test('a change is added to the history, and pages are made anew', async () => {
  const before = city.app.version();
  expect(await save({})).toEqual([]);
  expect(city.app.version()).not.toBe(before);
  const found = row('decision_days');
  expect(found?.in_force).toMatchObject({ value: '20', from: END, basis: said.basis, by: { name: said.by } });
  expect(found?.history.map(({ value }) => value)).toEqual(['20', '30']);
  Object.assign(city.world.effects, { now: () => new Date(`${END}T21:05:00+08:00`) });
  // said again for the same day: the later saying stands, the earlier stays in the history
  expect(await save({ value: '25' })).toEqual([]);
  expect(row('decision_days')?.in_force?.value).toBe('25');
  expect(row('decision_days')?.history.map(({ value }) => value)).toEqual(['25', '20', '30']);
  expect(row('decision_days', '2026-11-01', true)?.history.map(({ value }) => value)).toEqual(['30']);
});

test('what is to hold later is marked, and does not hold yet', async () => {
  expect(
    await save({ key: 'small_denominator', value: '8', from: '2027-01-01', basis: '虚构的决定' })
  ).toEqual([]);
  const found = row('small_denominator');
  expect(found?.in_force?.value).toBe('5');
  expect(found?.coming.map(({ value, from }) => [value, from])).toEqual([['8', '2027-01-01']]);
});

test('limits of an indicator begin with those of its entry', async () => {
  const key = 'threshold:IND-07-02.rate';
  const own = row(key);
  expect(own).toMatchObject({
    group: 'limits',
    indicator: 'IND-07-02',
    in_force: { by: { kind: 'program' } }
  });
  expect(await save({ key, value: '99|97', basis: '虚构的决定' })).toEqual([]);
  expect(row(key)?.history.map(({ value }) => value)).toEqual(['99|97', own?.in_force?.value]);
  const reader = await city.app.reader({ kind: 'city' });
  expect(JSON.stringify(reader.indicator('IND-07-02')?.thresholds)).toContain('99');
});

test('before anything was published a preview finds nothing', async () => {
  const found = await city.app.parameters.preview(said, 'throughout');
  expect(found).toMatchObject({ figures: { total: 0 }, alerts: { total: 0 } });
});
