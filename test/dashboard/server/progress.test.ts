/** What goes on while a file is worked on, as a stream of events. */
import { ReadableStream } from 'node:stream/web';
import { setTimeout as wait } from 'node:timers/promises';
import { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { live } from '#dashboard/server/live.ts';
import { reportOf } from '#ingest/reports/index.ts';
import { ProgressBoard, type SubmissionProgress } from '#jobs/progress.ts';
import { asking } from './asking.ts';
import { pieces, runningCity, type RunningCity } from './running-city.ts';

let city: RunningCity;
let { ask, problem } = {} as ReturnType<typeof asking>;
beforeAll(async () => {
  city = await runningCity('empty');
  ({ ask, problem } = asking(city.app));
});
afterAll(() => city.close());

interface Said {
  event: string;
  data: SubmissionProgress;
}

/** The events of a stream as they come; ends with it. */
async function* events(response: Response): AsyncGenerator<Said> {
  let text = '';
  for await (const part of response.body as unknown as AsyncIterable<Uint8Array>) {
    text += Buffer.from(part).toString();
    const whole = text.split('\n\n');
    text = whole.pop() ?? '';
    for (const one of whole) {
      const event = /^event: (.*)$/m.exec(one)?.[1];
      const data = /^data: (.*)$/m.exec(one)?.[1];
      if (event && data) yield { event, data: JSON.parse(data) as SubmissionProgress };
    }
  }
}

const { columns } = reportOf('R04');
const csv = (rows: number) =>
  [
    columns.map(({ zh }) => zh).join(','),
    ...Array.from({ length: rows }, (_, n) =>
      columns.map(({ field, example }) => `"${field === 'review_id' ? `R-${n}` : example}"`).join(',')
    )
  ].join('\n');
async function handIn(name: string, text: string): Promise<number> {
  const response = await ask(`/api/submissions?file_name=${name}`, {
    method: 'POST',
    body: ReadableStream.from(pieces(Buffer.from(text), 65_536)) as unknown as BodyInit,
    duplex: 'half',
    headers: { 'content-type': 'application/octet-stream' }
  } as RequestInit);
  return ((await response.json()) as { data: { id: number } }).data.id;
}

test('from stage to stage, never back, until it is done; and then the stream ends', async () => {
  const id = await handIn('R04.csv', csv(2200));
  const response = await ask(`/api/submissions/${id}/progress`);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
  expect(response.headers.get('cache-control')).toBe('no-store, no-transform');
  expect(response.headers.get('x-accel-buffering')).toBe('no');
  const said: Said[] = [];
  for await (const each of events(response)) said.push(each);
  expect(said.at(-1)).toEqual({ event: 'done', data: { submission: id } });
  const stages = said.slice(0, -1).map(({ data }) => data);
  const order = ['waiting', 'reading', 'checking', 'publishing'];
  expect(stages.length).toBeGreaterThan(0);
  for (const [n, now] of stages.entries()) {
    const before = stages[n - 1];
    expect(now.submission).toBe(id);
    expect(order.indexOf(now.stage)).toBeGreaterThanOrEqual(order.indexOf(before?.stage ?? 'waiting'));
    if (before?.stage !== now.stage) continue;
    expect(now.rows).toBeGreaterThanOrEqual(before.rows);
    expect(now.share ?? 0).toBeGreaterThanOrEqual(before.share ?? 0);
  }
  expect(stages.some(({ stage, rows_expected }) => stage === 'checking' && rows_expected === 2200)).toBe(
    true
  );
  const { data } = (await (await ask(`/api/submissions/${id}`)).json()) as { data: { state: string } };
  expect(data.state).toBe('published');
  expect(city.app.progress.submissions()).toEqual([]);
});

test('what is settled is said to be done at once; what is not visible is not there', async () => {
  const id = await handIn('lunch.csv', 'dish,price\nrice,3\n');
  const { body } = await ask(`/api/submissions/${id}/progress`);
  await wait(1500);
  await body?.cancel();
  const said: Said[] = [];
  for await (const each of events(await ask(`/api/submissions/${id}/progress`))) said.push(each);
  expect(said).toEqual([{ event: 'done', data: { submission: id } }]);
  expect((await problem('/api/submissions/9999/progress')).status).toBe(404);
  const other = { kind: 'institution', code: '12210100000000001A' } as const;
  expect((await problem(`/api/submissions/${id}/progress`, {}, other)).status).toBe(404);
  expect((await problem('/api/runs/live', {}, other)).status).toBe(404);
});

test('what runs is seen with the files in work; who leaves is not held on to', async () => {
  const board = city.app.progress;
  const streams = await Promise.all(
    Array.from({ length: 50 }, async () => {
      const stream = events(await ask('/api/runs/live'));
      await stream.next();
      // Reads on, as a browser does.
      return { stream, next: stream.next() };
    })
  );
  await expect.poll(() => board.listeners).toBe(50);
  await handIn('seen.csv', csv(1500));
  const [first] = streams;
  let seen: Record<'runs' | 'submissions', object[]> | undefined;
  for (let next = first?.next; first && !seen?.submissions.length; next = first.stream.next())
    seen = ((await next) as IteratorYieldResult<Said>).value.data as never;
  expect(seen?.submissions).toMatchObject([{ file_name: 'seen.csv' }]);
  expect(seen?.runs).toMatchObject([{ job: 'receive' }]);
  for (const { stream, next } of streams) {
    await next;
    await stream.return(undefined);
  }
  await expect.poll(() => board.listeners).toBe(0);
});

test('a silent stream says that it is alive, and ends with the service', async () => {
  const board = new ProgressBoard({ now: () => new Date(0) });
  const hono = new Hono().get('/', (c) =>
    live(c, board, async () => ({ event: 'same', data: { n: 1 } }), 20)
  );
  const response = await hono.request('/');
  const text = response.text();
  await wait(150);
  board.close();
  const lines = (await text).split('\n\n').filter((line) => line !== '');
  expect(lines.filter((line) => line.startsWith('event: same'))).toHaveLength(1);
  expect(lines.filter((line) => line === ': alive').length).toBeGreaterThan(2);
});
