/** Measures 10 and 11, education and training. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CITY } from '#warehouse/scope.ts';
import { committeeOf, uscc, type Texts } from '../filled-in.ts';
import { SmallCity } from '../small-city.ts';
import { expectAgreement, saidOf } from './agreement.ts';
import { countedByHand, written, type Written } from './oracle-11.ts';

const [A, B, C] = [uscc(1), uscc(2), uscc(3)];
let city: SmallCity;

const member = (n: number, more: Texts): Texts => ({
  committee_id: committeeOf(A),
  member_no: `M0${n}`,
  term_start: '2025-01-01',
  term_end: '2029-12-31',
  ...more
});
const training = (training_id: string, more: Texts): Texts => ({
  training_id,
  institution_uscc: null,
  organizer_dept: null,
  assessed_count: '0',
  passed_count: '0',
  ...more
});

beforeAll(async () => {
  city = await SmallCity.open();
  await city.handIn(
    'R01',
    [
      { institution_uscc: A, valid_from: '2025-01-01', student_count: '1000' },
      {
        institution_uscc: B,
        valid_from: '2025-01-01',
        affiliation_level: 'provincial',
        has_research_tasks: 'N'
      },
      { institution_uscc: C, valid_from: '2025-01-01', student_count: null }
    ],
    { day: '2026-01-10' }
  );
  await city.handIn('R02', [{ institution_uscc: A, established_date: '2025-01-01' }], { day: '2026-01-10' });
  // the year before is reported in January
  const lastYear = { report_period: '2025-Q4' };
  await city.handIn(
    'R03',
    [
      member(1, { training_hours_ytd: '8.0', ...lastYear }),
      member(2, { training_hours_ytd: '7.9', ...lastYear }),
      member(3, { training_hours_ytd: '9.0', ...lastYear })
    ],
    { day: '2026-01-10' }
  );
  await city.publish('2026-01-10');
  await city.handIn(
    'R03',
    [
      member(1, { training_hours_ytd: '0.5', report_period: '2026-Q2' }),
      member(2, { member_status: 'dissolved', changed_date: '2026-03-01', report_period: '2026-Q2' })
    ],
    { day: '2026-07-20' }
  );
  await city.handIn(
    'R10',
    [
      training('TR-1', {
        institution_uscc: A,
        training_date: '2026-03-31',
        assessed_count: '20',
        passed_count: '15'
      }),
      training('TR-2', { institution_uscc: A, training_date: '2026-04-01' }),
      training('TR-3', {
        organizer_dept: 'education_bureau',
        training_date: '2025-12-31',
        assessed_count: '4',
        passed_count: '4'
      })
    ],
    { day: '2026-07-20' }
  );
  await city.handIn(
    'R21',
    [
      { institution_uscc: A, period: '2026-Q1', new_hires_ytd: '4', new_hires_trained_ytd: '1' },
      { institution_uscc: A, period: '2026-Q2', new_hires_ytd: '6', new_hires_trained_ytd: '5' }
    ].map((row) => ({ ...row, academic_events: '10', academic_events_with_ethics: '2' })),
    { day: '2026-07-20' }
  );
  const course = (course_id: string, institution_uscc: string, term: string, more: Texts = {}) => ({
    course_id,
    institution_uscc,
    term,
    course_kind: 'compulsory',
    enrolled: '60',
    enrolled_first_ytd: '50',
    ...more
  });
  await city.handIn(
    'R11',
    [
      course('CO-1', A, '2026-S1'),
      course('CO-2', A, '2026-S1', { is_standalone: 'N' }),
      course('CO-3', A, '2025-S2', { course_kind: 'elective' }),
      course('CO-4', B, '2026-S1'),
      course('CO-5', C, '2026-S1', { is_standalone: 'N' })
    ],
    { day: '2026-07-20' }
  );
  await city.publish('2026-07-20');
});
afterAll(() => city.close());

const said = async (id: string, period: string, group: string, asof?: string) =>
  saidOf(await city.reader(CITY, asof), id, period, group);

test('an institution that trained counts until the end of the year', async () => {
  expect(await said('IND-11-01', '2025-Q4', A)).toBe('0/1');
  expect(await said('IND-11-01', '2026-Q1', A)).toBe('1/1');
  expect(await said('IND-11-01', '2026-Q3', A)).toBe('1/1');
  expect(await said('IND-11-01', '2026-Q1', B)).toBe('0/0 excluded 1');
});

test('new hires are those of the year so far, academic events those of the quarter', async () => {
  expect(await said('IND-11-02', '2026-Q2', A)).toBe('5/6');
  expect(await said('IND-11-02', '2026', A)).toBe('5/6');
  expect(await said('IND-11-03', '2026-Q2', A)).toBe('2/10');
  expect(await said('IND-11-03', '2026', A)).toBe('4/20');
});

test('members are judged by the hours of each year, and who left no longer', async () => {
  // as it was known in January, and though the next year’s hours have come
  expect(await said('IND-11-04', '2025', A, '2026-01-10')).toBe('2/3');
  expect(await said('IND-11-04', '2025', A)).toBe('2/3');
  // in 2026 one has half an hour, one left, and of one nothing has come
  expect(await said('IND-11-04', '2026', A)).toBe('0/2 missing 1 excluded 1');
  const reader = await city.reader();
  const members = await reader.members('IND-11-04', { period: '2026' });
  expect([members.denominator, members.missing, members.excluded]).toEqual([2, 1, 1]);
  const committee = await saidOf(reader, 'IND-11-04', '2025', committeeOf(A), { by: 'committee' });
  expect(committee).toBe('2/3');
});

test('who passed of those assessed, of a department’s training for the department', async () => {
  expect(await said('IND-11-05', '2026', A)).toBe('15/20 excluded 1');
  const reader = await city.reader();
  expect(await saidOf(reader, 'IND-11-05', '2025', 'education_bureau', { by: 'department' })).toBe('4/4');
});

test('education is that of municipal universities, by semester and by year', async () => {
  expect(await said('IND-10-01', '2026-S1', A)).toBe('1/1');
  expect(await said('IND-10-01', '2026-S1', B)).toBe('0/0 excluded 1');
  expect(await said('IND-10-01', '2026-S1', C)).toBe('0/1');
  expect(await said('IND-10-02', '2026', A)).toBe('100/1000');
  expect(await said('IND-10-02', '2025', A)).toBe('50/1000');
  // how many students it has is not known
  expect(await said('IND-10-02', '2026', C)).toBe('0/0');
  expect(await said('IND-10-03', '2026', A)).toBe('1/1 excluded 1');
  expect(await said('IND-10-03', '2026', B)).toBe('0/0 excluded 1');
});

test('whatever is written, the figures are those counted by hand', async () => {
  const all: Written = { institutions: [], trainings: [], bases: [], courses: [] };
  const days = ['2026-08-20', '2026-08-21'];
  await fc.assert(
    fc.asyncProperty(fc.noBias(written), async (make) => {
      const [day = ''] = days.splice(0, 1);
      const run = days.length;
      const some = make(
        Array.from({ length: 10 }, (_, i) => uscc(100 + 10 * run + i)),
        run
      );
      await city.handIn('R01', some.institutions, { day });
      await city.handIn('R10', some.trainings, { day });
      await city.handIn('R21', some.bases, { day });
      await city.handIn('R11', some.courses, { day });
      await city.publish(day);
      for (const key of Object.keys(all) as (keyof Written)[]) all[key] = [...all[key], ...some[key]];
      await expectAgreement(
        city,
        {
          'IND-10-01 rate': ['2025-S1', '2025-S2', '2026-S1', '2026-S2'],
          'IND-10-02 rate': ['2025', '2026'],
          'IND-10-03 rate': ['2025', '2026'],
          'IND-11-01 rate': ['2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3'],
          'IND-11-02 rate': ['2025-Q4', '2026-Q2'],
          'IND-11-03 rate': ['2025-Q4', '2026-Q1'],
          'IND-11-05 rate': ['2025', '2026']
        },
        day,
        {
          groups: ['health_commission', ...all.institutions.map((row) => row.institution_uscc ?? '')],
          count: (what, asked) => countedByHand(all, what, asked)
        },
        { whole: run === 0 }
      );
    }),
    { numRuns: days.length, endOnFailure: true }
  );
});
