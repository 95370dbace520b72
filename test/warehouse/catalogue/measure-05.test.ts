import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { uscc, type Texts } from '../filled-in.ts';
import { SmallCity } from '../small-city.ts';
import { expectAgreement, saidOf } from './agreement.ts';
import { countedByHand, DEPARTMENTS, written, type Written } from './oracle-05.ts';

const [A, B, C] = [uscc(1), uscc(2), uscc(3)];
let city: SmallCity;

const session = (publicity_id: string, more: Texts): Texts => ({
  publicity_id,
  publicity_kind: 'interpretation_session',
  institution_uscc: null,
  check_items: null,
  nonconformities: null,
  nonconformities_fixed: null,
  ...more
});
const check = (publicity_id: string, institution_uscc: string, more: Texts): Texts => ({
  publicity_id,
  publicity_kind: 'self_check',
  organizer_dept: null,
  covered_usccs: null,
  institution_uscc,
  check_items: '40',
  ...more
});

beforeAll(async () => {
  city = await SmallCity.open();
  await city.handIn(
    'R01',
    [
      { institution_uscc: A, valid_from: '2025-01-01' },
      { institution_uscc: B, valid_from: '2025-01-01', has_research_tasks: 'N' },
      { institution_uscc: C, valid_from: '2025-01-01', institution_status: 'suspended' }
    ],
    { day: '2026-07-20' }
  );
  await city.handIn(
    'R22',
    [
      session('PP-1', {
        organizer_dept: 'education_bureau',
        publicity_date: '2026-03-31',
        covered_usccs: `${A};${B}`
      }),
      session('PP-2', {
        organizer_dept: 'propaganda_dept',
        publicity_kind: 'qa_material',
        publicity_date: '2026-04-01',
        covered_usccs: null
      }),
      check('SC-1', A, { publicity_date: '2026-01-01', nonconformities: '3', nonconformities_fixed: '2' }),
      check('SC-2', A, { publicity_date: '2026-06-01', nonconformities: '5', nonconformities_fixed: null }),
      check('SC-3', B, { publicity_date: '2025-12-31', nonconformities: '0', nonconformities_fixed: null })
    ],
    { day: '2026-07-20' }
  );
  await city.publish('2026-07-20');
});
afterAll(() => city.close());

const said = async (id: string, period: string, group: string) =>
  saidOf(await city.reader(), id, period, group);
const saidOfDepartment = async (period: string, group: string) =>
  saidOf(await city.reader(), 'IND-05-01', period, group, { by: 'department' });

test('what a department made known counts for it, in the quarter of its day', async () => {
  expect(await saidOfDepartment('2026-Q1', 'education_bureau')).toBe('1/0');
  expect(await saidOfDepartment('2026-Q2', 'education_bureau')).toBe('0/0');
  expect(await saidOfDepartment('2026-Q2', 'propaganda_dept')).toBe('1/0');
});

test('who took part is reached until the end of the year; who has no research tasks is left out', async () => {
  expect(await said('IND-05-02', '2025-Q4', A)).toBe('0/1');
  expect(await said('IND-05-02', '2026-Q1', A)).toBe('1/1');
  expect(await said('IND-05-02', '2026-Q3', A)).toBe('1/1');
  expect(await said('IND-05-02', '2026-Q1', B)).toBe('0/0 excluded 1');
  expect(await said('IND-05-02', '2026-Q1', C)).toBe('0/0 excluded 1');
});

test('a self-check counts in its year, and what it found weighs by number', async () => {
  expect(await said('IND-05-03', '2025', B)).toBe('1/1');
  expect(await said('IND-05-03', '2026', B)).toBe('0/1');
  expect(await said('IND-05-03', '2026', C)).toBe('0/0 excluded 1');
  expect(await said('IND-05-04', '2026', A)).toBe('2/8 missing 5');
  expect(await said('IND-05-04', '2025', B)).toBe('0/0 excluded 1');
});

test('whatever is written, the figures are those counted by hand', async () => {
  const all: Written = { institutions: [], publicity: [] };
  const days = ['2026-08-20', '2026-08-21'];
  await fc.assert(
    fc.asyncProperty(fc.noBias(written), async (make) => {
      const [day = ''] = days.splice(0, 1);
      const run = days.length;
      const codes = Array.from({ length: 10 }, (_, i) => uscc(100 + 10 * run + i));
      const some = make(codes, run);
      await city.handIn('R01', some.institutions, { day });
      await city.handIn('R22', some.publicity, { day });
      await city.publish(day);
      all.institutions = [...all.institutions, ...some.institutions];
      all.publicity = [...all.publicity, ...some.publicity];
      const groups = [...DEPARTMENTS, ...all.institutions.map((row) => row.institution_uscc ?? '')];
      await expectAgreement(
        city,
        {
          'IND-05-01 count': ['2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3'],
          'IND-05-02 rate': ['2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3'],
          'IND-05-03 rate': ['2025', '2026'],
          'IND-05-04 rate': ['2025', '2026']
        },
        day,
        { groups, count: (what, asked) => countedByHand(all, what, asked) },
        { whole: run === 0 }
      );
    }),
    { numRuns: days.length, endOnFailure: true }
  );
});
