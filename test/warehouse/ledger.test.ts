/** The ledger of expected reports: what a line says from the first file to the last, of institutions and departments. */
import { afterAll, expect, test, vi } from 'vitest';
import type { LedgerRow } from '#warehouse/answers.ts';
import type { AskLedger } from '#warehouse/ledger.ts';
import { committeeOf, uscc, type Texts } from './filled-in.ts';
import { department, institution, SmallCity } from './small-city.ts';

const [A, B] = [uscc(1), uscc(2)];
vi.setConfig({ testTimeout: 60_000 });
const cities: SmallCity[] = [];
afterAll(async () => {
  for (const city of cities) await city.close();
});

/** Two institutions, each with a committee, known since the end of August 2026. */
async function open(): Promise<SmallCity> {
  const city = await SmallCity.open();
  cities.push(city);
  const day = '2026-08-31';
  const supervising_dept = 'health_commission';
  await city.handIn(
    'R01',
    [A, B].map((institution_uscc) => ({ institution_uscc, supervising_dept })),
    { day }
  );
  await city.handIn(
    'R02',
    [A, B].map((institution_uscc) => ({ institution_uscc })),
    { day }
  );
  await city.publish(day);
  return city;
}

const review = (n: number, more: Texts = {}): Texts => ({
  review_id: `R-${n}`,
  committee_id: committeeOf(A),
  accepted: '2026-09-03',
  report_period: '2026-09',
  ...more
});
/** A row that is rejected: its code is none. */
const faulty = (n: number, more: Texts = {}): Texts => review(n, { list_item: '没有这一项', ...more });

async function line(city: SmallCity, ask: AskLedger = {}, asof?: string): Promise<LedgerRow> {
  const reader = await city.reader(undefined, asof);
  const { rows } = await reader.ledger({ report: 'R04', period: '2026-09', institution: A, ...ask });
  expect(rows).toHaveLength(1);
  return rows[0] as LedgerRow;
}

test('days late are working days, over the National Day rest and the Saturday worked for it', async () => {
  const city = await open();
  await city.publish('2026-10-09');
  // The 10th is a Saturday that is worked: nothing moves.
  expect(await line(city)).toMatchObject({ due_date: '2026-10-10', status: 'expected', workdays_left: 1 });
  await city.publish('2026-10-11');
  expect(await line(city)).toMatchObject({ status: 'overdue', workdays_late: 0, is_owed: true });
  await city.handIn('R04', [review(1)], { day: '2026-10-14' });
  await city.publish('2026-10-14');
  expect(await line(city)).toMatchObject({ status: 'late', workdays_late: 3, is_owed: false });
  // Ten working days after the quarter: 8 to 20 October, the 10th among them.
  const quarterly = await line(city, { report: 'R02', period: '2026-Q3' });
  expect(quarterly).toMatchObject({ due_date: '2026-10-20', status: 'expected', workdays_left: 4 });
});

test('what is partly accepted counts as reported, and what was rejected is owed until it is handed in again', async () => {
  const city = await open();
  await city.handIn('R04', [review(1), faulty(2), faulty(3), review(4, { review_id: '' })], {
    day: '2026-10-08'
  });
  await city.publish('2026-10-08');
  const partly = { status: 'partly', received_date: '2026-10-08', row_count: 1, late_rows: 0 };
  expect(await line(city)).toMatchObject({ ...partly, rejected_rows: 3 });
  // One put right in time; one wrong again; the row without a number is answered by any row after it.
  await city.handIn('R04', [review(2), faulty(3)], { day: '2026-10-09' });
  await city.publish('2026-10-09');
  expect(await line(city)).toMatchObject({ ...partly, row_count: 2, rejected_rows: 1 });
  // Rows of the other institution settle nothing here.
  await city.handIn('R04', [review(3, { review_id: 'B-1', committee_id: committeeOf(B) })], {
    day: '2026-10-12'
  });
  await city.publish('2026-10-12');
  expect(await line(city)).toMatchObject({ rejected_rows: 1 });
  const last = await city.handIn('R04', [review(3)], { day: '2026-10-13' });
  await city.publish('2026-10-13');
  expect(await line(city)).toMatchObject({
    status: 'on_time',
    workdays_late: 0,
    row_count: 3,
    rejected_rows: 0,
    late_rows: 1
  });
  // What it had put right is owed again without it.
  await city.withdraw('2026-10-14', [last]);
  expect(await line(city)).toMatchObject({ ...partly, row_count: 2, rejected_rows: 1 });
  expect(await line(city, {}, '2026-10-13')).toMatchObject({ status: 'on_time', rejected_rows: 0 });
});

test('a file of which nothing was accepted is no report', async () => {
  const city = await open();
  await city.handIn('R04', [faulty(1)], { day: '2026-10-08' });
  await city.publish('2026-10-12');
  expect(await line(city)).toMatchObject({ status: 'overdue', received_date: null, rejected_rows: 1 });
});

test('rows say more than a declaration that there are none, whatever came first', async () => {
  const city = await open();
  const nil = await city.handIn('R04', [], {
    day: '2026-10-08',
    authority: institution(A),
    form: 'json',
    period: '2026-09'
  });
  await city.publish('2026-10-08');
  expect(await line(city)).toMatchObject({ status: 'nil', submission_id: nil, received_date: '2026-10-08' });
  const rows = await city.handIn('R04', [review(1)], { day: '2026-10-15' });
  await city.publish('2026-10-15');
  expect(await line(city)).toMatchObject({ status: 'late', submission_id: rows, workdays_late: 4 });
  // Without the rows the declaration stands again.
  await city.withdraw('2026-10-16', [rows]);
  expect(await line(city)).toMatchObject({ status: 'nil', submission_id: nil });
  await city.withdraw('2026-10-17', [nil]);
  expect(await line(city)).toMatchObject({
    status: 'withdrawn',
    submission_id: null,
    is_owed: true,
    workdays_late: 5
  });
  const reader = await city.reader();
  expect((await reader.ledger({ owed: 'overdue', report: 'R04', institution: A })).total).toBe(2); // and August
  expect(await line(city, {}, '2026-10-16')).toMatchObject({ status: 'nil' });
});

test('what is withdrawn and handed in anew stands as it came anew', async () => {
  const city = await open();
  const first = await city.handIn('R04', [review(1)], { day: '2026-10-08' });
  await city.publish('2026-10-08');
  await city.withdraw('2026-10-09', [first]);
  expect(await line(city)).toMatchObject({ status: 'withdrawn', is_owed: true, workdays_left: 1 });
  await city.handIn('R04', [review(1, { decided: '2026-09-20' })], { day: '2026-10-12' });
  await city.publish('2026-10-12');
  expect(await line(city)).toMatchObject({ status: 'late', received_date: '2026-10-12', workdays_late: 1 });
});

test('a month named where a quarter is owed counts for the quarter', async () => {
  const city = await open();
  await city.handIn(
    'R10',
    [{ training_id: 'T-1', institution_uscc: A, organizer_dept: '', report_period: '2026-09' }],
    {
      day: '2026-10-09'
    }
  );
  await city.publish('2026-10-09');
  const trained = { report: 'R10', period: '2026-Q3' };
  expect(await line(city, trained)).toMatchObject({ status: 'on_time', row_count: 1 });
  expect(await line(city, { ...trained, institution: B })).toMatchObject({ status: 'expected' });
});

test('departments owe lines of their own, seen by themselves and the city alone', async () => {
  const city = await open();
  await city.handIn('R23', [{ dept: 'health_commission', period: '2026-Q3' }], {
    day: '2026-10-26',
    authority: department('health_commission')
  });
  await city.publish('2026-10-30');
  const of = async (scope?: Parameters<SmallCity['reader']>[0]) =>
    (await (await city.reader(scope)).ledger({ report: 'R23', period: '2026-Q3' })).rows
      .map(({ dept, status, due_date }) => `${dept} ${status} ${due_date}`)
      .sort();
  const own = ['health_commission on_time 2026-10-27'];
  expect(await of({ kind: 'department', code: 'health_commission' })).toEqual(own);
  expect(await of({ kind: 'department', code: 'education_bureau' })).toEqual([
    'education_bureau overdue 2026-10-27'
  ]);
  expect(await of({ kind: 'institution', code: A })).toEqual([]);
  const all = await of();
  expect(all).toHaveLength(7);
  expect(all.some((each) => each.startsWith('other_dept'))).toBe(false);
  const found = await (await city.reader()).ledger({ search: '卫生健康', report: 'R23', period: '2026-Q3' });
  expect(found.rows.map(({ dept }) => dept)).toEqual(['health_commission']);
});

test('a report due within its period is expected from its beginning; others once it has ended', async () => {
  const city = await open();
  const reader = await city.reader();
  const periods = async (report: string, running: boolean) =>
    (await reader.ledger({ report, institution: A, running })).rows.map((row) => row.report_period).sort();
  expect(await periods('R22', false)).toEqual(['2026']);
  expect(await periods('R11', false)).toEqual(['2026-S2']);
  expect(await periods('R04', false)).toEqual([]);
  expect(await periods('R04', true)).toEqual(['2026-08']);
});

test('facts by their dates: who has an open rectification or a project that runs owes its report', async () => {
  const city = await open();
  const day = '2026-10-09';
  await city.handIn(
    'R08',
    [
      { rectification_id: 'C-1', institution_uscc: A, issued_date: '2026-09-10', due_date: '2026-10-30' },
      {
        rectification_id: 'C-2',
        institution_uscc: B,
        issued_date: '2026-09-10',
        due_date: '2026-10-30',
        report_submitted_date: '2026-09-28',
        accepted_date: '2026-10-01',
        acceptance_result: 'passed',
        rect_status: 'closed'
      }
    ],
    { day }
  );
  await city.handIn(
    'R13',
    [
      {
        project_id: 'P-1',
        institution_uscc: A,
        risk_level: 'high',
        start_date: '2026-09-20',
        end_date: '2026-10-05'
      },
      {
        project_id: 'P-2',
        institution_uscc: B,
        risk_level: 'low',
        start_date: '2026-01-01',
        end_date: '2027-10-05'
      }
    ].map((row) => ({ ...row, approval_review_id: '', list_item: 'none', is_international: 'N' })),
    { day }
  );
  await city.publish(day);
  await city.publish('2026-12-01');
  const reader = await city.reader();
  const owedFor = async (report: string) =>
    (await reader.ledger({ report, page_size: 500 })).rows
      .map((row) => `${row.institution_uscc === A ? 'A' : 'B'} ${row.report_period}`)
      .sort();
  // B's ended on the first of October: of that month nothing is left.
  expect(await owedFor('R08')).toEqual(['A 2026-09', 'A 2026-10', 'A 2026-11', 'B 2026-09']);
  expect(await owedFor('R15')).toEqual(['A 2026-09', 'A 2026-10']);
});

test('the stored lines are those that a computation from the start gives, and nothing else', async () => {
  const city = cities[1] as SmallCity;
  const columns =
    'record_key, due_date, received_date, submission_id, row_count, rejected_rows, late_rows, is_withdrawn';
  for (const { number } of await city.all<{ number: number }>(
    'select max(number) as number from meta.publication'
  )) {
    const stored = await city.lines(`select ${columns} from marts.report_due(${number}) order by all`);
    expect(stored.length).toBeGreaterThan(50);
    expect(stored).toEqual(
      await city.lines(`select ${columns} from marts.report_line(${number}) order by all`)
    );
  }
});
