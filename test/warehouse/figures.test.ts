/** What stands beside a figure's value: small denominators, running periods, groups in which nothing happened. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CITY } from '#warehouse/scope.ts';
import { committeeOf, uscc } from './filled-in.ts';
import { SmallCity } from './small-city.ts';

let city: SmallCity;
const [A, B, C] = [uscc(1), uscc(2), uscc(3)];
beforeAll(async () => {
  city = await SmallCity.open();
  const dept = { [A]: 'education_bureau', [B]: 'health_commission', [C]: 'health_commission' };
  const registry = Object.entries(dept).map(([institution_uscc, supervising_dept]) => ({
    institution_uscc,
    supervising_dept
  }));
  await city.handIn('R01', registry, { day: '2026-07-01' });
  await city.handIn('R02', [{ institution_uscc: A }, { institution_uscc: B }], { day: '2026-07-01' });
  // due in August: of A six, five in time; of B two, one in time
  const reviews = [A, A, A, A, A, A, B, B].map((code, i) => ({
    review_id: `R-${i}`,
    committee_id: committeeOf(code),
    accepted: '2026-07-06',
    decided: i === 5 || i === 7 ? null : '2026-07-20'
  }));
  // due 2027-01-04, after the years whose rest days are known
  const open = { review_id: 'R-9', committee_id: committeeOf(A), accepted: '2026-12-04' };
  await city.handIn('R04', reviews, { day: '2026-08-05' });
  await city.publish('2026-08-05');
  await city.publish('2026-08-06');
  await city.publish('2026-08-31');
  await city.publish('2026-09-01');
  await city.handIn('R04', [open], { day: '2026-12-31' });
  await city.publish('2026-12-31');
  await city.publish('2027-02-05');
});
afterAll(() => city.close());

const figure = async (
  asof: string,
  by: 'city' | 'department' | 'institution',
  group = '',
  period = '2026-08'
) => {
  const reader = await city.reader(CITY, asof);
  const found = (await reader.figures('IND-07-02', { by, period })).find((one) => one.group === group);
  if (!found) throw new RangeError(`no figure of ${group}`);
  return found;
};

test('a denominator under the parameter is shown without colour', async () => {
  expect(await figure('2026-09-01', 'institution', A)).toMatchObject({
    numerator: 5,
    denominator: 6,
    small: false,
    status: 'red'
  });
  expect(await figure('2026-09-01', 'institution', B)).toMatchObject({
    numerator: 1,
    denominator: 2,
    value: 50,
    small: true,
    status: 'none'
  });
  expect(await figure('2026-09-01', 'city')).toMatchObject({ numerator: 6, denominator: 8, value: 75 });
});

test('a department is the sum of its institutions', async () => {
  expect(await figure('2026-09-01', 'department', 'health_commission')).toMatchObject({
    numerator: 1,
    denominator: 2,
    group_words: { zh: '市卫生健康委' }
  });
});

test('a period is provisional while it runs, on its last day too, and no more after it', async () => {
  // nobody is late, or in time, before the day has ended
  const first = await city.reader(CITY, '2026-08-05');
  expect(await first.figures('IND-07-02', { by: 'city' })).toEqual([]);
  expect(await figure('2026-08-06', 'city')).toMatchObject({
    provisional: true,
    at_date: '2026-08-06',
    denominator: 8
  });
  expect(await figure('2026-08-31', 'city')).toMatchObject({ provisional: true, at_date: '2026-08-31' });
  expect(await figure('2026-09-01', 'city')).toMatchObject({ provisional: false, at_date: '2026-08-31' });
});

test('a period whose rest days nobody announced is provisional', async () => {
  expect(await figure('2027-02-05', 'city', '', '2026-12')).toMatchObject({ provisional: false });
  expect(await figure('2027-02-05', 'city', '', '2027-01')).toMatchObject({
    provisional: true,
    at_date: '2027-01-31'
  });
});

test('where nothing fell due a rate says nothing, and a count says nought', async () => {
  const reader = await city.reader(CITY, '2026-12-31');
  expect(await reader.figures('IND-07-02', { by: 'city', period: '2026-10' })).toMatchObject([
    { numerator: 0, denominator: 0, value: null, status: 'none', small: false }
  ]);
  const counts = await reader.figures('IND-G2-05', { by: 'department', periods: 1 });
  expect(counts.map(({ group, value, status }) => [group, value, status])).toEqual([]);
  const overdue = await reader.figures('IND-07-04', { by: 'department', period: '2026-12' });
  expect(overdue.map(({ group, value, status }) => [group, value, status]).sort()).toEqual([
    ['education_bureau', 1, 'amber'],
    ['health_commission', 1, 'amber']
  ]);
});

test('the parameter for small denominators is the one of the day', async () => {
  city.warehouse.control.run(
    `insert into param values ('small_denominator', '2', '2026-09-15', 'default', 'D', 'test', '2026-09-15T00:00:00Z')`
  );
  expect(await figure('2026-09-01', 'institution', B)).toMatchObject({ small: true });
  expect(await figure('2026-12-31', 'institution', B)).toMatchObject({ small: false, status: 'red' });
});
