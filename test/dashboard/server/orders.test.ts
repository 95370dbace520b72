/** Orders by the machine interface: withdraw, read again, run again. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { institutionsCsv } from '../../jobs/report-csv.ts';
import { asking } from './asking.ts';
import { runningCity, type RunningCity } from './running-city.ts';

let city: RunningCity;
let { ask, rows, problem } = {} as ReturnType<typeof asking>;
beforeAll(async () => {
  city = await runningCity('empty');
  ({ ask, rows, problem } = asking(city.app));
  for (const [name, text] of [
    ['R01-1.csv', institutionsCsv(1, 2)],
    ['R01-2.csv', institutionsCsv(3)],
    ['R01-3.csv', institutionsCsv(2)]
  ] as const)
    await ask(`/api/submissions?file_name=${name}&wait=true`, {
      method: 'POST',
      body: text,
      headers: { 'content-type': 'application/octet-stream' }
    });
});
afterAll(() => city.close());

const order = (body: unknown, type = 'application/json') =>
  ({ method: 'POST', body: JSON.stringify(body), headers: { 'content-type': type } }) as RequestInit;

interface One {
  data: {
    state: string;
    publication: number | null;
    rerun_of: number | null;
    withdrawal: { reason: string; by: string; publication: number | null } | null;
  };
}
const one = async (id: number) => ((await (await ask(`/api/submissions/${id}`)).json()) as One).data;
const published = async () => Number((await rows('/api/submissions?state=published')).data[0]?.['id']);

test('a file is withdrawn, and its rows leave the numbers soon after', async () => {
  const id = await published();
  const { total } = await rows('/api/submissions?state=published');
  const response = await ask(`/api/submissions/${id}/withdrawal`, order({ reason: '报错了单位' }));
  expect(response.status).toBe(202);
  expect(await response.json()).toEqual({ data: { submission: id } });
  expect(await one(id)).toMatchObject({
    state: 'withdrawn',
    withdrawal: { reason: '报错了单位', by: 'city' }
  });
  await expect.poll(async () => (await one(id)).withdrawal?.publication, { timeout: 20_000 }).toBe(4);
  expect((await rows('/api/submissions?state=published')).total).toBe(total - 1);
  expect((await rows('/api/submissions?state=withdrawn')).data).toMatchObject([{ id }]);
});

test('an order that cannot be carried out says why', async () => {
  const [withdrawn = 0] = (await rows('/api/submissions?state=withdrawn')).data.map(({ id }) => Number(id));
  const path = `/api/submissions/${withdrawn}/withdrawal`;
  const again = await problem(path, order({ reason: '再撤一次' }));
  expect([again.status, again.type]).toEqual([409, '/api-docs#not_now']);
  const other = await published();
  const there = `/api/submissions/${other}/withdrawal`;
  expect((await problem(there, order({}))).errors?.[0]?.parameter).toBe('reason');
  expect((await problem(there, order({ reason: ' ' }))).status).toBe(400);
  expect((await problem(there, order({ reason: '理由充分', by: 'me' }))).errors?.[0]?.parameter).toBe('by');
  // A form of another site can send this.
  expect((await problem(there, order({ reason: '理由充分' }, 'text/plain'))).status).toBe(400);
  expect(
    (await problem(there, { method: 'POST', body: '[', headers: { 'content-type': 'application/json' } }))
      .status
  ).toBe(400);
  expect((await problem('/api/submissions/99999/withdrawal', order({ reason: '理由充分' }))).status).toBe(
    404
  );
  const institution = { kind: 'institution', code: '12210100000000001A' } as const;
  expect((await problem(there, order({ reason: '理由充分' }), institution)).status).toBe(404);
  expect((await one(other)).state).toBe('published');
});

test('a file is read once more as a submission of its own', async () => {
  const id = await published();
  const response = await ask(`/api/submissions/${id}/rerun`, { method: 'POST' });
  expect(response.status).toBe(202);
  const { data } = (await response.json()) as { data: { submission: number } };
  expect(await one(data.submission)).toMatchObject({ rerun_of: id });
  const refused = await problem(`/api/submissions/${data.submission}/rerun`, { method: 'POST' });
  expect(refused.status, 'it is still in work').toBe(409);
  await expect.poll(async () => (await one(data.submission)).state, { timeout: 20_000 }).toBe('published');
  expect((await one(id)).state).toBe('published');
});

test('a failed run is tried again, one that did not fail is not', async () => {
  const { control } = city.world.warehouse;
  const { id } = control.run(
    `insert into job_run (job, started_at, finished_at, outcome, detail)
     values ('daily', '2026-11-20T00:00:00.000Z', '2026-11-20T00:00:01.000Z', 'failed', 'no room')`
  );
  const failed = await rows('/api/runs?outcome=failed');
  expect(failed.data).toMatchObject([{ id, job: 'daily', says: 'no room', stands: true, counts: {} }]);
  expect((await ask(`/api/runs/${id}/again`, { method: 'POST' })).status).toBe(202);
  await expect
    .poll(async () => (await rows('/api/runs?job=daily')).data.map(({ outcome }) => outcome))
    .toContain('failed');
  await expect.poll(async () => (await rows('/api/runs?outcome=running')).total, { timeout: 20_000 }).toBe(0);
  const [newest = {}] = (await rows('/api/runs?job=receive')).data;
  expect(newest['counts']).toMatchObject({ files: 1, publication: 5 });
  expect((await problem(`/api/runs/${String(newest['id'])}/again`, { method: 'POST' })).status).toBe(409);
});
