import { expect, test } from 'vitest';
import { limited } from '#jobs/limited.ts';
import { Rejection } from '#ingest/rejection.ts';

async function* parts(...sizes: number[]): AsyncGenerator<Uint8Array> {
  for (const size of sizes) yield new Uint8Array(size);
}
const total = async (bytes: AsyncIterable<Uint8Array>) => {
  let sum = 0;
  for await (const part of bytes) sum += part.length;
  return sum;
};

test('bytes up to the limit pass', async () => {
  expect(await total(limited(parts(4, 6), 10))).toBe(10);
});

test('one byte more is a file too large', async () => {
  const refused = await total(limited(parts(4, 6, 1), 10)).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(Rejection);
  expect((refused as Rejection).code).toBe('too_large');
});
