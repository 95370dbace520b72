/** Why a figure changed between two days: each cause by itself, and that causes add up for every indicator. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { By, Figure } from '#warehouse/answers.ts';
import { catalogue } from '#warehouse/catalogue/index.ts';
import type { Changes } from '#warehouse/changes.ts';
import { CITY, type Scope } from '#warehouse/scope.ts';
import { committeeOf, uscc } from './filled-in.ts';
import { SmallCity } from './small-city.ts';

let city: SmallCity;
const [A, B, C, D] = [uscc(1), uscc(2), uscc(3), uscc(4)];
const review = (nth: number, code: string, accepted: string, decided: string | null = null) => ({
  review_id: `R-${nth}`,
  committee_id: committeeOf(code),
  accepted,
  decided
});
/** The parameter that every figure of committees hangs on. */
let wrong = 0;

beforeAll(async () => {
  city = await SmallCity.open();
  const register = (code: string, supervising_dept: string, valid_from = '2024-01-01') => ({
    institution_uscc: code,
    supervising_dept,
    valid_from
  });
  // 1: three institutions; of A two reviews are due in August, of which one is late
  await city.handIn('R01', [register(A, 'education_bureau'), register(B, 'health_commission')], {
    day: '2026-08-03'
  });
  await city.handIn('R02', [{ institution_uscc: A }, { institution_uscc: B }], { day: '2026-08-03' });
  await city.handIn('R04', [review(1, A, '2026-07-06', '2026-07-20'), review(2, A, '2026-07-07')], {
    day: '2026-08-05',
    bare: false
  });
  await city.publish('2026-09-01');
  // 2: B reports two of its own, both in time
  await city.handIn(
    'R04',
    [review(3, B, '2026-07-06', '2026-07-20'), review(4, B, '2026-07-06', '2026-07-21')],
    {
      day: '2026-09-02'
    }
  );
  await city.publish('2026-09-02');
  // 3: A corrects: the late one had been decided in time
  await city.handIn('R04', [review(2, A, '2026-07-07', '2026-07-22')], { day: '2026-09-03' });
  await city.publish('2026-09-03');
  // 4: a file in error, and 5: it is withdrawn
  wrong = await city.handIn('R04', [review(5, B, '2026-07-08')], { day: '2026-09-04' });
  await city.publish('2026-09-04');
  await city.withdraw('2026-09-07', [wrong]);
  // 6: C comes in, with its committee and a review
  await city.handIn('R01', [register(C, 'education_bureau')], { day: '2026-09-08' });
  await city.handIn('R02', [{ institution_uscc: C }], { day: '2026-09-08' });
  await city.handIn('R04', [review(6, C, '2026-07-06')], { day: '2026-09-08' });
  await city.publish('2026-09-08');
  // 7: B goes over to another department
  await city.handIn('R01', [register(B, 'education_bureau', '2026-09-09')], { day: '2026-09-09' });
  await city.publish('2026-09-09');
  // 8: nothing but time; 9: in October what is open is overdue
  await city.handIn('R04', [review(7, A, '2026-08-20')], { day: '2026-09-10' });
  await city.publish('2026-09-10');
  await city.publish('2026-10-12');
  // 10: another program
  city = await city.reopened({ code_version: 'another' });
  await city.handIn('R01', [register(D, 'health_commission')], { day: '2026-10-13' });
  await city.publish('2026-10-13');
}, 300_000);
afterAll(() => city.close());

const changed = async (
  since: string,
  until: string,
  ask: { by?: By; group?: string; period?: string; name?: string; id?: string; scope?: Scope } = {}
): Promise<Changes> => {
  const { id = 'IND-07-02', scope = CITY, period = '2026-08', ...more } = ask;
  return (await city.reader(scope, until)).changes(id, {
    since,
    ...(id === 'IND-07-02' && { period }),
    ...more
  });
};
/** Causes that moved anything: numerator, denominator, missing. */
const moved = ({ causes }: Changes) =>
  Object.fromEntries(
    causes
      .filter(({ institutions }) => institutions > 0)
      .map(({ cause, numerator, denominator, missing }) => [
        cause,
        [numerator, denominator, missing].join(' ')
      ])
  );

test.each([
  ['2026-09-01', '2026-09-02', { new_reports: '2 2 0' }],
  ['2026-09-02', '2026-09-03', { corrections: '1 0 0' }],
  ['2026-09-03', '2026-09-04', { new_reports: '0 1 0' }],
  ['2026-09-04', '2026-09-07', { corrections: '0 -1 0' }],
  ['2026-09-07', '2026-09-08', { scope: '0 1 0' }],
  ['2026-09-08', '2026-09-09', {}]
] as const)('from %s to %s', async (since, until, expected) => {
  expect(moved(await changed(since, until))).toEqual(expected);
});

test('over several publications each is told by its own cause', async () => {
  const answer = await changed('2026-09-01', '2026-09-08');
  expect(answer.before.figure).toMatchObject({ numerator: 1, denominator: 2, value: 50 });
  expect(answer.after.figure).toMatchObject({ numerator: 4, denominator: 5, value: 80 });
  expect(moved(answer)).toEqual({ scope: '0 1 0', corrections: '1 -1 0', new_reports: '2 3 0' });
  // 1/2, 3/4, 4/4, 4/5, 4/4, 4/5
  const effects = Object.fromEntries(answer.causes.map(({ cause, effect }) => [cause, effect]));
  expect(effects).toMatchObject({ rule: 0, time: 0 });
  expect(effects['new_reports']).toBeCloseTo(25 - 20);
  expect(effects['corrections']).toBeCloseTo(25 + 20);
  expect(effects['scope']).toBeCloseTo(-20);
});

test('an institution that changes its department leaves one figure and enters the other', async () => {
  const of = async (group: string) => changed('2026-09-08', '2026-09-09', { by: 'department', group });
  expect(moved(await of('health_commission'))).toEqual({ scope: '-2 -2 0' });
  expect(moved(await of('education_bureau'))).toEqual({ scope: '2 2 0' });
  const scope: Scope = { kind: 'department', code: 'health_commission' };
  const left = await changed('2026-09-08', '2026-09-09', { scope });
  expect(moved(left)).toEqual({ scope: '-2 -2 0' });
  // it is not the department's any more: counted, and not named
  expect(left.rows).toMatchObject([{ cause: 'scope', institution_uscc: '', institution_name: null }]);
  expect(JSON.stringify(left)).not.toContain(B);
});

test('days that pass are a cause of their own', async () => {
  const answer = await changed('2026-09-10', '2026-10-12', { id: 'IND-07-04' });
  expect(moved(answer)).toHaveProperty('time');
  expect(moved(answer)).not.toHaveProperty('new_reports');
});

test('who moved it stands with its files, those who moved it most first', async () => {
  const { rows, total } = await changed('2026-09-01', '2026-09-08');
  expect(total).toBe(rows.length);
  expect(rows[0]).toMatchObject({ cause: 'new_reports', institution_uscc: B, numerator: 2, denominator: 3 });
  expect(rows[0]?.publications.map(({ day }) => day)).toEqual(['2026-09-04', '2026-09-02']);
  expect(rows[0]?.publications[0]?.submissions).toEqual([wrong]);
});

test('with another program all that was computed anew is put down to it', async () => {
  const [numbers] = await city.all<{ n: number }>('select max(number) as n from meta.publication');
  expect(await city.lines('select number from meta.revalued')).toEqual([String(numbers?.n)]);
  const registered = await changed('2026-10-12', '2026-10-13', { id: 'IND-02-01' });
  expect(Object.keys(moved(registered))).toEqual(['rule']);
});

test('the registry as it stood at each publication', async () => {
  const numbers = (await city.lines('select number from meta.publication')).map(Number);
  for (const p of numbers)
    expect(
      await city.lines(
        `select institution_uscc, supervising_dept, is_active from marts.registry_history(100000)
         where from_number <= $p and until_number > $p and supervising_dept is not null order by 1`,
        { p }
      )
    ).toEqual(
      await city.lines(
        'select institution_uscc, supervising_dept, is_active from marts.institution($p) where is_latest order by 1',
        { p }
      )
    );
});

describe('causes add up', () => {
  const cases = catalogue.flatMap((entry) =>
    entry.values.map(
      ({ name }, at) => [`${entry.id} ${name}`, catalogue.indexOf(entry) + at, entry, name] as const
    )
  );
  const parts = (figure: Figure | null) => ({
    numerator: figure?.numerator ?? 0,
    denominator: figure?.denominator ?? 0,
    missing: figure?.missing ?? 0
  });
  /** Indicators of which something changed. */
  const moving = new Set<string>();
  const spans = [
    ['2026-09-02', '2026-10-13'],
    ['2026-08-01', '2026-09-03'],
    ['2026-09-01', '2026-10-12']
  ] as const;
  const groups: [By, string][] = [
    ['department', 'health_commission'],
    ['institution', B],
    ['department', 'education_bureau']
  ];

  test.each(cases)('%s', async (_name, nth, entry, name) => {
    const { id, over_time, by: groupings } = entry;
    const [since, until] = spans[nth % 3] ?? spans[0];
    const [by, group] = groups[nth % 3] ?? ['city', ''];
    const whole = { id, name, ...(over_time === 'sum' && nth % 2 === 0 && { period: '2026' }) };
    const asked = [await changed(since, until, whole)];
    if (groupings === undefined || groupings.some((each) => each === by))
      asked.push(await changed(spans[0][0], spans[0][1], { id, name, by, group }));
    for (const { before, after, causes, total } of asked) {
      if (total > 0) moving.add(id);
      const [was, is] = [parts(before.figure), parts(after.figure)];
      for (const part of ['numerator', 'denominator', 'missing'] as const) {
        const sum = causes.reduce((all, cause) => all + cause[part], 0);
        expect(sum, part).toBeCloseTo(is[part] - was[part], 6);
      }
      if (before.figure === null || after.figure === null) continue;
      if (before.figure.value === null || after.figure.value === null) continue;
      const effect = causes.reduce((all, cause) => all + (cause.effect ?? NaN), 0);
      expect(effect).toBeCloseTo(after.figure.value - before.figure.value, 6);
    }
  });

  test('of figures that did change', () => {
    expect(moving.size).toBeGreaterThan(15);
  });
});
