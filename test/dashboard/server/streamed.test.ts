import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { streamed } from '#dashboard/server/streamed.ts';

function counted(parts: number) {
  const seen = { made: 0, ended: false };
  async function* make(): AsyncGenerator<Uint8Array<ArrayBuffer>, void, void> {
    try {
      while (seen.made < parts) {
        seen.made++;
        yield Uint8Array.of(seen.made);
      }
    } finally {
      seen.ended = true;
    }
  }
  return { seen, parts: make() };
}

test('nothing is made before it is taken, but for the first part', async () => {
  const { seen, parts } = counted(100);
  const { body } = await streamed(parts, {});
  const reader = (body as ReadableStream<Uint8Array>).getReader();
  for (let at = 1; at <= 3; at++) expect((await reader.read()).value).toEqual(Uint8Array.of(at));
  await wait(10);
  expect(seen.made).toBe(3);
  await reader.cancel();
  expect(seen.ended).toBe(true);
});

test('the whole comes in order and ends', async () => {
  const response = await streamed(counted(5).parts, { 'content-type': 'text/plain' });
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(Uint8Array.of(1, 2, 3, 4, 5));
  expect(response.headers.get('content-type')).toBe('text/plain');
});

test('what fails before the first part can still become an error answer', async () => {
  async function* failing(): AsyncGenerator<Uint8Array<ArrayBuffer>, void, void> {
    throw new Error('no');
  }
  await expect(streamed(failing(), {})).rejects.toThrow('no');
});

test('who takes nothing for long gets no more, and what was held open is given back', async () => {
  const { seen, parts } = counted(100);
  const { body } = await streamed(parts, {}, 20);
  const reader = (body as ReadableStream<Uint8Array>).getReader();
  await reader.read();
  await expect.poll(() => seen.ended).toBe(true);
  await expect(reader.read()).rejects.toThrow();
});
