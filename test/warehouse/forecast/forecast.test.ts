/** Four institutions' open matters on 1 September 2026, whose chances are worked out by hand below. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays } from '#warehouse/calendar.ts';
import { chosenDay } from '#warehouse/forecast/chosen-day.ts';
import { CITY } from '#warehouse/scope.ts';
import { committeeOf, uscc } from '../filled-in.ts';
import { SmallCity } from '../small-city.ts';

const NOW = '2026-09-01';
const [A, B, C] = [uscc(1), uscc(2), uscc(3)];
let city: SmallCity;

beforeAll(async () => {
  city = await SmallCity.open();
  const register = (code: string, supervising_dept: string, institution_kind: string) => ({
    institution_uscc: code,
    supervising_dept,
    institution_kind,
    valid_from: '2024-01-01'
  });
  let nth = 0;
  const review = (code: string, accepted: string, lasted?: number) => ({
    review_id: `R-${++nth}`,
    committee_id: committeeOf(code),
    accepted,
    decided: lasted === undefined ? null : addDays(accepted, lasted)
  });
  const day = '2026-08-31';
  await city.handIn(
    'R01',
    [
      register(A, 'education_bureau', 'university'),
      register(B, 'health_commission', 'university'),
      register(C, 'health_commission', 'medical_institution')
    ],
    { day }
  );
  await city.handIn(
    'R02',
    [A, B, C].map((institution_uscc) => ({ institution_uscc })),
    { day }
  );
  await city.handIn(
    'R04',
    [
      ...[10, 10, 20, 20, 30].map((lasted) => review(A, '2026-05-04', lasted)),
      review(A, '2026-07-06'),
      review(A, '2026-08-10'),
      review(B, '2026-08-17'),
      review(C, '2026-08-17'),
      // closed too long ago to say anything
      review(C, '2024-05-06', 1)
    ],
    { day }
  );
  await city.handIn(
    'R05',
    [
      {
        followup_id: 'F-1',
        review_id: 'R-1',
        due_date: '2026-08-20',
        completed_at: null,
        followup_decision: null
      }
    ],
    { day }
  );
  const rectification = {
    institution_uscc: A,
    issued_date: '2026-08-03',
    due_date: '2026-09-10',
    accepted_date: null
  };
  await city.handIn(
    'R08',
    [
      { ...rectification, rectification_id: 'RC-1' },
      { ...rectification, rectification_id: 'RC-2', rect_status: 'cancelled' },
      { ...rectification, rectification_id: 'RC-3', due_date: '2026-12-01' }
    ],
    { day }
  );
  await city.handIn('R19', [{ meeting_date: '2026-07-10' }], { day });
  await city.handIn(
    'R20',
    [
      { action_id: 'X-1', due_date: '2026-08-31', lead_dept: 'health_commission' },
      { action_id: 'X-2', due_date: '2026-08-31', action_status: 'cancelled', completed_date: null }
    ],
    { day }
  );
  await city.publish(NOW);
}, 120_000);
afterAll(() => city.close());

const asked = async (scope: Parameters<SmallCity['reader']>[0] = CITY, day?: string) =>
  (await city.reader(scope)).forecast(day === undefined ? {} : { day });

test('three months after the last regular meeting, by each pace', async () => {
  const found = await asked();
  expect(found).toMatchObject({ day: '2026-10-10', chosen_by: 'three_months', from: NOW });
  const reviews = found.matters
    .filter(({ kind }) => kind === 'review')
    .map(({ record_key, age_days, probability, basis, closures, is_overdue }) => [
      record_key,
      age_days,
      Number(probability.toFixed(9)),
      basis,
      closures,
      is_overdue
    ]);
  // A: of 7 two closed after 10 days (5/7), of 5 two after 20 (3/7), of the 2 then seen one after 30 (3/14)
  expect(reviews).toEqual([
    ['R-6', 57, 1, 'own', 5, true],
    ['R-7', 22, 0.5, 'own', 5, false],
    // the universities: 8, of which 2; 5 at day 20, of which 2; 2 at day 30, of which 1: (3/5)(1/2)
    ['R-8', 15, 0.3, 'kind', 5, false],
    // all: likewise
    ['R-9', 15, 0.3, 'all', 5, false]
  ]);
  const { closures, ...outlook } = found.kinds[0] ?? { closures: 0 };
  expect(closures).toBe(5);
  // 1 and of three with 1/2, 3/10, 3/10: none 0.245, up to one 0.7, up to two 0.955
  expect(outlook).toEqual({
    kind: 'review',
    open: 4,
    overdue_now: 1,
    overdue_then: 4,
    newly: 3,
    expected: expect.closeTo(2.1, 9) as number,
    low: 1,
    high: 3
  });
});

test('what nobody ever closed stays open; what was cancelled is not asked', async () => {
  const found = await asked();
  const others = found.matters.filter(({ kind }) => kind !== 'review');
  expect(
    others.map(({ record_key, report, basis, probability }) => [record_key, report, basis, probability])
  ).toEqual([
    ['F-1', 'R05', 'nobody', 1],
    ['X-1', 'R20', 'nobody', 1],
    ['RC-1', 'R08', 'nobody', 1]
  ]);
  expect(
    found.kinds.map(({ kind, open, overdue_now, overdue_then }) => [kind, open, overdue_now, overdue_then])
  ).toEqual([
    ['review', 4, 1, 4],
    ['followup', 1, 1, 1],
    ['rectification', 2, 0, 1],
    ['action_item', 1, 1, 1]
  ]);
});

test('groups add up to the whole; the worst stands first', async () => {
  const found = await asked();
  for (const of of ['open', 'overdue_now', 'overdue_then', 'newly', 'expected'] as const)
    for (const groups of [found.departments, found.kinds])
      expect(groups.reduce((sum, group) => sum + group[of], 0)).toBeCloseTo(found.total[of], 9);
  // an action item is no institution's
  expect(found.institutions.map(({ group, open }) => [group, open])).toEqual([
    [A, 5],
    [B, 1],
    [C, 1]
  ]);
  expect(found.departments.map(({ group, overdue_then }) => [group, overdue_then])).toEqual([
    ['education_bureau', 4],
    ['health_commission', 3]
  ]);
});

test('a day further on has more due and less of it open; a day gone by is no question', async () => {
  const far = await asked(CITY, '2026-12-31');
  expect(far).toMatchObject({ day: '2026-12-31', chosen_by: 'asked' });
  expect(far.kinds[2]).toMatchObject({ kind: 'rectification', overdue_then: 2 });
  const near = await asked(CITY, '2026-09-02');
  expect(near.total).toMatchObject({ overdue_now: 3, overdue_then: 3, newly: 0 });
  expect((await asked(CITY, NOW)).chosen_by).toBe('three_months');
});

test('a scope is answered from what it may see', async () => {
  const own = await asked({ kind: 'institution', code: B });
  expect(own.total).toMatchObject({ open: 1, overdue_then: 1, expected: 1 });
  expect(own.matters.map(({ record_key, basis }) => [record_key, basis])).toEqual([['R-8', 'nobody']]);
  const department = await asked({ kind: 'department', code: 'education_bureau' });
  expect(department.institutions.map(({ group }) => group)).toEqual([A]);
});

test('as known on an earlier day: nothing', async () => {
  const found = await (await city.reader(CITY, '2026-08-30')).forecast();
  expect(found).toMatchObject({
    total: { open: 0, overdue_then: 0, expected: 0, low: 0, high: 0 },
    matters: []
  });
});

test('the day chosen', () => {
  const none = { next_meeting: null, last_regular: null };
  expect(chosenDay(NOW, '2026-09-02', none)).toEqual({ day: '2026-09-02', chosen_by: 'asked' });
  const meetings = { next_meeting: '2026-09-25', last_regular: '2026-07-10' };
  expect(chosenDay(NOW, undefined, meetings)).toEqual({ day: '2026-09-25', chosen_by: 'meeting' });
  // the meeting three months on is overdue itself
  expect(chosenDay(NOW, undefined, { next_meeting: null, last_regular: '2026-06-01' })).toEqual({
    day: '2026-09-30',
    chosen_by: 'quarter'
  });
  expect(chosenDay('2026-09-30', undefined, none).day).toBe('2026-12-31');
});
