/** Events that are filed as they happen: which of them came after their limit, and by how many working days. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { uscc, type Texts } from './filled-in.ts';
import { department, SmallCity } from './small-city.ts';

const [A, B] = [uscc(1), uscc(2)];
let city: SmallCity;
const rectification = (rectification_id: string, issued_date: string, more: Texts = {}): Texts => ({
  rectification_id,
  institution_uscc: A,
  issued_date,
  due_date: '2026-12-31',
  ...more
});

beforeAll(async () => {
  city = await SmallCity.open();
  const day = '2026-09-01';
  await city.handIn(
    'R01',
    [
      { institution_uscc: A, supervising_dept: 'health_commission' },
      { institution_uscc: B, supervising_dept: 'education_bureau' }
    ],
    { day }
  );
  await city.publish(day);
});
afterAll(() => city.close());

const late = async (report?: string, asof?: string) => {
  const reader = await city.reader(undefined, asof);
  const { rows } = await reader.lateFilings({ page_size: 500, ...(report ? { report } : {}) });
  return rows
    .map((row) =>
      [
        row.limit_id,
        row.record_key,
        row.event_date,
        row.limit_date,
        row.received_date,
        row.workdays_late
      ].join(' ')
    )
    .sort();
};

test('five working days run over the National Day rest, and the day after them is late', async () => {
  // Issued on 29 September: 30, 8, 9, 10 (a Saturday that is worked) and 12 October.
  await city.handIn('R08', [rectification('C-1', '2026-09-29')], { day: '2026-10-12' });
  await city.publish('2026-10-12');
  expect(await late('R08')).toEqual([]);
  await city.handIn('R08', [rectification('C-2', '2026-09-29'), rectification('C-3', '2026-10-12')], {
    day: '2026-10-15'
  });
  await city.publish('2026-10-15');
  expect(await late('R08')).toEqual(['R08.entered C-2 2026-09-29 2026-10-12 2026-10-15 3']);
});

test('what counts is the file that first named the event: an update later is none, and a withdrawal takes it out', async () => {
  await city.handIn('R08', [rectification('C-1', '2026-09-29', { report_submitted_date: '2026-10-16' })], {
    day: '2026-10-20'
  });
  const in_time = await city.handIn('R08', [rectification('C-4', '2026-10-19')], { day: '2026-10-20' });
  await city.handIn('R08', [rectification('C-4', '2026-10-19', { severity: 'high' })], { day: '2026-11-02' });
  await city.publish('2026-11-02');
  expect(await late('R08')).toHaveLength(1);
  await city.withdraw('2026-11-03', [in_time]);
  expect(await late('R08')).toContain('R08.entered C-4 2026-10-19 2026-10-26 2026-11-02 5');
  expect(await late('R08', '2026-11-02')).toHaveLength(1);
});

test('each change of the registry is an event of its own, and a limit may hold for some rows only', async () => {
  await city.handIn(
    'R01',
    [
      {
        institution_uscc: B,
        supervising_dept: 'education_bureau',
        valid_from: '2026-09-10',
        district_code: '210103'
      }
    ],
    { day: '2026-11-04' }
  );
  const project = {
    institution_uscc: A,
    approved_project_date: '2026-09-02',
    approval_review_id: '',
    list_item: 'none'
  };
  await city.handIn(
    'R13',
    [
      { ...project, project_id: 'P-1', funding_kind: 'fiscal' },
      { ...project, project_id: 'P-2', funding_kind: 'self_funded' }
    ],
    { day: '2026-11-04' }
  );
  await city.publish('2026-11-04');
  // Before the first publication nothing was to be filed with anybody here: the first entries are not late.
  expect((await late('R01')).map((each) => each.split(' ').slice(0, 3).join(' '))).toEqual([
    `R01.in_force ${B} 2026-09-10`
  ]);
  expect((await late('R13')).map((each) => each.split(' ').slice(0, 3).join(' '))).toEqual([
    'R13.approved P-1 2026-09-02'
  ]);
});

test('days of the calendar roll past a rest, hours and the day itself do not; departments have theirs', async () => {
  const referral = {
    from_dept: 'health_commission',
    to_dept: 'education_bureau',
    completed_date: '',
    acknowledged_date: ''
  };
  await city.handIn(
    'R24',
    [
      { ...referral, referral_id: 'RF-1', referred_date: '2026-10-31', due_date: '2026-12-01' }, // a Saturday
      { ...referral, referral_id: 'RF-2', referred_date: '2026-11-05', due_date: '2026-12-01' }
    ],
    { day: '2026-11-05', authority: department('health_commission') }
  );
  await city.handIn('R02', [{ institution_uscc: A, established_date: '2026-09-11' }], { day: '2026-10-13' });
  await city.publish('2026-11-05');
  expect(await late('R24')).toEqual(['R24.referred RF-1 2026-10-31 2026-10-31 2026-11-05 4']);
  // Thirty days after 11 September end on Sunday 11 October, so on Monday.
  expect(await late('R02')).toEqual([expect.stringMatching(/ 2026-09-11 2026-10-12 2026-10-13 1$/)]);
  const own = await city.reader({ kind: 'department', code: 'health_commission' });
  expect((await own.lateFilings({ report: 'R24' })).rows).toHaveLength(1);
  const others = await city.reader({ kind: 'department', code: 'education_bureau' });
  expect((await others.lateFilings({ report: 'R24' })).rows).toHaveLength(0);
});
