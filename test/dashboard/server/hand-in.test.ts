import { ReadableStream } from 'node:stream/web';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { handIns } from '#fixtures/generate.ts';
import { endpoints } from '#dashboard/server/endpoints.ts';
import { asking } from './asking.ts';
import { pieces, runningCity, STORY, type RunningCity } from './running-city.ts';

let city: RunningCity;
let { ask, rows, problem } = {} as ReturnType<typeof asking>;

beforeAll(async () => {
  city = await runningCity('empty');
  ({ ask, rows, problem } = asking(city.app));
});
afterAll(() => city.close());

const [registry, another] = handIns(STORY);
const posted = endpoints.find(({ method, path }) => method === 'post' && path === '/api/submissions');

/** A body that comes in pieces, as over a line. */
const raw = (bytes: AsyncIterable<Uint8Array>, type = 'application/octet-stream') =>
  ({
    method: 'POST',
    body: ReadableStream.from(bytes) as unknown as BodyInit,
    duplex: 'half',
    headers: { 'content-type': type }
  }) as RequestInit;

const atOnce = (name: string) => `/api/submissions?file_name=${encodeURIComponent(name)}`;
const named = (name: string) => `${atOnce(name)}&wait=true`;

interface HandedIn {
  data: { id: number; state: string; file_name: string; accepted: number; sheets: { report: string }[] };
}

test('nothing known yet is an empty answer', async () => {
  expect((await rows('/api/institutions')).total).toBe(0);
  expect((await rows('/api/values')).total).toBe(0);
  expect((await ask('/api/values?format=arrow')).status).toBe(200);
});

test('whoever waits is answered when the file has been validated and published', async () => {
  if (!registry) throw new Error('No file');
  const before = (await ask('/api/institutions')).headers.get('etag') ?? '';
  const response = await ask(named(registry.file_name), raw(pieces(registry.bytes)));
  expect(response.status).toBe(201);
  const body = (await response.json()) as HandedIn;
  expect(posted?.answer?.safeParse(body).error).toBeUndefined();
  expect(body.data).toMatchObject({ state: 'published', file_name: registry.file_name, channel: 'api' });
  expect(body.data.accepted).toBeGreaterThan(0);
  expect(response.headers.get('location')).toBe(`/api/submissions/${body.data.id}`);
  const after = await ask('/api/institutions', { headers: { 'if-none-match': before } });
  expect(after.status, 'the list has changed').toBe(200);
  expect((await rows('/api/institutions')).total).toBeGreaterThan(0);
});

test('a form with one file does the same, its name kept to the letter', async () => {
  if (!another) throw new Error('No file');
  const form = new FormData();
  form.set('note', 'before the file');
  form.set('file', new File([Buffer.from(another.bytes)], '“审查”一览 (1).xlsx'));
  const response = await ask('/api/submissions?wait=true', { method: 'POST', body: form });
  expect(response.status).toBe(201);
  expect(((await response.json()) as HandedIn).data.file_name).toBe('“审查”一览 (1).xlsx');
});

test('the same bytes twice are recognised and change nothing', async () => {
  if (!registry) throw new Error('No file');
  const { total } = await rows('/api/institutions');
  const response = await ask(named('again.xlsx'), raw(pieces(registry.bytes)));
  expect(((await response.json()) as HandedIn).data.state).toBe('duplicate');
  expect((await rows('/api/institutions')).total).toBe(total);
});

test('whoever does not wait is answered once the bytes are kept, and finds the result later', async () => {
  const [, , third] = handIns(STORY);
  if (!third) throw new Error('No file');
  const response = await ask(atOnce(third.file_name), raw(pieces(third.bytes)));
  expect(response.status).toBe(202);
  const body = (await response.json()) as HandedIn;
  expect(body.data).toMatchObject({ state: 'received', sheets: [] });
  expect(posted?.answer?.safeParse(body).error).toBeUndefined();
  const place = response.headers.get('location') ?? '';
  const state = async () => ((await (await ask(place)).json()) as HandedIn).data.state;
  await expect.poll(state, { timeout: 20_000, interval: 50 }).toBe('published');
  const again = await ask(atOnce(third.file_name), raw(pieces(third.bytes)));
  expect(again.status, 'nothing is to be done').toBe(201);
});

test('a file returned whole is a problem that says why, what to do, and its number', async () => {
  const found = await problem(named('lunch.csv'), raw(pieces(Buffer.from('dish,price\nrice,3\n'))));
  expect(found.status).toBe(422);
  expect(found.detail).toMatch(/\p{Script=Han}/u);
  const kept = (await (await ask(`/api/submissions/${String(found.submission)}`)).json()) as HandedIn;
  expect(kept.data).toMatchObject({ state: 'returned', file_name: 'lunch.csv' });
});

test('what is no file, or has no name, or is too large, or breaks off, is refused', async () => {
  const { total } = await rows('/api/submissions');
  expect(await problem('/api/submissions', { method: 'POST' })).toMatchObject({ status: 400 });
  const nameless = await problem('/api/submissions', raw(pieces(Buffer.from('a,b\n1,2\n'))));
  expect(nameless.errors?.[0]?.parameter).toBe('file_name');
  const form = new FormData();
  form.set('note', 'no file at all');
  expect((await problem('/api/submissions', { method: 'POST', body: form })).status).toBe(400);
  const large = await problem(named('large.csv'), raw(pieces(Buffer.alloc(1_100_000, 'a'))));
  expect([large.status, large.type]).toEqual([413, '/api-docs#too_large']);
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('a,b\n');
    throw new Error('the line is dead');
  }
  const half = await problem(named('half.csv'), raw(broken()));
  expect([half.status, half.type]).toEqual([400, '/api-docs#broken_upload']);
  const cut = '--x\r\nContent-Disposition: form-data; name="f"; filename="f.csv"\r\n\r\na,b\n1';
  const form_cut = await problem(
    '/api/submissions',
    raw(pieces(Buffer.from(cut)), 'multipart/form-data; boundary=x')
  );
  expect([form_cut.status, form_cut.type]).toEqual([400, '/api-docs#broken_upload']);
  expect((await rows('/api/submissions')).total, 'nothing was kept').toBe(total);
});
