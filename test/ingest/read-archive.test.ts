import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { encodeGb18030 } from '#fixtures/forms/gb18030.ts';
import { csv, fields, folder, headers, read, recordsOf, rejectionOf, review } from './report-files.ts';
import { zipOf } from './zip-of.ts';

const table = (...rows: number[]) => Buffer.from(csv([headers, ...rows.map((n) => review(n))]));
const workbook = (...sheets: { name: string; n: number; hidden?: boolean }[]) =>
  writeXlsx({ sheets: sheets.map(({ n, ...sheet }) => ({ ...sheet, rows: [headers, review(n)] })) });
const json = (n: number) =>
  Buffer.from(JSON.stringify([Object.fromEntries(fields.map((field, i) => [field, review(n)[i]]))]));

test('Each member is read as a file of its own, its tables numbered by its place', async () => {
  const found = await read(
    zipOf({
      '__MACOSX/._台账.csv': Buffer.from('Mac OS X'),
      '九月/': Buffer.alloc(0),
      '九月/台账.csv': table(1, 2),
      '九月/.DS_Store': Buffer.from('x'),
      '九月/~$台账.xlsx': Buffer.from('x'),
      '九月/台账.xlsx': await workbook(
        { name: '旧', n: 9, hidden: true },
        { name: '审查', n: 3 },
        { name: '补报', n: 4 }
      ),
      'Thumbs.db': Buffer.from('x'),
      'more.json': json(5)
    })
  );
  expect(found.format).toBe('zip');
  expect(found.sheets.map(({ sheet, sheet_no, row_count }) => [sheet, sheet_no, row_count])).toEqual([
    ['九月/台账.csv', 3001, 2],
    ['九月/台账.xlsx/审查', 6002, 1],
    ['九月/台账.xlsx/补报', 6003, 1],
    ['more.json', 8001, 1]
  ]);
  expect(found.remarks).toEqual([{ code: 'hidden_sheet', params: {}, sheet: '九月/台账.xlsx/旧' }]);
  for (const sheet of found.sheets)
    expect(new Set(recordsOf(sheet).map(({ sheet_no }) => sheet_no))).toEqual(new Set([sheet.sheet_no]));
});

test('What can be read is taken; what cannot is said by its name, with what to do', async () => {
  const members = {
    'good.csv': table(1),
    'short.csv': Buffer.from(csv([headers.slice(1), review(2).slice(1)])),
    'scan.pdf': Buffer.from('%PDF-1.7'),
    'inner.zip': zipOf({ 'a.csv': table(3) }),
    'cut.xlsx': Buffer.from(await workbook({ name: '审查', n: 4 })).subarray(0, 900),
    'more.csv': table(5)
  };
  const { sheets, remarks } = await read(zipOf(members));
  expect(sheets.map(({ sheet, sheet_no }) => [sheet, sheet_no])).toEqual([
    ['good.csv', 1001],
    ['more.csv', 6001]
  ]);
  expect(remarks.map(({ code, sheet }) => [code, sheet])).toEqual(
    ['short.csv', 'scan.pdf', 'inner.zip', 'cut.xlsx'].map((member) => ['member_refused', member])
  );
  for (const { params } of remarks)
    for (const text of ['says', 'says_en', 'remedy', 'remedy_en'].map((name) => params[name]))
      expect(text).toMatch(/^[^{}]{5,}$/);
});

test('Numbers of tables do not depend on what became of other members', async () => {
  const numbersOf = async (first: Buffer) =>
    (await read(zipOf({ 'a.csv': first, 'b.csv': table(1) }))).sheets.map(({ sheet, sheet_no }) => [
      sheet,
      sheet_no
    ]);
  expect(await numbersOf(Buffer.from('x'))).toEqual([['b.csv', 2001]]);
  expect(await numbersOf(table(2))).toEqual([
    ['a.csv', 1001],
    ['b.csv', 2001]
  ]);
});

test('An archive in which nothing can be read is given back, with what is wrong with each', async () => {
  const none = await rejectionOf(
    zipOf({ 'a.csv': Buffer.from('x,y\n1,2\n'), 'b.pdf': Buffer.from('%PDF-1.7') })
  );
  expect(none.code).toBe('no_member');
  for (const name of ['members', 'members_en']) {
    expect(none.params[name]).toContain('a.csv');
    expect(none.params[name]).toContain('b.pdf');
  }
  const only = await rejectionOf(
    zipOf({ 'a.csv': Buffer.from(csv([headers.slice(1), review(2).slice(1)])) })
  );
  expect(only).toMatchObject({ code: 'missing_columns', sheet: 'a.csv' });
  expect((await rejectionOf(zipOf({ '__MACOSX/x': Buffer.from('x'), 'empty/': Buffer.alloc(0) }))).code).toBe(
    'empty_file'
  );
});

test('Names as older programs on Chinese systems wrote them are read', async () => {
  const utf8 = zipOf({ xxxxxxxx: table(1) });
  const name = Buffer.from(encodeGb18030('台账.csv'));
  const local = utf8.indexOf('xxxxxxxx');
  const listed = utf8.lastIndexOf('xxxxxxxx');
  name.copy(utf8, local);
  name.copy(utf8, listed);
  expect((await read(utf8)).sheets[0]?.sheet).toBe('台账.csv');
});

test('Nothing of the members remains', async () => {
  const scratch = join(folder, 'scratch');
  const before = existsSync(scratch) ? readdirSync(scratch) : [];
  await read(zipOf({ 'a.csv': table(1), 'b.pdf': Buffer.from('%PDF-1.7') }));
  await rejectionOf(zipOf({ 'a.csv': Buffer.from('x') }));
  expect(readdirSync(scratch).filter((name) => name.endsWith('.member'))).toEqual([]);
  expect(readdirSync(scratch)).toHaveLength(before.length + 1);
});
