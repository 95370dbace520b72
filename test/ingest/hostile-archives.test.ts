/** Archives made to harm: each is given back with a reason, before anything of it is unpacked that need not be. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { fillWords, rejectionWords } from '#ingest/rejection.ts';
import { archiveOf, bomb, type Part } from './hostile/archive-of.ts';
import { ledger, parts, rels, workbookOf } from './hostile/workbook-of.ts';
import { csv, headers, read, readSheet, rejectionOf, review } from './report-files.ts';

const sheetPart = 'xl/worksheets/sheet1.xml';
const says = (rejection: Awaited<ReturnType<typeof rejectionOf>>) =>
  fillWords(rejectionWords[rejection.code].says, rejection.params);

test('The workbook that all of these are made from is read', async () => {
  expect(await readSheet(workbookOf(ledger(3)))).toMatchObject({ report: 'R04', row_count: 3 });
});

test.each([sheetPart, 'xl/sharedStrings.xml', 'docProps/app.xml', 'xl/media/image1.png'])(
  'Two gigabytes in %s are not unpacked',
  async (name) => {
    const { packed, expanded } = bomb('<x>', 128, '</x>');
    const file = workbookOf(ledger(), { [name]: { packed, says: { expanded } } });
    expect(file.length).toBeLessThan(3 << 20);
    expect(await rejectionOf(file)).toMatchObject({ code: 'zip_bomb', params: { expanded_mb: 2048 } });
  }
);

test('Many parts that are each allowed are too much together', async () => {
  const { packed, expanded } = bomb('', 13, '');
  const many = Object.fromEntries(
    Array.from({ length: 6 }, (_, n) => [`xl/media/${n}.bin`, { packed, says: { expanded } }])
  );
  expect((await rejectionOf(workbookOf(ledger(), many))).code).toBe('zip_bomb');
});

test('A part that is packed beyond belief is not unpacked', async () => {
  const { packed, expanded } = bomb('', 4, '');
  const file = workbookOf(ledger(), { 'xl/theme/theme1.xml': { packed, says: { expanded } } });
  expect((await rejectionOf(file)).code).toBe('zip_bomb');
});

test('A part that would fill the memory by itself is too large, however well the whole is', async () => {
  const shared = `<sst>${'<si><t>x</t></si>'.repeat(100_000)}</sst>`;
  const file = workbookOf(ledger(), { 'xl/sharedStrings.xml': shared });
  expect((await rejectionOf(file, { limits: { part_bytes: 1 << 20 } })).code).toBe('too_large');
});

test('A directory that says ten kilobytes where there is a gigabyte is found out at ten kilobytes', async () => {
  const { packed } = bomb('<worksheet><sheetData>', 64, '</sheetData></worksheet>');
  for (const name of [sheetPart, 'xl/workbook.xml', 'xl/sharedStrings.xml']) {
    const before = process.memoryUsage().arrayBuffers;
    const rejection = await rejectionOf(
      workbookOf(ledger(), { [name]: { packed, says: { expanded: 10_000 } } })
    );
    expect(rejection.code).toBe('unsafe_archive');
    expect(says(rejection).en).toContain(name);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50 << 20);
  }
});

test('Sizes that only the local header tells, or none, are not trusted', async () => {
  const { packed } = bomb('', 64, '');
  const follow = { packed, sizes_follow: true };
  for (const name of [sheetPart, 'docProps/app.xml'])
    expect((await rejectionOf(workbookOf(ledger(), { [name]: follow }))).code).toBe('unsafe_archive');
  const stored = { bytes: Buffer.from('x'.repeat(100)), method: 0, says: { expanded: 7 } };
  expect((await rejectionOf(workbookOf(ledger(), { 'a.bin': stored }))).code).toBe('unsafe_archive');
});

test('ZIP64 counts as well: terabytes are refused, a sound directory is read, one of a billion entries is not', async () => {
  const tera = parts(ledger(), { 'a.bin': { bytes: Buffer.alloc(99), says: { expanded: 2 ** 42 } } });
  expect((await rejectionOf(archiveOf(tera, { zip64: true }))).code).toBe('zip_bomb');
  expect((await readSheet(archiveOf(parts(ledger(2)), { zip64: true }))).row_count).toBe(2);
  const billion = archiveOf(parts(ledger()), { zip64: true, count: 1e9 });
  expect((await rejectionOf(billion)).code).toBe('unsafe_archive');
});

test('Ten thousand and one parts are too many', async () => {
  const many = Array.from({ length: 10_001 }, (_, n): Part => ({ name: `a/${n}`, method: 0 }));
  const rejection = await rejectionOf(archiveOf([...parts(ledger()), ...many]));
  expect(says(rejection).en).toContain('10008');
});

test('Parts that share their bytes are refused', async () => {
  const all = parts(ledger());
  const last = all.length - 1;
  for (const same_as of [{ part: last }, { part: last, behind: 40 }, { part: 0 }])
    expect(
      (await rejectionOf(archiveOf([...all, { name: 'xl/worksheets/sheet2.xml', same_as }]))).code
    ).toMatch(/^(unsafe|broken)_archive$/);
  // The bytes of one part are another part, header and all: each could be whole by itself.
  const second: Part = { name: 'b', bytes: Buffer.from(ledger()) };
  const whole = archiveOf([second]).subarray(0, -(46 + 1 + 22));
  const quoting = [
    ...all,
    { name: 'a', bytes: whole, method: 0 },
    { ...second, same_as: { part: all.length, behind: 31 } }
  ];
  expect(says(await rejectionOf(archiveOf(quoting))).en).toContain('overlaps');
});

test.each([
  ['of one name', sheetPart],
  ['whose names differ in case', 'xl/Worksheets/SHEET1.xml'],
  ['whose names differ in the stroke', 'xl\\worksheets\\sheet1.xml']
])('Two worksheets %s are refused: no two readers would see the same', async (_, name) => {
  for (const twice of [
    [...parts(ledger(1)), { name, bytes: Buffer.from(ledger(2)) }],
    [{ name, bytes: Buffer.from(ledger(2)) }, ...parts(ledger(1))]
  ]) {
    const rejection = await rejectionOf(archiveOf(twice));
    expect(rejection.code).toBe('unsafe_archive');
    expect(says(rejection).en.toLowerCase()).toContain('sheet1.xml');
  }
});

test.each([
  '../../etc/passwd',
  'xl/../../../x.xml',
  '..\\..\\x.xml',
  '/etc/passwd',
  'C:\\Windows\\x.xml',
  'xl/a\0.xml',
  'xl/a\nb.xml',
  `xl/${'a'.repeat(2000)}`
])('A part named %j is refused, and its name is shown on one line', async (name) => {
  const rejection = await rejectionOf(workbookOf(ledger(), { [name]: 'x' }));
  expect(rejection.code).toBe('unsafe_archive');
  expect(says(rejection).zh).toMatch(/^[^\p{Cc}]{1,200}$/u);
});

test('A part that is called otherwise in its own header is refused', async () => {
  const other = { bytes: Buffer.from(ledger()), local_name: 'xl/worksheets/sheet9.xml' };
  expect((await rejectionOf(workbookOf(ledger(), { [sheetPart]: other }))).code).toBe('unsafe_archive');
});

test('A part packed in another way, or not to be unpacked, or changed on the way, is refused by name', async () => {
  const bytes = Buffer.from(ledger());
  for (const broken of [
    { bytes, method: 12 },
    { bytes, packed: Buffer.alloc(100, 7), says: { expanded: bytes.length } },
    { bytes, says: { crc: 1 } },
    { bytes, says: { expanded: bytes.length + 1 } }
  ]) {
    const rejection = await rejectionOf(workbookOf(ledger(), { [sheetPart]: broken }));
    expect(rejection.code).toBe('broken_archive');
    expect(String(rejection.params.detail)).toContain(sheetPart);
  }
});

test('A workbook that was cut off anywhere is given back', async () => {
  const whole = workbookOf(ledger(20));
  for (let keep = 4; keep < whole.length; keep += 97)
    expect((await rejectionOf(whole.subarray(0, keep))).code).toBe('broken_archive');
});

test('An archive within an archive is not opened, nor one that holds itself', async () => {
  const table = { name: 'r04.csv', bytes: Buffer.from(csv([headers, review(1)])) };
  const inner = archiveOf([table]);
  // Whoever opened a quine would find it again, and again: to open no archive within one is to open none.
  const quine = archiveOf([{ name: 'r.zip', bytes: archiveOf([{ name: 'r.zip', bytes: inner }]) }]);
  expect(await rejectionOf(quine)).toMatchObject({ code: 'not_supported', params: { kind: 'ZIP' } });
  const { packed, expanded } = bomb('', 128, '');
  const nested = archiveOf([table, { name: 'b.zip', packed, says: { expanded } }]);
  expect((await rejectionOf(nested)).code).toBe('zip_bomb');
});

test('A bomb in a workbook in an archive is said by its name, and the others are read', async () => {
  const { packed, expanded } = bomb('', 6, '');
  const hostile = workbookOf(ledger(), { 'docProps/app.xml': { packed, says: { expanded } } });
  const { sheets, remarks } = await read(
    archiveOf([
      { name: 'bad.xlsx', bytes: hostile },
      { name: 'good.csv', bytes: Buffer.from(csv([headers, review(1)])) }
    ])
  );
  expect(sheets).toMatchObject([{ report: 'R04', row_count: 1 }]);
  expect(remarks.map(({ sheet }) => sheet)).toContain('bad.xlsx');
});

const laughs = `<!DOCTYPE x [<!ENTITY a "${'ha'.repeat(50)}">${Array.from(
  { length: 9 },
  (_, n) => `<!ENTITY ${'bcdefghij'[n]} "${`&${'abcdefghi'[n]};`.repeat(10)}">`
).join('')}]>`;
const outside = (address: string) => `<!DOCTYPE x SYSTEM "${address}"><!-- -->`;

test.each([
  sheetPart,
  'xl/workbook.xml',
  'xl/sharedStrings.xml',
  'xl/styles.xml',
  'xl/_rels/workbook.xml.rels',
  '[Content_Types].xml'
])('A type definition in %s is refused, whether it multiplies or fetches', async (name) => {
  let asked = 0;
  const server = createServer((_, response) => {
    asked++;
    response.end('<!ENTITY x "y">');
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/x.dtd`;
  try {
    const content = Buffer.from(parts(ledger()).find((part) => part.name === name)?.bytes ?? []).toString();
    for (const type of [
      laughs,
      outside(address),
      outside('file:///etc/passwd'),
      `<?x?>\n<!--\n-->${laughs}`
    ]) {
      const [prolog = '', ...rest] = content.split('?>');
      const file = workbookOf(ledger(), { [name]: `${prolog}?>${type}${rest.join('?>')}` });
      const rejection = await rejectionOf(file);
      expect(rejection.code).toBe('unsafe_archive');
      expect(says(rejection).zh).toContain('DTD');
    }
    const wide = Buffer.from(`\ufeff${laughs}${content}`, 'utf16le');
    expect((await rejectionOf(workbookOf(ledger(), { [name]: { bytes: wide } }))).code).toBe(
      'unsafe_archive'
    );
  } finally {
    server.close();
  }
  expect(asked).toBe(0);
});

test('A prolog that hides its root behind a long comment is refused', async () => {
  for (const sign of [' ', '注']) {
    const long = `<!--${sign.repeat(1 << 20)}-->${laughs}<worksheet/>`;
    expect((await rejectionOf(workbookOf(long))).code).toBe('broken_archive');
  }
});

test('A worksheet that lies with somebody else is not fetched', async () => {
  const elsewhere = rels([['rId1', 'worksheet', 'http://127.0.0.1:9/sheet1.xml', ' TargetMode="External"']]);
  const rejection = await rejectionOf(workbookOf(ledger(), { 'xl/_rels/workbook.xml.rels': elsewhere }));
  expect(rejection.code).toMatch(/^(broken_archive|no_visible_sheet)$/);
});
