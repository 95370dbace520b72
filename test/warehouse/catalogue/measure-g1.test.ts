/** Duties of departments, and what they refer to one another. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, type Day } from '#warehouse/calendar.ts';
import type { By } from '#warehouse/answers.ts';
import { CITY } from '#warehouse/scope.ts';
import type { Texts } from '../filled-in.ts';
import { departments, SmallCity } from '../small-city.ts';
import { differences } from './by-hand.ts';
import { referrals } from './oracle-g1.ts';
import { partsOf } from './parts-of.ts';

const members = departments.filter(({ member }) => member).map(({ code }) => code);
const known = new Map<string, Texts>();
let city: SmallCity;

const referral = (
  referral_id: string,
  to_dept: string,
  referred_date: Day,
  acknowledged_date: string,
  more: Texts = {}
) => ({
  referral_id,
  from_dept: to_dept === 'scitech_bureau' ? 'education_bureau' : 'scitech_bureau',
  to_dept,
  referred_date,
  acknowledged_date,
  due_date: addDays(referred_date, 30),
  completed_date: '',
  ...more
});
const summary = (dept: string, period: string, duty_assigned: 'Y' | 'N', submitted_date: Day): Texts => ({
  dept,
  period,
  duty_assigned,
  submitted_date,
  supervised_count: '0',
  inspected_count: '0'
});

async function refer(day: Day, rows: readonly Texts[]): Promise<void> {
  for (const row of rows) known.set(row['referral_id'] ?? '', row);
  await city.handIn('R24', rows, { day });
}

beforeAll(async () => {
  city = await SmallCity.open();
  const [late = '', ...others] = members;
  await city.handIn(
    'R23',
    [
      ...others.map((dept) => summary(dept, '2026-Q1', 'Y', '2026-04-08')),
      // the newest period of the year decides, in whatever order they come
      summary(others[0] ?? '', '2026-Q2', 'N', '2026-07-03')
    ],
    { day: '2026-07-10' }
  );
  await refer('2026-07-10', [
    // a Thursday: the third working day after it is the Tuesday
    referral('in-time', 'health_commission', '2026-06-25', '2026-06-30'),
    referral('too-late', 'health_commission', '2026-06-25', '2026-07-01'),
    referral('silent', 'health_commission', '2026-06-30', ''),
    referral('done', 'education_bureau', '2026-05-06', '2026-05-06', { completed_date: '2026-06-05' }),
    referral('done-late', 'education_bureau', '2026-05-06', '2026-05-06', { completed_date: '2026-06-06' }),
    referral('within', 'health_commission', '2026-07-08', ''),
    referral('at-once', 'health_commission', '2026-07-09', '2026-07-10')
  ]);
  await city.publish('2026-03-30');
  await city.publish('2026-07-10');
  await city.handIn('R23', [summary(late, '2026-Q2', 'Y', '2026-07-20')], { day: '2026-07-20' });
  await city.publish('2026-07-20');
});
afterAll(() => city.close());

test('each member counts once, by its newest summary of the year; who handed in none is missing', async () => {
  const [late = '', other = '', ...rest] = members;
  const key = (dept: string, period: string) => `${dept}|${period}`.toLowerCase();
  const q1 = Object.fromEntries(rest.map((dept) => [key(dept, '2026-Q1'), 'numerator']));
  expect(await partsOf(city, 'IND-G1-01', '2026', { asof: '2026-07-10' })).toEqual({
    ...q1,
    [key(other, '2026-Q2')]: 'denominator_only',
    [key(late, '2026')]: 'missing'
  });
  expect(await partsOf(city, 'IND-G1-01', '2026')).toEqual({
    ...q1,
    [key(other, '2026-Q2')]: 'denominator_only',
    [key(late, '2026-Q2')]: 'numerator'
  });
});

test('a referral is closed in time on its day, of the department that received it', async () => {
  expect(await partsOf(city, 'IND-G1-02', '2026-Q2')).toEqual({
    done: 'numerator',
    'done-late': 'denominator_only'
  });
  const found = await (await city.reader()).figures('IND-G1-02', { by: 'department', period: '2026-Q2' });
  expect(found.map(({ group, numerator, denominator }) => [group, numerator, denominator])).toEqual([
    ['education_bureau', 1, 2]
  ]);
});

test('three working days to acknowledge: a quarter that is over counts all, a running one nobody before the limit', async () => {
  expect(await partsOf(city, 'IND-G1-03', '2026-Q2')).toEqual({
    'in-time': 'numerator',
    'too-late': 'denominator_only',
    silent: 'denominator_only',
    done: 'numerator',
    'done-late': 'numerator'
  });
  expect(await partsOf(city, 'IND-G1-03', '2026-Q3', { asof: '2026-07-10' })).toEqual({
    within: 'excluded',
    'at-once': 'numerator'
  });
  expect(await partsOf(city, 'IND-G1-03', '2026-Q3')).toEqual({
    within: 'denominator_only',
    'at-once': 'numerator'
  });
});

test('a department sees what was referred to it', async () => {
  const reader = await city.reader({ kind: 'department', code: 'health_commission' }, '2026-07-20');
  expect((await reader.members('IND-G1-03', { period: '2026-Q2' })).total).toBe(3);
  const [own] = await reader.figures('IND-G1-03', { by: 'city', period: '2026-Q2' });
  expect(own).toMatchObject({ numerator: 1, denominator: 3 });
  const institution = await city.reader({ kind: 'institution', code: 'x' }, '2026-07-20');
  expect(await institution.figures('IND-G1-03', { by: 'city', period: '2026-Q2' })).toEqual([]);
});

const anyReferral = fc.record({
  to: fc.constantFrom(...members),
  day: fc.nat(200).map((n) => addDays('2026-01-02', n)),
  read_after: fc.option(fc.nat(9)),
  limit: fc.nat(20),
  done_after: fc.option(fc.nat(30)),
  is_wrong: fc.integer({ min: 0, max: 8 }).map((n) => n === 0)
});

test(
  'whatever was referred, the figures are what a slow count by hand gives',
  { timeout: 120_000 },
  async () => {
    const rejected: { month: string; dept: string }[] = [];
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(anyReferral, { minLength: 8, maxLength: 20 }), async (some) => {
        run += 1;
        const day = addDays('2026-07-22', run);
        const happened = (when: Day) => (when <= day ? when : '');
        const rows = some.map((one, i) => ({
          ...referral(
            `R${run}-${i}`,
            one.to,
            one.day,
            one.read_after === null ? '' : happened(addDays(one.day, one.read_after))
          ),
          due_date: addDays(one.day, one.is_wrong ? -1 : one.limit),
          completed_date: one.done_after === null ? '' : happened(addDays(one.day, one.done_after)),
          report_period: one.day.slice(0, 7)
        }));
        const isWrong = ({ due_date, referred_date }: Texts) => (due_date ?? '') < (referred_date ?? '');
        // who refers has filed it
        for (const row of rows.filter(isWrong))
          rejected.push({ month: row.report_period, dept: row.from_dept });
        await city.handIn('R24', rows, { day });
        for (const row of rows) if (!isWrong(row)) known.set(row.referral_id, row);
        await city.publish(day);
        const reader = await city.reader(CITY);
        const found: string[] = [];
        for (const [value, tally] of Object.entries(referrals([...known.values()], rejected, day))) {
          const [id = '', name = '', by = ''] = value.split(' ');
          found.push(...(await differences(reader, id, name, by as By, tally)));
        }
        expect(found).toEqual([]);
      }),
      { numRuns: 2, endOnFailure: true }
    );
  }
);
