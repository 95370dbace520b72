import { expect, test } from 'vitest';
import { defaultLimits } from '#ingest/limits.ts';
import { checkExpansion } from '#ingest/sound-archive.ts';
import { unzipText, zipDirectory } from '#ingest/zip-directory.ts';
import { rejectionOf } from './report-files.ts';
import { zipOf } from './zip-of.ts';

const parts = {
  '[Content_Types].xml': Buffer.from('<Types/>'),
  'xl/workbook.xml': Buffer.from('<workbook/>')
};

test('The directory tells names and sizes, and an entry is unpacked by name', () => {
  const data = zipOf({ ...parts, 甲: Buffer.alloc(1000, 'x') });
  const entries = zipDirectory(data);
  expect(entries.map((entry) => [entry.name, entry.expanded])).toEqual([
    ['[Content_Types].xml', 8],
    ['xl/workbook.xml', 11],
    ['甲', 1000]
  ]);
  expect(unzipText(data, entries, 'xl/workbook.xml')).toBe('<workbook/>');
  expect(unzipText(data, entries, 'xl/other.xml')).toBeUndefined();
});

test('A workbook that would unpack to more than the limit is not opened', async () => {
  const bomb = zipOf({ ...parts, 'xl/a.xml': Buffer.alloc(10) }, { 'xl/a.xml': { expanded: 3 * 2 ** 30 } });
  expect(await rejectionOf(bomb)).toMatchObject({
    code: 'zip_bomb',
    params: { expanded_mb: 3072, limit_mb: 1024 }
  });
});

test('A workbook packed beyond belief is not opened, small ones may be', () => {
  const check = (mb: number) => {
    const entries = zipDirectory(
      zipOf({ 'xl/a.xml': Buffer.alloc(100) }, { 'xl/a.xml': { expanded: mb * 2 ** 20 } })
    );
    checkExpansion(entries, 1000, defaultLimits);
  };
  expect(() => check(60)).toThrow('zip_bomb');
  expect(() => check(40)).not.toThrow();
});

test('An entry that says less than it holds is not unpacked further', async () => {
  const lying = zipOf(
    { ...parts, 'xl/workbook.xml': Buffer.alloc(100_000, 'x') },
    { 'xl/workbook.xml': { expanded: 5 } }
  );
  expect((await rejectionOf(lying)).code).toBe('unsafe_archive');
  const hidden = zipOf({ ...parts, 'xl/a.xml': Buffer.alloc(100_000) }, { 'xl/a.xml': { expanded: 0 } });
  expect((await rejectionOf(hidden)).code).toBe('unsafe_archive');
});

test('An archive that was cut off is broken, an encrypted one is protected', async () => {
  const data = zipOf(parts);
  for (const keep of [10, 60, data.length - 30, data.length - 5]) {
    expect((await rejectionOf(data.subarray(0, keep))).code).toBe('broken_archive');
  }
  const locked = zipOf(parts, { 'xl/workbook.xml': { flags: 1 } });
  expect((await rejectionOf(locked)).code).toBe('password_protected');
});
