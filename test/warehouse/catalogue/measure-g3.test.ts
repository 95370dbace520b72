/** Typical cases, and what departments do to make ethics known. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, type Day } from '#warehouse/calendar.ts';
import type { By } from '#warehouse/answers.ts';
import { CITY } from '#warehouse/scope.ts';
import { uscc, type Texts } from '../filled-in.ts';
import { departments, SmallCity } from '../small-city.ts';
import { differences } from './by-hand.ts';
import { typicalCases } from './oracle-g3.ts';
import { partsOf } from './parts-of.ts';

const members = departments.filter(({ member }) => member).map(({ code }) => code);
const [A, B] = [uscc(1), uscc(2)];
const known = new Map<string, Texts>();
let city: SmallCity;

const typical = (
  typical_case_id: string,
  recommending_dept: string,
  recommended_date: Day,
  more: Texts = {}
): Texts => ({
  typical_case_id,
  recommending_dept,
  institution_uscc: A,
  recommended_date,
  selected_date: '',
  promotion_kind: '',
  promoted_date: '',
  reuse_count: '0',
  ...more
});
const summary = (dept: string, period: string, publicity_events: string): Texts => ({
  dept,
  period,
  publicity_events,
  submitted_date: '2026-07-10',
  supervised_count: '0',
  inspected_count: '0'
});
async function recommend(day: Day, rows: readonly Texts[]): Promise<void> {
  for (const row of rows) known.set(row['typical_case_id'] ?? '', row);
  await city.handIn('R18', rows, { day });
}

beforeAll(async () => {
  city = await SmallCity.open();
  const registry = [A, B].map((institution_uscc) => ({ institution_uscc, valid_from: '2025-01-01' }));
  await city.handIn('R01', registry, { day: '2026-06-20' });
  await city.publish('2026-06-20');
  const selected = { selected_date: '2026-06-30', promotion_kind: 'media' };
  await recommend('2026-07-10', [
    typical('plain', 'health_commission', '2026-06-30', { reuse_count: '9' }),
    typical('second-half', 'health_commission', '2026-07-01'),
    typical('selected', 'education_bureau', '2025-12-31', { ...selected, reuse_count: '3' }),
    typical('promoted', 'education_bureau', '2026-01-02', {
      ...selected,
      promoted_date: '2026-07-01',
      institution_uscc: B
    }),
    typical('stranger', 'education_bureau', '2026-01-02', { institution_uscc: uscc(9) })
  ]);
  const [first = '', second = ''] = members;
  await city.handIn('R23', [summary(first, '2026-Q2', '2'), summary(second, '2026-Q2', '0')], {
    day: '2026-07-10'
  });
  await city.publish('2026-07-10');
  await city.publish('2027-01-04');
});
afterAll(() => city.close());

const figures = async (id: string, period: string, by: By, asof?: Day) =>
  (await (await city.reader(CITY, asof)).figures(id, { by, period })).map(
    ({ name, group, value, missing, status }) => `${name} ${group} ${value} ${missing} ${status}`
  );

test('cases count by the half-year in which they were recommended or selected', async () => {
  const first = await figures('IND-G3-01', '2026-H1', 'department');
  expect(first).toContain('collected health_commission 1 0 none');
  expect(first).toContain('collected education_bureau 1 0 none');
  expect(first).toContain('selected education_bureau 2 0 none');
  expect(await partsOf(city, 'IND-G3-01', '2025-H2')).toEqual({ selected: 'numerator' });
});

test('a department is to have one in a year, and the city as many as it has members; in half a year nobody is late', async () => {
  const year = await figures('IND-G3-01', '2026', 'department');
  expect(year).toContain('collected health_commission 2 0 green');
  expect(year).toContain('collected education_bureau 1 0 green');
  expect(year).toContain('collected agri_rural_bureau 0 0 red');
  expect(await figures('IND-G3-01', '2026', 'city')).toEqual(['collected  3 0 red', 'selected  2 0 none']);
  expect(await figures('IND-G3-01', '2026', 'city', '2026-07-10')).toContain('collected  3 0 none');
});

test('of the cases selected in a year some are promoted, and some are taken up', async () => {
  expect(await partsOf(city, 'IND-G3-02', '2026')).toEqual({
    selected: 'denominator_only',
    promoted: 'numerator'
  });
  expect(await figures('IND-G3-04', '2026', 'city')).toEqual(['reused  3 0 info', 'selected  2 0 none']);
});

test('a department that did not report is missing, not nought', async () => {
  const [first = '', second = '', third = ''] = members;
  const found = await figures('IND-G3-03', '2026-Q2', 'department');
  expect(found).toContain(`count ${first} 2 0 green`);
  expect(found).toContain(`count ${second} 0 0 red`);
  expect(found).toContain(`count ${third} 0 1 none`);
  expect(await figures('IND-G3-03', '2026-Q2', 'city')).toEqual(['count  2 5 none']);
  const reader = await city.reader();
  const records = await reader.members('IND-G3-03', { period: '2026-Q2', part: 'missing' });
  expect(records).toMatchObject({ total: 5, missing: 5, numerator: 2 });
  // what was not handed in is no record
  expect(new Set(records.rows.map(({ report }) => report))).toEqual(new Set([null]));
});

const ownerOf = (id: string): Texts => {
  const { institution_uscc = '', recommending_dept = '' } = known.get(id) ?? {};
  return { institution_uscc, recommending_dept };
};
const anyCase = fc.record({
  dept: fc.constantFrom(...members),
  institution: fc.constantFrom(A, B, uscc(9)),
  // Early enough that nothing is said of days to come: such a row is rejected.
  day: fc.nat(395).map((n) => addDays('2025-06-01', n)),
  selected_after: fc.option(fc.nat(120)),
  promoted_after: fc.option(fc.nat(60)),
  reuse: fc.nat(6),
  is_wrong: fc.integer({ min: 0, max: 8 }).map((n) => n === 0),
  again: fc.option(fc.nat(12))
});

test(
  'whatever was recommended, the figures are what a slow count by hand gives',
  { timeout: 120_000 },
  async () => {
    const rejected: { month: string; dept: string }[] = [];
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(anyCase, { minLength: 8, maxLength: 18 }), async (some) => {
        run += 1;
        const day = addDays('2027-01-05', run);
        const before = [...known.keys()];
        const rows = some.map((one, i) => {
          const again = one.again === null || one.is_wrong ? undefined : before[one.again];
          const selected = one.selected_after === null ? '' : addDays(one.day, one.selected_after);
          const promoted =
            selected === '' || one.promoted_after === null ? '' : addDays(selected, one.promoted_after);
          return typical(again ?? `T${run}-${i}`, one.dept, one.day, {
            institution_uscc: one.institution,
            // a record stays with whom it was first told of
            ...(again === undefined ? {} : ownerOf(again)),
            promotion_kind: selected === '' ? '' : 'media',
            promoted_date: promoted,
            reuse_count: String(one.reuse),
            selected_date: one.is_wrong ? addDays(one.day, -1) : selected,
            report_period: one.day.slice(0, 7)
          });
        });
        const once = [...new Map(rows.map((row) => [row['typical_case_id'], row])).values()];
        await city.handIn('R18', once, { day });
        for (const row of once) {
          const said = (field: string) => row[field] ?? '';
          const isWrong = said('selected_date') !== '' && said('selected_date') < said('recommended_date');
          if (isWrong) rejected.push({ month: said('report_period'), dept: said('recommending_dept') });
          else known.set(said('typical_case_id'), row);
        }
        await city.publish(day);
        const reader = await city.reader();
        const found: string[] = [];
        const tallies = typicalCases([...known.values()], rejected, [A, B], day);
        for (const [value, tally] of Object.entries(tallies)) {
          const [id = '', name = '', by = ''] = value.split(' ');
          found.push(...(await differences(reader, id, name, by as By, tally)));
        }
        expect(found).toEqual([]);
      }),
      { numRuns: 2, endOnFailure: true }
    );
  }
);
