import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { keepBytes } from '#ingest/keep-bytes.ts';
import { folder, put } from './report-files.ts';

const kept = join(folder, 'kept');
const text = '审查编号,委员会编号\n1,2\n';
const sha256 = createHash('sha256').update(text).digest('hex');

test('A file lies under its hash, and the same bytes from any source land on the same path', async () => {
  const fromPath = await keepBytes(put(text), kept);
  expect(fromPath).toEqual({
    sha256,
    bytes: Buffer.byteLength(text),
    path: join(kept, sha256.slice(0, 2), sha256)
  });
  expect(readFileSync(fromPath.path, 'utf8')).toBe(text);
  const { ino } = statSync(fromPath.path);
  const pieces = [...Buffer.from(text)].map((byte) => Uint8Array.of(byte));
  expect(await keepBytes(Readable.from(pieces), kept)).toEqual(fromPath);
  expect(statSync(fromPath.path).ino).toBe(ino);
  expect(readdirSync(join(kept, 'tmp'))).toEqual([]);
});

test('A source that breaks off leaves nothing behind', async () => {
  const other = join(folder, 'kept-broken');
  async function* broken() {
    yield await Promise.resolve(Buffer.from('half'));
    throw new Error('connection lost');
  }
  await expect(keepBytes(broken(), other)).rejects.toThrow('connection lost');
  expect(readdirSync(other)).toEqual(['tmp']);
  expect(readdirSync(join(other, 'tmp'))).toEqual([]);
});

test('The remains of a half-written file are replaced by the whole one', async () => {
  const other = join(folder, 'kept-remains');
  const first = await keepBytes(put(text), other);
  writeFileSync(first.path, text.slice(0, 5));
  await keepBytes(put(text), other);
  expect(existsSync(first.path) && readFileSync(first.path, 'utf8')).toBe(text);
});
