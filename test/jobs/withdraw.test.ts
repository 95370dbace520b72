import { existsSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { receive } from '#ingest/receive.ts';
import { keptPath } from '#ingest/landings.ts';
import { validateSubmissions } from '#ingest/validate-submissions.ts';
import { orderWithdrawal } from '#jobs/withdraw.ts';
import { DataFolder } from './data-folder.ts';
import { institutionsCsv, reportCsv, uscc } from './report-csv.ts';

let folder: DataFolder;
beforeEach(async () => {
  folder = await DataFolder.open({ SHANJIAN_DEMO: 'off' });
});
afterEach(() => folder.remove());

const BUREAU = { kind: 'city', code: '' } as const;
const handIn = (name: string, text: string): Promise<number> =>
  receive(folder.warehouse, {
    file_name: name,
    bytes: folder.put(name, text),
    channel: 'upload',
    authority: BUREAU,
    at: folder.now
  });
const order = (id: number, reason = '报错了单位') =>
  orderWithdrawal(folder.warehouse.control, id, { reason, by: BUREAU, at: folder.now });
const one = (id: number) => folder.submissions().find((each) => each.id === id);
const holding = async (): Promise<number> =>
  // With a parameter, so that the engine plans it anew each time.
  (await folder.warehouse.engine.all('select 1 from staging.institutions_at($p)', { p: 100_000 })).length;

test('its rows leave the numbers with the next publication; its bytes and what is said of it stay', async () => {
  const [id, other] = [
    await handIn('1.csv', institutionsCsv(1, 2)),
    await handIn('3.csv', institutionsCsv(3))
  ];
  await folder.jobs.takeThrough();
  expect(await holding()).toBe(3);
  expect(order(id)).toBeUndefined();
  await folder.jobs.takeThrough();
  expect(folder.runs('receive').at(-1)?.detail).toBe('1 withdrawn, publication 2');
  expect(await holding()).toBe(1);
  expect(one(id)).toMatchObject({ state: 'withdrawn', accepted: 2, publication: 1 });
  expect(one(other)).toMatchObject({ state: 'published' });
  const { control, engine, folders } = folder.warehouse;
  expect(control.one('select * from withdrawal')).toMatchObject({
    submission_id: id,
    reason: '报错了单位',
    by_kind: 'city',
    at: folder.now.toISOString(),
    publication: 2
  });
  const { sha256 = '' } = control.one<{ sha256: string }>('select sha256 from submission') ?? {};
  expect(existsSync(keptPath(folders.kept, sha256))).toBe(true);
  expect(await engine.all('select row_no from raw.institutions where submission_id = 1')).toHaveLength(2);
  expect(folder.runs('receive').at(-1)?.detail).toBe('1 withdrawn, publication 2');
});

test('what was not published yet never is; what was not read yet is not read', async () => {
  const first = await handIn('1.csv', institutionsCsv(1));
  await validateSubmissions(folder.warehouse);
  const second = await handIn('2.csv', institutionsCsv(2));
  order(first);
  order(second);
  await folder.jobs.takeThrough();
  expect([one(first), one(second)]).toMatchObject([
    { state: 'withdrawn', accepted: 1, publication: null },
    { state: 'withdrawn', accepted: 0, publication: null }
  ]);
  expect(await folder.count('staging.institutions')).toBe(0);
});

test('nothing is withdrawn twice, nor what was never taken in', async () => {
  const [good, again] = [
    await handIn('1.csv', institutionsCsv(1)),
    await handIn('again.csv', institutionsCsv(1))
  ];
  const bad = await handIn('x.csv', 'a,b\n1,2\n');
  await folder.jobs.takeThrough();
  expect(order(good)).toBeUndefined();
  expect([order(good), order(bad), order(again), order(99)]).toEqual([
    'withdrawn',
    'returned',
    'duplicate',
    'unknown'
  ]);
  await folder.jobs.takeThrough();
  expect(order(good)).toBe('withdrawn');
});

test('the same bytes may come again as soon as the withdrawal is ordered', async () => {
  const first = await handIn('1.csv', institutionsCsv(1));
  await folder.jobs.takeThrough();
  order(first);
  const again = await handIn('1.csv', institutionsCsv(1));
  await folder.jobs.takeThrough();
  expect(one(again)).toMatchObject({ state: 'published' });
  const rows = await folder.warehouse.engine.all('select submission_id from staging.institutions_at(100000)');
  expect(rows).toEqual([{ submission_id: again }]);
});

test('what is handed in after the order is judged by what remains', async () => {
  const first = await handIn('1.csv', institutionsCsv(1));
  await folder.jobs.takeThrough();
  order(first);
  const row = { institution_uscc: uscc(1), institution_name: '虚构单位1' };
  const text = reportCsv('R01', [row]).replaceAll(/\n/g, ',作废\n').replace(',作废', ',操作');
  const id = await handIn('void.csv', text);
  await folder.jobs.takeThrough();
  const found = await folder.warehouse.engine.all(
    `select check_id from raw.finding where submission_id = ${id} and level = 'reject'`
  );
  expect(found).toEqual([{ check_id: 'void_unknown' }]);
});

test('an order that cannot be carried out now stands, is a failed run, and is carried out later', async () => {
  const id = await handIn('1.csv', institutionsCsv(1));
  await folder.jobs.takeThrough();
  order(id);
  const today = folder.now;
  folder.now = new Date('2026-11-19T10:00:00+08:00');
  await folder.jobs.takeThrough();
  expect(one(id)?.state).toBe('published');
  expect(folder.jobs.runs.lastFailure()?.says).toContain(`Not withdrawn, submission ${id}`);
  folder.now = today;
  await folder.jobs.takeThrough();
  expect(one(id)?.state).toBe('withdrawn');
  expect(folder.jobs.runs.lastFailure()).toBeNull();
});
