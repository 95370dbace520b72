import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { pullHosts } from '#jobs/pull/hosts.ts';
import { readSources, type Source } from '#jobs/pull/sources.ts';
import { uscc } from '../report-csv.ts';

const folder = mkdtempSync(join(tmpdir(), 'shanjian-sources-'));
afterAll(() => rmSync(folder, { recursive: true }));

const entry = {
  name: '虚构示例大学 R04',
  url: 'https://data.example.edu.cn/r04.csv?month=1',
  for: uscc(1),
  cron: '15 5 * * *'
};

function read(content: unknown, must_exist = false): Source[] {
  const file = join(folder, 'sources.json');
  if (content !== undefined)
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return readSources(content === undefined ? join(folder, 'absent.json') : file, {
    hosts: pullHosts.parse('data.example.edu.cn, http://127.0.0.1:8080'),
    departments: new Set(['health_commission']),
    upload_limit: 1000,
    secret: (name) => ({ UNIVERSITY_KEY: 'Bearer geheim', TWO_LINES: 'a\r\nb: c' })[name],
    must_exist
  });
}

function refusal(content: unknown, must_exist = false): string {
  try {
    read(content, must_exist);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('accepted');
}

test('a source and what stands where it says nothing', () => {
  expect(read([entry])).toEqual([
    {
      name: entry.name,
      url: new URL(entry.url),
      authority: { kind: 'institution', code: uscc(1) },
      cron: entry.cron,
      headers: {},
      max_bytes: 1000,
      connect_ms: 15_000,
      total_ms: 600_000,
      retries: 4
    }
  ]);
});

test('headers stand in the file, or in variables that it names', () => {
  const [source] = read([
    {
      ...entry,
      headers: { Accept: 'text/csv' },
      headers_env: { Authorization: 'UNIVERSITY_KEY' },
      max_size: '20M',
      total_s: 0.5
    }
  ]);
  expect(source).toMatchObject({
    headers: { Accept: 'text/csv', Authorization: 'Bearer geheim' },
    max_bytes: 20 * 2 ** 20,
    total_ms: 500
  });
});

test.each([
  [{ url: 'https://other.example/r04.csv' }, 'url'],
  [{ url: 'http://data.example.edu.cn/r04.csv' }, 'url'],
  [{ url: 'https://data.example.edu.cn:8443/r04.csv' }, 'url'],
  [{ url: 'https://user:word@data.example.edu.cn/r04.csv' }, 'url'],
  [{ url: 'file:///etc/passwd' }, 'url'],
  [{ for: 'nobody' }, 'for'],
  [{ cron: 'every day' }, 'cron'],
  [{ headers: { 'X Y': '1' } }, 'headers'],
  [{ headers: { X: 'a\r\nb: c' } }, 'headers.X'],
  [{ headers_env: { Authorization: 'NOT_SET' } }, 'headers_env.Authorization'],
  [{ headers_env: { Authorization: 'TWO_LINES' } }, 'headers_env.Authorization'],
  [{ headers_env: { Authorization: 'SHANJIAN_KEY' } }, 'headers_env.Authorization'],
  [{ max_size: 'much' }, 'max_size'],
  [{ retries: 99 }, 'retries'],
  [{ interval: 5 }, 'interval']
])('%j is refused by the name of the source', (change, place) => {
  const message = refusal([entry, { ...entry, name: '另一个', ...change }]);
  expect(message).toContain('另一个');
  expect(message).toContain(place);
  expect(message).not.toContain(`${entry.name}:`);
  expect(message).not.toContain('geheim');
});

test('an entry without a usable name is named by its place', () => {
  expect(refusal([entry, 5])).toContain('entry 2');
  expect(refusal([{ ...entry, name: '../x' }])).toContain('../x');
});

test('two of one name, what is no list and what is no JSON are refused', () => {
  expect(refusal([entry, entry])).toContain(entry.name);
  expect(refusal({ sources: [] })).toContain('sources.json');
  expect(refusal('[')).toContain('sources.json');
});

test('no file means no source, unless it was asked for', () => {
  expect(read(undefined)).toEqual([]);
  expect(refusal(undefined, true)).toContain('absent.json');
});
