/** How institutions and departments reported, counted again from what was handed in. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { committeeOf, uscc } from './filled-in.ts';
import { department, institution, SmallCity } from './small-city.ts';

const [A, B] = [uscc(1), uscc(2)];
let city: SmallCity;

/** A reports its quarter in time, with a bad row; B only the registry, and nothing since. */
beforeAll(async () => {
  city = await SmallCity.open();
  const registry = [A, B].map((institution_uscc) => ({
    institution_uscc,
    supervising_dept: 'education_bureau',
    valid_from: '2024-01-01'
  }));
  await city.handIn('R01', registry, { day: '2026-01-05' });
  await city.handIn('R02', [{ institution_uscc: A }], { day: '2026-01-05' });
  await city.publish('2026-01-05');
  const quarter = (period: string, more = {}) => ({
    institution_uscc: A,
    period,
    staff_trained_ytd: '100',
    ...more
  });
  const own = { authority: institution(A) };
  await city.handIn('R21', [quarter('2026-Q1')], { day: '2026-04-08', ...own });
  await city.handIn(
    'R04',
    [{ review_id: 'R-1', committee_id: committeeOf(A), accepted: '2026-03-01', project_id: null }],
    {
      day: '2026-04-08',
      ...own
    }
  );
  await city.publish('2026-04-08');
  await city.handIn('R21', [quarter('2026-Q2', { staff_trained_ytd: '90' })], { day: '2026-07-30', ...own });
  await city.handIn('R23', [{ dept: 'education_bureau', period: '2026-Q2', submitted_date: '2026-07-10' }], {
    day: '2026-07-10',
    authority: department('education_bureau')
  });
  await city.publish('2026-07-30');
  await city.publish('2026-08-10');
}, 300_000);
afterAll(() => city.close());

test('by institution: what came, when, what was rejected, and what is contradicted', async () => {
  const { rows, total } = await (await city.reader()).qualityByOwner({ page_size: 100 });
  expect(total).toBe(rows.length);
  const a = rows.find((row) => row.institution_uscc === A);
  expect(a).toMatchObject({
    institution_name: expect.stringContaining('虚构') as string,
    supervising_dept: 'education_bureau',
    last_received: '2026-07-30',
    days_silent: 11,
    // registry, committee, two quarters and one review without its project
    rows: 5,
    rejected_rows: 1
  });
  const ledger = (await (await city.reader()).ledger({ institution: A, page_size: 500 })).rows.filter(
    ({ due_date }) => due_date < '2026-08-10'
  );
  const count = (status: readonly string[]) => ledger.filter((line) => status.includes(line.status)).length;
  expect(a?.due_count).toBe(ledger.length);
  expect(a?.late_count).toBe(count(['late']));
  expect(a?.late_count).toBeGreaterThan(0);
  expect(a?.overdue_count).toBe(count(['overdue']));
  expect(a?.on_time_count).toBe(ledger.length - count(['late', 'overdue', 'withdrawn']));
  // fewer trained in June than in March
  expect(a?.contradictions).toBeGreaterThan(0);
});

test('who sent nothing for longest, and who owes most, come first', async () => {
  const reader = await city.reader();
  const silent = (await reader.qualityByOwner({ sort: 'silent' })).rows.map(
    ({ institution_uscc }) => institution_uscc
  );
  expect(silent.indexOf(B)).toBeLessThan(silent.indexOf(A));
  const overdue = (await reader.qualityByOwner()).rows.map(({ overdue_count }) => overdue_count);
  expect(overdue).toEqual([...overdue].sort((a, b) => b - a));
  expect((await reader.qualityByOwner({ search: A })).total).toBe(1);
});

test('a department has a line of its own, and sees no other’s', async () => {
  const reader = await city.reader({ kind: 'department', code: 'education_bureau' });
  const { rows } = await reader.qualityByOwner({ page_size: 100 });
  expect(rows.find(({ dept }) => dept === 'education_bureau')).toMatchObject({
    rows: 1,
    last_received: '2026-07-10'
  });
  expect(rows.filter(({ supervising_dept }) => supervising_dept !== 'education_bureau')).toEqual([]);
  const other = await city.reader({ kind: 'department', code: 'health_commission' });
  expect(
    (await other.qualityByOwner()).rows.filter(({ institution_uscc }) => institution_uscc !== null)
  ).toEqual([]);
});

test('by report', async () => {
  const rows = await (await city.reader()).qualityByReport();
  expect(rows.find(({ report }) => report === 'R21')).toMatchObject({
    owner_count: 1,
    rows: 2,
    last_received: '2026-07-30'
  });
  expect(rows.find(({ report }) => report === 'R04')).toMatchObject({ rows: 1, rejected_rows: 1 });
});

test('each number is that of the list it leads to: the months’ lines, the withdrawn among the overdue', async () => {
  const own = { authority: institution(B) };
  const taken_back = await city.handIn(
    'R21',
    [{ institution_uscc: B, period: '2026-Q2', staff_trained_ytd: '10' }],
    { day: '2026-08-12', ...own }
  );
  await city.handIn('R02', [{ institution_uscc: B, established_date: '2026-06-01' }], {
    day: '2026-08-12',
    ...own
  });
  await city.publish('2026-08-12');
  await city.withdraw('2026-08-14', [taken_back]);
  await city.publish('2027-03-01');
  const reader = await city.reader();
  const from = '2026-03-01';
  const of = { page_size: 1 };
  for (const row of (await reader.qualityByOwner()).rows) {
    if (row.institution_uscc === null) continue;
    const ask = { ...of, institution: row.institution_uscc };
    expect((await reader.ledger({ ...ask, owed: 'overdue', due_from: from })).total).toBe(row.overdue_count);
    expect((await reader.ledger({ ...ask, status: 'late', due_from: from })).total).toBe(row.late_count);
    expect((await reader.lateFilings({ ...ask, received_from: from })).total).toBe(row.late_event_count);
  }
  expect((await reader.ledger({ ...of, institution: B, status: 'withdrawn' })).total).toBe(1);
  const overdue = { ...of, institution: A, owed: 'overdue' } as const;
  expect((await reader.ledger({ ...overdue, due_from: from })).total).toBeLessThan(
    (await reader.ledger(overdue)).total
  );
  const { rows } = await reader.qualityByOwner({ sort: 'late_events' });
  expect(rows[0]).toMatchObject({ institution_uscc: B, late_event_count: 1 });
  expect((await reader.lateFilings({ ...of, institution: B, received_from: '2026-08-13' })).total).toBe(0);
});
