/** Worksheets that claim to be larger than they are, or hold what no program writes: the true rows are read, or a reason is given. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { endReading, readFile } from '#ingest/read-file.ts';
import type { Rejection } from '#ingest/rejection.ts';
import { reports } from '#ingest/reports/index.ts';
import { unzip, zipDirectory } from '#ingest/zip-directory.ts';
import { archiveOf, bomb } from './hostile/archive-of.ts';
import { cell, ledger, parts, rels, row, sheetXml, workbookOf } from './hostile/workbook-of.ts';
import {
  folder,
  headers,
  put,
  read,
  readSheet,
  recordsOf,
  refusal,
  rejectionOf,
  review
} from './report-files.ts';

afterAll(endReading);

const scratch = `${folder}/scratch-of-processes`;
const sheetPart = 'xl/worksheets/sheet1.xml';
const idsOf = async (file: Uint8Array) =>
  recordsOf(await readSheet(file)).map((record) => [record.row, record.cells.review_id]);

test('A dimension of all cells there can be is not believed', async () => {
  const all = '<dimension ref="A1:XFD1048576"/><cols><col min="1" max="16384" width="9" style="1"/></cols>';
  expect(await idsOf(workbookOf(ledger(2, all)))).toEqual([
    [2, review(1)[0]],
    [3, review(2)[0]]
  ]);
});

test('A million empty rows with a style, and a row of data behind them', async () => {
  const empty = Array.from(
    { length: 1_000_000 },
    (_, n) => `<row r="${n + 3}" s="1" customFormat="1"/>`
  ).join('');
  const sheet = sheetXml(row(headers, 1) + row(review(1), 2) + empty + row(review(2), 1_000_003));
  const path = put(workbookOf(sheet));
  const found = await readFile(path, 'x.xlsx', reports, scratch, { heap_mb: 100, timeout_ms: 20_000 });
  expect(found.sheets[0]?.row_count).toBe(2);
}, 30_000);

test('Empty cells to the last column there is, in every row', async () => {
  const letters = (n: number): string =>
    n < 0 ? '' : letters(Math.floor(n / 26) - 1) + String.fromCharCode(65 + (n % 26));
  const ghosts = (r: number) =>
    Array.from(
      { length: 16_384 - headers.length },
      (_, n) => `<c r="${letters(n + headers.length)}${r}" s="1"/>`
    ).join('');
  const filled = (cells: readonly string[], r: number) =>
    `<row r="${r}">${cells.map((text, n) => cell(text, `${letters(n)}${r}`)).join('')}${ghosts(r)}</row>`;
  const rows = [filled(headers, 1), ...Array.from({ length: 60 }, (_, n) => filled(review(n + 1), n + 2))];
  const path = put(workbookOf(sheetXml(rows.join(''))));
  const found = await readFile(path, 'x.xlsx', reports, scratch, { heap_mb: 120, timeout_ms: 20_000 });
  expect(found.sheets[0]?.row_count).toBe(60);
  expect(found.remarks).toEqual([]);
}, 30_000);

test('Something in the last cell there is does not hide the table, and is said', async () => {
  const last = `<row r="1048576">${cell('x', 'XFD1048576')}</row>`;
  const beside = `<row r="3">${cell(review(2)[0] ?? '', 'A3')}${cell('旁注', 'XFD3')}</row>`;
  const sheet = sheetXml(row(headers, 1) + row(review(1), 2) + beside + last);
  const { sheets, remarks } = await read(workbookOf(sheet));
  expect(sheets[0]).toMatchObject({ row_count: 2, skipped: [{ row: 1_048_576, why: 'blank', text: 'x' }] });
  expect(remarks).toMatchObject([{ code: 'extra_cells', row: 3 }]);
});

test('A table in the last columns and rows there are is read', async () => {
  const letters = (n: number): string =>
    n < 0 ? '' : letters(Math.floor(n / 26) - 1) + String.fromCharCode(65 + (n % 26));
  const from = 16_384 - headers.length;
  const far = (cells: readonly string[], r: number) =>
    `<row r="${r}">${cells.map((text, n) => cell(text, `${letters(from + n)}${r}`)).join('')}</row>`;
  const sheet = await readSheet(workbookOf(sheetXml(far(headers, 1) + far(review(1), 1_048_576))));
  expect(sheet.columns.review_id?.index).toBe(from);
  expect(recordsOf(sheet).map((record) => record.row)).toEqual([1_048_576]);
});

test.each(['0', '-5', '1.5', 'x', '1048577', '99999999999', '2" r="9', 'NaN', '1e3'])(
  'A row that is numbered %s is refused or read under a number that it can have',
  async (n) => {
    const file = workbookOf(sheetXml(row(headers, 1) + row(review(1), n)));
    const result = await read(file).catch((error: unknown) => error);
    if (result instanceof Error) expect((result as Rejection).code).toBe('broken_archive');
    else expect(await idsOf(file)).toMatchObject([{ 1: review(1)[0] }]);
  }
);

test('Two rows of one number, or rows that go back, are refused', async () => {
  for (const second of [2, 1])
    expect(
      (await rejectionOf(workbookOf(sheetXml(row(headers, 1) + row(review(1), 2) + row(review(2), second)))))
        .code
    ).toBe('broken_archive');
});

test('Texts that are not there, and formulas that were never reckoned, are not made up', async () => {
  const missing = row(headers) + `<row><c t="s"><v>77</v></c></row>`;
  expect((await rejectionOf(workbookOf(sheetXml(missing)))).code).toBe('broken_archive');
  const formula = (value: string) =>
    row(headers) + row(review(1)).replace('</row>', `<c><f>cmd|'/C calc'!A0</f>${value}</c></row>`);
  const wide = [...headers, '备注'];
  const sheet = await read(workbookOf(sheetXml(formula('').replace(row(headers), row(wide)))));
  expect(sheet.remarks.map(({ code }) => code)).toContain('no_value');
  expect((await readSheet(workbookOf(sheetXml(formula('<v>7</v>'))))).row_count).toBe(1);
});

test('A cell of ten megabytes is no record', async () => {
  const long = review(1, { extension_reason: '长'.repeat(5 << 20) });
  expect((await rejectionOf(workbookOf(sheetXml(row(headers) + row(long))))).code).toBe('long_line');
});

test('Tags that are never closed end with the file', async () => {
  for (const sheet of [
    `${sheetXml(row(headers) + row(review(1))).replace('</sheetData></worksheet>', '')}${'<row><c t="inlineStr"><is><t>x'.repeat(20_000)}`,
    sheetXml(row(headers) + `<row ${'a'.repeat(1 << 20)}`),
    sheetXml(row(headers) + `<row><c t="str"><v>${'<v>'.repeat(20_000)}`),
    sheetXml('<row>'.repeat(200_000)),
    `<worksheet>${'<sheetData>'.repeat(200_000)}`
  ]) {
    const result = await read(workbookOf(sheet)).catch((error: unknown) => error);
    if (result instanceof Error) expect(result.name).toBe('Rejection');
  }
}, 30_000);

test('Parts nested a hundred thousand deep are read or refused', async () => {
  const deep = '<a>'.repeat(100_000) + '</a>'.repeat(100_000);
  for (const name of [
    'xl/sharedStrings.xml',
    'xl/styles.xml',
    'xl/workbook.xml',
    'xl/_rels/workbook.xml.rels',
    sheetPart
  ]) {
    const result = await read(workbookOf(ledger(), { [name]: `<x>${deep}</x>` })).catch(
      (error: unknown) => error
    );
    if (result instanceof Error) expect(result.name).toBe('Rejection');
  }
});

test('Three hundred and one worksheets are too many', async () => {
  const sheets = Array.from(
    { length: 301 },
    (_, n) => `<sheet name="${n}" sheetId="${n + 1}" r:id="rId1"/>`
  ).join('');
  const workbook = String(parts('').find(({ name }) => name === 'xl/workbook.xml')?.bytes).replace(
    /<sheet .*\/>/,
    sheets
  );
  expect(await rejectionOf(workbookOf(ledger(), { 'xl/workbook.xml': workbook }))).toMatchObject({
    code: 'too_many_sheets',
    params: { count: 301 }
  });
});

test.each(['http://[', '%', '../../../../etc/passwd', 'file:///etc/passwd', '//host/share/sheet.xml'])(
  'A worksheet that is said to lie in %s is not there',
  async (target) => {
    const links = rels([['rId1', 'worksheet', target]]);
    expect((await rejectionOf(workbookOf(ledger(), { 'xl/_rels/workbook.xml.rels': links }))).code).toBe(
      'broken_archive'
    );
  }
);

test('Links to other workbooks are not followed, and are said', async () => {
  const links = {
    'xl/externalLinks/externalLink1.xml': '<externalLink/>',
    'xl/externalLinks/_rels/externalLink1.xml.rels': rels([
      ['rId1', 'externalLinkPath', 'http://127.0.0.1:9/other.xlsx', ' TargetMode="External"']
    ])
  };
  const { sheets, remarks } = await read(workbookOf(ledger(2), links));
  expect(sheets[0]?.row_count).toBe(2);
  expect(remarks.map(({ code }) => code)).toEqual(['external_links']);
});

test('Entities that a workbook does not explain stay as they are written', async () => {
  const sheet = sheetXml(
    row(headers) + row(review(1, { extension_reason: 'LOL' })).replace('LOL', '&lol9;&xxe;')
  );
  expect(recordsOf(await readSheet(workbookOf(sheet)))[0]?.cells.extension_reason).toBe('&lol9;&xxe;');
});

const ods = (table: string, before = '') =>
  `<?xml version="1.0"?>${before}<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="审查">${table}</table:table></office:spreadsheet></office:body></office:document-content>`;
const odsRow = (cells: readonly string[], more = '') =>
  `<table:table-row${more}>${cells.map((text) => `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`).join('')}</table:table-row>`;
const odsFile = (content: string, other: Record<string, string> = {}) =>
  archiveOf([
    { name: 'mimetype', bytes: Buffer.from('application/vnd.oasis.opendocument.spreadsheet'), method: 0 },
    ...Object.entries({ 'content.xml': content, ...other }).map(([name, text]) => ({
      name,
      bytes: Buffer.from(text)
    }))
  ]);

test('OpenDocument: repeated rows and columns to the end of the sheet are no rows', async () => {
  const tail = `<table:table-row table:number-rows-repeated="1048573"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>`;
  expect((await readSheet(odsFile(ods(odsRow(headers) + odsRow(review(1)) + tail)))).row_count).toBe(1);
});

test('OpenDocument: a few bytes that claim to be billions of cells are refused', async () => {
  const many = `<table:table-row table:number-rows-repeated="1000000"><table:table-cell office:value-type="string" table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell></table:table-row>`;
  expect((await rejectionOf(odsFile(ods(odsRow(headers) + many)))).code).toBe('too_large');
  const wide = `<table:table-row><table:table-cell office:value-type="string" table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell></table:table-row>`;
  expect(
    (await rejectionOf(odsFile(ods(odsRow(headers) + odsRow(review(1)) + wide.repeat(2000))))).code
  ).toBe('too_large');
});

test('OpenDocument: a type definition is refused, packed and flat; a password is said', async () => {
  const laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>';
  expect((await rejectionOf(odsFile(ods(odsRow(headers), laughs)))).code).toBe('unsafe_archive');
  const flat = ods(odsRow(headers) + odsRow(review(1)), laughs)
    .replaceAll('office:document-content', 'office:document')
    .replace(
      '<office:document ',
      '<office:document office:mimetype="application/vnd.oasis.opendocument.spreadsheet" '
    );
  expect((await rejectionOf(flat)).code).toBe('unsafe_archive');
  expect((await readSheet(flat.replace(laughs, ''))).row_count).toBe(1);
  const locked =
    '<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>';
  expect((await rejectionOf(odsFile('x', { 'META-INF/manifest.xml': locked }))).code).toBe(
    'password_protected'
  );
  const whole = archiveOf([
    { name: 'mimetype', bytes: Buffer.from('application/vnd.oasis.opendocument.spreadsheet'), method: 0 },
    { name: 'encrypted-package', bytes: Buffer.alloc(900, 5) },
    { name: 'META-INF/manifest.xml', bytes: Buffer.from(locked) }
  ]);
  expect((await rejectionOf(whole)).code).toBe('password_protected');
});

test('What would not fit into the memory of the reader ends the reader alone', async () => {
  const { packed, expanded } = bomb('<worksheet><sheetData>', 20, '</sheetData></worksheet>');
  const file = put(workbookOf(ledger(), { [sheetPart]: { packed, says: { expanded } } }));
  const generous = { ratio: 1e6, expanded_bytes: 2 ** 31 };
  const refused = await refusal(readFile(file, 'x.xlsx', reports, scratch, { ...generous, memory_mb: 220 }));
  expect(refused.code).toBe('too_large');
  const cells = Array.from({ length: 1_500_000 }, (_, n) => `<si><t>${n}</t></si>`).join('');
  const shared = put(workbookOf(ledger(), { 'xl/sharedStrings.xml': `<sst>${cells}</sst>` }));
  expect((await refusal(readFile(shared, 'x.xlsx', reports, scratch, { heap_mb: 30 }))).code).toBe(
    'too_large'
  );
}, 60_000);

const fixture = (name: string) =>
  readFileSync(new URL(`../../fixtures/files/libreoffice/${name}`, import.meta.url));
/** Where bytes go and how many, and what comes instead. */
const cuts = fc.array(
  fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(8), fc.uint8Array({ maxLength: 8 })),
  { minLength: 1, maxLength: 4 }
);
function cut(bytes: Uint8Array, where: readonly (readonly [number, number, Uint8Array])[]): Buffer {
  let changed = Buffer.from(bytes);
  for (const [place, gone, put] of where) {
    const at = Math.floor(place * changed.length);
    changed = Buffer.concat([changed.subarray(0, at), put, changed.subarray(at + gone)]);
  }
  return changed;
}

test('Any change within a part of a workbook is read or given back with a reason', async () => {
  const workbooks = ['ledger.xlsx', 'ledger-1904.xlsx', 'ledger.ods'].map((name) => {
    const data = fixture(name);
    return zipDirectory(data).map((entry) => ({ name: entry.name, bytes: unzip(data, entry) }));
  });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...workbooks), fc.nat(), cuts, async (all, which, where) => {
      const xml = all.filter(({ name }) => /\.(xml|rels)$/.test(name));
      const victim = xml[which % xml.length];
      const file = archiveOf(
        all.map(({ name, bytes }) => ({
          name,
          method: name === 'mimetype' ? 0 : 8,
          bytes: name === victim?.name ? cut(bytes, where) : bytes
        }))
      );
      const result = await read(file).catch((error: unknown) => error);
      if (result instanceof Error && result.name !== 'Rejection') throw result;
    }),
    { seed: 17, numRuns: 40 }
  );
}, 60_000);

test('Any change to a workbook of the old kind ends within the limits', async () => {
  const sound = fixture('ledger.xls');
  const limits = { memory_mb: 700, heap_mb: 400, timeout_ms: 6000 };
  await fc.assert(
    fc.asyncProperty(cuts, async (where) => {
      const reading = readFile(put(cut(sound, where)), 'x.xls', reports, scratch, limits);
      const result = await reading.catch((error: unknown) => error);
      if (result instanceof Error && result.name !== 'Rejection') throw result;
    }),
    { seed: 19, numRuns: 20 }
  );
}, 60_000);

test('A text of a megabyte that thousands of cells share does not fill the disk', async () => {
  const shared = `<sst><si><t>${'长'.repeat(300_000)}</t></si></sst>`;
  const at = headers.indexOf('延长理由');
  const cells = row(review(1)).replace('</row>', '').split('<c ').slice(1);
  const sharing = cells.map((one, n) => (n === at ? '<c t="s"><v>0</v></c>' : `<c ${one}`)).join('');
  const file = workbookOf(sheetXml(row(headers) + `<row>${sharing}</row>`.repeat(2000)), {
    'xl/sharedStrings.xml': shared
  });
  await read(workbookOf(ledger(1)));
  const before = readdirSync(join(folder, 'scratch'));
  expect(file.length).toBeLessThan(200_000);
  expect((await rejectionOf(file, { limits: { records_bytes: 64 << 20 } })).code).toBe('too_large');
  expect(readdirSync(join(folder, 'scratch'))).toEqual(before);
});

test('An archive of bombs that are each allowed is a bomb', async () => {
  const { packed, expanded } = bomb('', 1, '');
  const inner = workbookOf(ledger(1), { 'xl/media/1.bin': { packed, says: { expanded } } });
  const all = archiveOf(Array.from({ length: 12 }, (_, n) => ({ name: `${n}.xlsx`, bytes: inner })));
  const { sheets, remarks } = await read(all, { limits: { expanded_bytes: 40 << 20 } });
  expect(sheets).toHaveLength(9);
  expect(remarks.filter(({ code }) => code === 'member_refused')).toHaveLength(3);
});
