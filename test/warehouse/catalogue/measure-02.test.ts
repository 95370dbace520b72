import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CITY } from '#warehouse/scope.ts';
import { committeeOf, uscc, type Texts } from '../filled-in.ts';
import { SmallCity } from '../small-city.ts';
import { expectAgreement, saidOf, type Asked } from './agreement.ts';
import { countedByHand, written, type Written } from './oracle-02.ts';

const [A, B, C, D, E] = [uscc(1), uscc(2), uscc(3), uscc(4), uscc(5)];
let city: SmallCity;

const seat = (code: string, n: number, more: Texts = {}): Texts => ({
  committee_id: committeeOf(code),
  member_no: `M0${n}`,
  member_role: n === 1 ? 'chair' : 'member',
  member_category: n === 2 ? 'ethics' : n === 3 ? 'law' : 'sci_tech_peer',
  gender: n % 2 ? 'male' : 'female',
  is_external: n === 3 ? 'Y' : 'N',
  term_start: '2024-03-15',
  term_end: '2029-03-15',
  ...more
});
const seven = (code: string, more: Texts = {}) => [1, 2, 3, 4, 5, 6, 7].map((n) => seat(code, n, more));

beforeAll(async () => {
  city = await SmallCity.open();
  const registered = (institution_uscc: string, more: Texts = {}) => ({
    institution_uscc,
    has_committee: 'N',
    valid_from: '2023-01-01',
    ...more
  });
  const first = { institution_uscc: A, established_date: '2025-01-06' };
  await city.handIn(
    'R01',
    [
      registered(A),
      registered(B),
      registered(C, { institution_kind: 'sci_tech_society' }),
      registered(D, { has_research_tasks: 'N', internal_rules: null }),
      registered(E, { internal_rules: 'charter;archive;review_sop' })
    ],
    { day: '2025-02-01' }
  );
  const old = { institution_uscc: D, established_date: '2023-11-30', platform_registered_date: '2024-01-10' };
  const young = {
    institution_uscc: E,
    established_date: '2023-12-01',
    platform_registered_date: '2024-01-02'
  };
  await city.handIn('R02', [first, { ...old, annual_report_date: '2025-01-20' }, young], {
    day: '2025-02-01'
  });
  await city.handIn('R03', [...seven(D), ...seven(E)], { day: '2025-02-01' });
  const delegation = {
    delegation_id: 'DG-1',
    institution_uscc: B,
    committee_id: null,
    external_committee_name: '虚构外地委员会',
    valid_from: '2025-01-01',
    valid_to: '2025-12-31'
  };
  await city.handIn('R07', [delegation], { day: '2025-02-01' });
  await city.publish('2025-02-01');
  await city.handIn('R02', [{ ...first, committee_status: 'dissolved' }], { day: '2026-01-10' });
  await city.publish('2026-01-10');
  const next = { institution_uscc: A, committee_id: committeeOf(A, 2), established_date: '2026-06-01' };
  await city.handIn('R02', [next, { ...old, annual_report_date: '2026-04-01' }], { day: '2026-07-20' });
  const left = seat(D, 7, { member_status: 'dissolved' });
  const tooLong = seat(E, 7, { term_end: '2029-03-16' });
  await city.handIn('R03', [left, tooLong], { day: '2026-07-20' });
  await city.publish('2026-07-20');
});
afterAll(() => city.close());

const said = async (id: string, period: string, group: string, name = 'rate', asof?: string) =>
  saidOf(await city.reader(CITY, asof), id, period, group, { name });

test('between a committee that ended and the next there is none', async () => {
  const coverage = (period: string) => said('IND-02-01', period, A);
  expect(await coverage('2025-Q4')).toBe('1/1');
  expect(await coverage('2026-Q1')).toBe('0/1');
  expect(await coverage('2026-Q2')).toBe('1/1');
  const rows = (await (await city.reader()).institutions()).rows;
  expect(rows.find(({ institution_uscc }) => institution_uscc === A)?.has_active_committee).toBe(true);
  const past = (await (await city.reader(CITY, '2026-03-01')).institutions()).rows;
  expect(past.find(({ institution_uscc }) => institution_uscc === A)?.has_active_committee).toBe(false);
});

test('a delegation covers to its last day; societies and those without research tasks are left out, with the reason', async () => {
  expect(await said('IND-02-02', '2025-Q4', B)).toBe('1/1');
  expect(await said('IND-02-02', '2026-Q1', B)).toBe('0/1');
  expect(await said('IND-02-01', '2025-Q4', B)).toBe('0/1');
  expect(await said('IND-02-02', '2025-Q4', C)).toBe('0/0 excluded 1');
  expect(await said('IND-02-02', '2025-Q4', D)).toBe('0/0 excluded 1');
  const reader = await city.reader();
  const { rows } = await reader.members('IND-02-02', { period: '2025-Q4', part: 'excluded' });
  const reason = (code: string) => rows.find((row) => row.institution_uscc === code)?.reason?.en;
  expect(reason(C)).toContain('Societies');
  expect(reason(D)).toContain('without research tasks');
});

test('the last committee before the Measures has no clock, and the first after them has', async () => {
  expect(await said('IND-02-03', '2025-Q1', D)).toBe('0/0 excluded 1');
  expect(await said('IND-02-03', '2025-Q1', D, 'stock')).toBe('1/1');
  // 30 days end on 2023-12-31, a Sunday, and the day after is a holiday
  expect(await said('IND-02-03', '2025-Q1', E)).toBe('1/1');
  expect(await said('IND-02-03', '2025-Q1', E, 'stock')).toBe('0/0');
});

test('a committee is composed as it was on the day', async () => {
  expect(await said('IND-02-04', '2026-Q1', D)).toBe('1/1');
  // the seventh member left on the day when it was first said
  expect(await said('IND-02-04', '2026-Q2', D)).toBe('1/1');
  expect(await said('IND-02-04', '2026-Q3', D)).toBe('0/1');
  // five years to the day are lawful, a day more is not
  expect(await said('IND-02-04', '2025-Q4', E, 'rate', '2026-03-01')).toBe('1/1');
  expect(await said('IND-02-04', '2025-Q4', E)).toBe('0/1');
  // members have not come in
  expect(await said('IND-02-04', '2026-Q2', A)).toBe('0/1 missing 1 excluded 1');
});

test('of eight rules those in place count', async () => {
  expect(await said('IND-02-05', '2025', E)).toBe('2/8');
  expect(await said('IND-02-05', '2025', D)).toBe('0/0 excluded 1');
});

test('31 March is the last day for the annual report, and the next year does not overwrite it', async () => {
  expect(await said('IND-02-06', '2025', D)).toBe('1/1');
  expect(await said('IND-02-06', '2026', D)).toBe('0/1');
  // before 31 March has passed nobody is late, or in time
  expect(await said('IND-02-06', '2025', D, 'rate', '2025-02-01')).toBe('0/0');
  expect(await said('IND-02-06', '2026', D, 'rate', '2026-01-10')).toBe('0/0');
  // set up this year
  expect(await said('IND-02-06', '2025', A, 'rate', '2025-02-01')).toBe('0/0 excluded 1');
});

test('whatever is written, the figures are those counted by hand', async () => {
  const all: (Written & { known: string })[] = [];
  const days = ['2026-08-20', '2026-08-21'];
  await fc.assert(
    fc.asyncProperty(fc.noBias(fc.array(written, { minLength: 14, maxLength: 14 })), async (made) => {
      const [day = ''] = days.splice(0, 1);
      const some = made.map((make, i) => make(uscc(10 + all.length + i)));
      const rows = (one: (written: Written) => readonly (Texts | null)[]) =>
        some.flatMap((each) => one(each).filter((row) => row !== null));
      await city.handIn(
        'R01',
        rows(({ institution }) => [institution]),
        { day }
      );
      await city.handIn(
        'R02',
        rows(({ committee }) => [committee]),
        { day }
      );
      await city.handIn(
        'R03',
        rows(({ members }) => members),
        { day }
      );
      await city.handIn(
        'R07',
        rows(({ delegation }) => [delegation]),
        { day }
      );
      await city.publish(day);
      all.push(...some.map((each) => ({ ...each, known: day })));
      const byHand = {
        groups: all.map(({ institution }) => institution.institution_uscc ?? ''),
        count: (what: string, asked: Asked) => countedByHand(all, what, asked)
      };
      await expectAgreement(
        city,
        {
          'IND-02-01 rate': ['2025-Q4', '2026-Q2'],
          'IND-02-02 rate': ['2025-Q4', '2026-Q1', '2026-Q2'],
          'IND-02-03 rate': ['2024-Q1', '2025-Q4', '2026-Q2'],
          'IND-02-03 stock': ['2023-Q4', '2026-Q2'],
          'IND-02-04 rate': ['2025-Q4', '2026-Q1', '2026-Q2'],
          'IND-02-05 rate': ['2024', '2025'],
          'IND-02-06 rate': ['2024', '2025']
        },
        day,
        byHand
      );
      const running = {
        'IND-02-02 rate': ['2026-Q3'],
        'IND-02-03 rate': ['2026-Q3'],
        'IND-02-04 rate': ['2026-Q3'],
        'IND-02-05 rate': ['2026'],
        'IND-02-06 rate': ['2026']
      };
      await expectAgreement(city, running, day, byHand, { whole: days.length === 0 });
    }),
    { numRuns: days.length, endOnFailure: true }
  );
});
