import { afterEach, beforeEach, expect, test } from 'vitest';
import { receive } from '#ingest/receive.ts';
import { oneRun, runList } from '#jobs/run-list.ts';
import { DataFolder } from './data-folder.ts';
import { institutionsCsv } from './report-csv.ts';

let folder: DataFolder;
beforeEach(async () => {
  folder = await DataFolder.open({ SHANJIAN_DEMO: 'off' });
});
afterEach(() => folder.remove());

const receiveOne = (n: number) =>
  receive(folder.warehouse, {
    file_name: `${n}.csv`,
    bytes: folder.put(`${n}.csv`, institutionsCsv(n)),
    channel: 'upload',
    authority: { kind: 'city', code: '' },
    at: folder.now
  });

test('files that come while another waits for its turn go along with it', async () => {
  await receiveOne(1);
  const first = folder.jobs.takeThrough();
  const others = [];
  for (const n of [2, 3, 4]) {
    await receiveOne(n);
    others.push(folder.jobs.takeThrough());
  }
  await Promise.all([first, ...others]);
  expect(folder.submissions().map(({ state }) => state)).toEqual(Array(4).fill('published'));
  expect(folder.runs('receive').length).toBeLessThanOrEqual(3);
  expect(folder.jobs.progress.submissions()).toEqual([]);
  expect(folder.jobs.progress.runs()).toEqual([]);
});

test('a run says in numbers what it did', async () => {
  await receiveOne(1);
  await receive(folder.warehouse, {
    file_name: 'x.csv',
    bytes: folder.put('x.csv', 'a,b\n1,2\n'),
    channel: 'upload',
    authority: { kind: 'city', code: '' },
    at: folder.now
  });
  await folder.jobs.takeThrough();
  const { rows, total } = runList(folder.warehouse.control);
  expect(total).toBe(1);
  expect(rows).toMatchObject([
    {
      job: 'receive',
      outcome: 'done',
      stands: false,
      times: 1,
      duration_ms: 0,
      counts: { files: 2, rows: 1, accepted: 1, rejected: 0, publication: 1 }
    }
  ]);
});

test('a failure stands until the job succeeds, is run again at once, and counts how often it came', async () => {
  await receiveOne(1);
  await folder.jobs.takeThrough();
  await receiveOne(2);
  const today = folder.now;
  folder.now = new Date('2026-11-01T10:00:00+08:00');
  for (let n = 0; n < 3; n++) await folder.jobs.again('receive');
  const { control } = folder.warehouse;
  const [failed] = runList(control, { outcome: 'failed' }).rows;
  expect(failed).toMatchObject({ job: 'receive', stands: true, times: 3 });
  // The inbox's own schedule waits a while before it tries again; a person does not.
  folder.now = new Date('2026-11-01T10:01:00+08:00');
  expect(await folder.jobs.receive()).toBeUndefined();
  expect(runList(control).rows[0]?.times).toBe(3);
  folder.now = today;
  await folder.jobs.again('receive');
  expect(folder.submissions().map(({ state }) => state)).toEqual(['published', 'published']);
  expect(oneRun(control, failed?.id ?? 0)).toMatchObject({ outcome: 'failed', stands: false });
  expect(runList(control, { job: 'daily' }).rows).toEqual([]);
  expect(oneRun(control, 999)).toBeUndefined();
});

test('a job that nobody knows any more is not run', async () => {
  expect(await folder.jobs.again('pull:nowhere')).toBeUndefined();
});
