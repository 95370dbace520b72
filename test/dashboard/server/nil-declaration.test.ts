/** Nil declarations by the machine interface: a submission like any other, or a reason. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { institutionsCsv } from '../../jobs/report-csv.ts';
import { asking } from './asking.ts';
import { runningCity, type RunningCity } from './running-city.ts';

let city: RunningCity;
let { ask, rows, problem } = {} as ReturnType<typeof asking>;
let uscc = '';
beforeAll(async () => {
  city = await runningCity('empty');
  ({ ask, rows, problem } = asking(city.app));
  await ask(`/api/submissions?file_name=R01.csv&wait=true`, {
    method: 'POST',
    body: institutionsCsv(1),
    headers: { 'content-type': 'application/octet-stream' }
  });
  uscc = String((await rows('/api/institutions')).data[0]?.['institution_uscc']);
});
afterAll(() => city.close());

const order = (body: unknown) =>
  ({
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' }
  }) as RequestInit;
const declare = (body: unknown) => ask('/api/nil-declarations', order(body));

test('it is kept, published, listed and found in the ledger; a second one is refused', async () => {
  const said = { report: 'R10', period: '2026-Q3', institution_uscc: uscc };
  const response = await declare(said);
  expect(response.status).toBe(202);
  const { data } = (await response.json()) as { data: { submission: number } };
  const one = async () =>
    ((await (await ask(`/api/submissions/${data.submission}`)).json()) as { data: Record<string, unknown> })
      .data;
  await expect.poll(async () => (await one())['state'], { timeout: 20_000 }).toBe('published');
  expect(await one()).toMatchObject({ channel: 'api', reports: ['R10'], rows: 0 });
  const file = await ask(`/api/submissions/${data.submission}/file`);
  expect(await file.json()).toMatchObject({ ...said, nil: true });
  expect((await problem('/api/nil-declarations', order(said))).status).toBe(409);
});

test('what cannot be declared is refused with words, and nothing is handed in', async () => {
  const { total } = await rows('/api/submissions');
  for (const [status, said] of [
    [409, { report: 'R21', period: '2026-Q3', institution_uscc: uscc }],
    [409, { report: 'R04', period: '2026-Q3', institution_uscc: uscc }],
    [409, { report: 'R04', period: '2027-01', institution_uscc: uscc }],
    [400, { report: 'R04', period: 'autumn', institution_uscc: uscc }],
    [400, { report: 'R99', period: '2026-09', institution_uscc: uscc }],
    [400, { report: 'R04', period: '2026-09' }],
    [400, { report: 'R04', period: '2026-09', institution_uscc: uscc, dept: 'education_bureau' }]
  ] as const) {
    const refused = await problem('/api/nil-declarations', order(said));
    expect(refused.status, JSON.stringify(said)).toBe(status);
  }
  expect((await rows('/api/submissions')).total).toBe(total);
});

test('a department declares for itself', async () => {
  expect((await declare({ report: 'R22', period: '2026-Q3', dept: 'education_bureau' })).status).toBe(202);
});
