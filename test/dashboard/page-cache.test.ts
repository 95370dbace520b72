import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { NOT_KEPT, PageCache } from '../../dashboard/page-cache.ts';

const page =
  (text: string, status = 200) =>
  () =>
    Promise.resolve(new Response(text, { status }));

test('a page is made once, however many ask at the same time', async () => {
  const cache = new PageCache(100_000);
  let made = 0;
  const make = async (): Promise<Response> => {
    made++;
    await new Promise((done) => setTimeout(done, 5));
    return new Response('page');
  };
  const all = await Promise.all(Array.from({ length: 16 }, () => cache.take('a', make)));
  await cache.take('a', make);
  expect(made).toBe(1);
  expect(new Set(all).size).toBe(1);
});

test('the compressed page is the page', async () => {
  const kept = await new PageCache(100_000).take('a', page('善鉴'.repeat(200)));
  if (kept instanceof Response) throw new Error('not kept');
  expect(gunzipSync(kept.gzipped).toString()).toBe('善鉴'.repeat(200));
  expect(Buffer.from(kept.body).toString()).toBe('善鉴'.repeat(200));
});

test('what is not a whole answer is not kept', async () => {
  const cache = new PageCache(100_000);
  const answers = await Promise.all([cache.take('a', page('no', 404)), cache.take('a', page('no', 404))]);
  for (const answer of answers) expect(answer instanceof Response && (await answer.text())).toBe('no');
  expect(cache.bytes).toBe(0);
  expect(await cache.take('a', page('yes'))).not.toBeInstanceOf(Response);
});

test('a failure reaches all who asked, and the next one tries again', async () => {
  const cache = new PageCache(100_000);
  const fail = () => Promise.reject(new Error('no reader'));
  const [first, second] = await Promise.allSettled([cache.take('a', fail), cache.take('a', fail)]);
  expect([first?.status, second?.status]).toEqual(['rejected', 'rejected']);
  expect(await cache.take('a', page('yes'))).not.toBeInstanceOf(Response);
});

test('the page that was longest not asked for goes first', async () => {
  const cache = new PageCache(7000);
  let made = 0;
  const make = () => {
    made++;
    return Promise.resolve(new Response('x'.repeat(1000)));
  };
  for (const key of ['a', 'b', 'c', 'a', 'd']) await cache.take(key, make);
  expect(cache.bytes).toBeLessThanOrEqual(7000);
  made = 0;
  await cache.take('a', make);
  expect(made).toBe(0);
  await cache.take('b', make);
  expect(made).toBe(1);
});

test('a page larger than the whole cache is passed through', async () => {
  const cache = new PageCache(500);
  expect(await cache.take('a', page('x'.repeat(1000)))).not.toBeInstanceOf(Response);
  expect(cache.bytes).toBe(0);
});

test('a page that moves by itself is made for each who asks', async () => {
  const cache = new PageCache(100_000);
  let made = 0;
  const make = () => Promise.resolve(new Response(`${++made}`, { headers: { 'cache-control': NOT_KEPT } }));
  const [first, second] = [await cache.take('a', make), await cache.take('a', make)];
  expect([first, second].map((each) => each instanceof Response)).toEqual([true, true]);
  expect(made).toBe(2);
  expect(cache.bytes).toBe(0);
});
