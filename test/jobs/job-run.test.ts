import { afterEach, beforeEach, expect, test } from 'vitest';
import { JobRuns } from '#jobs/job-run.ts';
import { ControlStore } from '#warehouse/control/store.ts';

let control: ControlStore;
let runs: JobRuns;
let minute = 0;
beforeEach(() => {
  control = new ControlStore(':memory:');
  minute = 0;
  const now = () => new Date(Date.UTC(2026, 10, 20, 0, minute++));
  runs = new JobRuns(control, { now, log: () => undefined });
});
afterEach(() => control.close());

const ledger = () =>
  control.all<{ job: string; outcome: string; detail: string }>(
    'select job, outcome, detail from job_run order by id'
  );
const fail = () => Promise.reject(new Error('the disk is full'));
const did =
  (count: number, says = '') =>
  async () => ({ count, says });

test('what was done is written down; a run that had nothing to do is not', async () => {
  expect(await runs.run('receive', did(2, '2 received'))).toEqual({ count: 2, says: '2 received' });
  await runs.run('receive', did(0));
  await runs.run('receive', async () => undefined);
  expect(ledger()).toMatchObject([{ job: 'receive', outcome: 'done', detail: '2 received' }]);
});

test('a failed job throws nothing and shows until the same job succeeds', async () => {
  expect(await runs.run('daily', fail)).toBeUndefined();
  await runs.run('receive', did(1, '1 received'));
  expect(runs.lastFailure()).toMatchObject({ job: 'daily', says: 'the disk is full' });
  // It has not tried.
  await runs.run('daily', async () => undefined);
  expect(runs.lastFailure()).not.toBeNull();
  await runs.run('daily', did(0));
  expect(runs.lastFailure()).toBeNull();
});

test('the same failure minute by minute stands once, with its last time', async () => {
  for (let n = 0; n < 3; n++) await runs.run('deliver', fail);
  expect(ledger()).toHaveLength(1);
  const { at = '' } = runs.lastFailure() ?? {};
  expect(at).toBe(runs.failedAt('deliver'));
  expect(at > '2026-11-20T00:04').toBe(true);
});

test('pages change with a failure and its end, and not with what only the ledger shows', async () => {
  const changed = async (work: () => Promise<unknown>): Promise<boolean> => {
    const before = control.changes;
    await work();
    return control.changes > before;
  };
  expect(await changed(() => runs.run('receive', did(0)))).toBe(false);
  expect(await changed(() => runs.run('receive', did(1, 'one')))).toBe(false);
  expect(await changed(() => runs.run('receive', fail))).toBe(true);
  expect(await changed(() => runs.run('receive', fail))).toBe(false);
  expect(await changed(() => runs.run('receive', did(0)))).toBe(true);
});

test('the ledger keeps the newest runs only', async () => {
  control.run(
    `with recursive n (i) as (select 1 union all select i + 1 from n where i < 12000)
     insert into job_run (id, job, started_at, finished_at, outcome) select i, 'receive', '', '', 'done' from n`
  );
  await runs.run('receive', did(1, 'one'));
  expect(control.one<{ n: number }>('select count(*) as n from job_run')?.n).toBe(10_001);
});
