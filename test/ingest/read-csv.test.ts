import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SheetRead } from '#ingest/sheet-read.ts';
import {
  csv,
  fields,
  folder,
  headers,
  put,
  read,
  readSheet,
  recordsOf,
  rejectionOf,
  review,
  reviews
} from './report-files.ts';

/** What the engine reads by the way that the sheet names, all as text, in the order of the file. */
async function engineRows(sheet: SheetRead): Promise<(string | null)[][]> {
  const { records } = sheet;
  const columns = (names: string[]) => `{${names.map((name) => `'${name}': 'VARCHAR'`).join(', ')}}`;
  const names = (count: number) => Array.from({ length: count }, (_, i) => `c${i}`);
  const strict = `header = false, auto_detect = false, strict_mode = true, null_padding = false`;
  const from =
    records.road === 'csv'
      ? `read_csv('${records.path}', ${strict}, delim = ',', quote = '"', escape = '"', skip = ${records.skip_lines},
           columns = ${columns(names(records.columns_in_file))})`
      : `read_csv('${records.path}', ${strict}, delim = '\x1f', quote = '', escape = '',
           columns = ${columns(names(reviews.columns.length + 4))})`;
  const db = await DuckDBInstance.create(':memory:');
  const connection = await db.connect();
  try {
    const rows = (await connection.runAndReadAll(`from ${from}`)).getRows();
    return rows.map((row) => row.map((cell) => (cell === null ? null : String(cell))));
  } finally {
    connection.closeSync();
    db.closeSync();
  }
}

test('A well-formed file goes to the engine, which loads as many rows as were counted', async () => {
  const rows = Array.from({ length: 5000 }, (_, n) =>
    review(n, { extension_reason: n % 3 ? '' : '补正, "材料"' })
  );
  for (const text of [csv([headers, ...rows]), '\uFEFF' + csv([headers, ...rows], ',', '\r\n')]) {
    const sheet = await readSheet(text);
    expect(sheet).toMatchObject({
      report: 'R04',
      header_row: 1,
      row_count: 5000,
      unknown_columns: [],
      skipped: []
    });
    expect(sheet.records).toMatchObject({ road: 'csv', skip_lines: 1, columns_in_file: headers.length });
    const loaded = await engineRows(sheet);
    expect(loaded).toEqual(rows.map((row) => row.map((cell) => (cell === '' ? null : cell))));
  }
});

test('Both roads give the engine the same cells', async () => {
  const header = ['备注', ...headers].reverse();
  const rows = Array.from({ length: 100 }, (_, n) => [`第${n}`, ...review(n)].reverse());
  const text = csv([['科技伦理审查台账'], ['报告期：2026-09'], header, ...rows]);
  const fast = await readSheet(text);
  const slow = await readSheet(text, { limits: { csv_road: 'records' } });
  expect([fast.records.road, slow.records.road]).toEqual(['csv', 'records']);
  expect({ ...fast, records: null }).toEqual({ ...slow, records: null });
  expect(fast).toMatchObject({ header_row: 3, row_count: 100, meta: { report_period: '2026-09' } });
  const engine = await engineRows(fast);
  const ordered = engine.map((row) => fields.map((field) => row[fast.columns[field]?.index ?? -1] ?? null));
  const records = (await engineRows(slow)).map((row) => row.slice(2, 2 + fields.length));
  expect(records).toEqual(ordered);
  expect(recordsOf(slow).map((record) => [record.sheet_no, record.row])).toEqual(
    rows.map((_, n) => [1, n + 4])
  );
});

test.each([
  ['footers', csv([headers, review(1), ['合计', '1']])],
  ['a line of commas at the end', csv([headers, review(1), headers.map(() => '')])],
  ['a blank line', csv([headers, review(1)]) + '\n' + csv([review(2)])],
  ['units below the header', csv([headers, headers.map((_, i) => (i === 4 ? '（个）' : '')), review(1)])],
  ['a header of two lines', csv([headers.map((header, i) => (i ? header : '审查\n编号')), review(1)])],
  ['a cell of two lines', csv([headers, review(1, { extension_reason: '一\n二' })])],
  ['a short row', csv([headers, review(1).slice(0, 28)])],
  ['tabs', csv([headers, review(1)], '\t')],
  ['semicolons', csv([headers, review(1)], ';')],
  ['carriage returns', csv([headers, review(1)], ',', '\r')],
  ['damaged text', csv([headers, review(1, { extension_reason: '\uFFFD' })])],
  ['no rows', csv([headers])]
])('The engine does not get a file with %s', async (_, text) => {
  const sheet = await readSheet(text);
  expect(sheet.records.road).toBe('records');
  expect(recordsOf(sheet)).toHaveLength(sheet.row_count);
  if (sheet.row_count > 0) expect(recordsOf(sheet)[0]?.cells.review_id).toBe(review(1)[0]);
});

test('A file from WPS: GB18030, title lines, footers, line ends of Windows', async () => {
  // GB18030 of the same text, made byte by byte from the decoder's own table.
  const text = csv(
    [
      ['科技伦理审查台账'],
      ['报告期：2026年9月'],
      headers,
      review(1),
      review(2),
      [],
      ['合计', '2'],
      ['填表人：科研处']
    ],
    ',',
    '\r\n'
  );
  const { sheets, encoding } = await read(gb18030(text));
  expect(encoding).toBe('gb18030');
  const [sheet] = sheets;
  expect(sheet).toMatchObject({
    report: 'R04',
    header_row: 3,
    row_count: 2,
    meta: { report_period: '2026-09' }
  });
  expect(sheet?.skipped.map(({ row, why }) => [row, why])).toEqual([
    [7, 'footer'],
    [8, 'footer']
  ]);
  expect(sheet && recordsOf(sheet).map((record) => [record.row, record.cells.review_id])).toEqual([
    [4, review(1)[0]],
    [5, review(2)[0]]
  ]);
});

test('UTF-16 from “Unicode text” of Excel is read', async () => {
  const bytes = Buffer.from('\uFEFF' + csv([headers, review(1)], '\t', '\r\n'), 'utf16le');
  const { sheets, encoding } = await read(bytes);
  expect([encoding, sheets[0]?.row_count]).toEqual(['utf-16le', 1]);
});

test('Cells beyond the header, odd quotes and damaged text are remarked on with their rows', async () => {
  const odd = csv([review(2)]).replace('most_2023', '"most"_2023');
  const damaged = csv([review(3, { extension_reason: '\uFFFD' })]);
  const text = csv([headers, [...review(1), '', '多余']]) + odd + damaged;
  const { sheets, remarks } = await read(text);
  expect(remarks.map(({ code, row, params }) => [code, row, params.count])).toEqual([
    ['extra_cells', 2, 1],
    ['stray_quote', 3, 1],
    ['damaged_text', 4, 1]
  ]);
  expect(sheets[0]?.row_count).toBe(3);
  const [first] = sheets;
  expect(first && recordsOf(first)[1]?.cells.regime).toBe('most_2023');
});

test('A header without rows is a report without rows, and a nil declaration is heard', async () => {
  const sheet = await readSheet(csv([['零报告：是'], headers]));
  expect(sheet).toMatchObject({ row_count: 0, meta: { nil: true } });
  expect(recordsOf(sheet)).toEqual([]);
});

test('Blank rows between data are listed, those at the end are not', async () => {
  const sheet = await readSheet(csv([headers, review(1), [], review(2)]) + '\n\n\n');
  expect(sheet.skipped).toEqual([{ row: 3, why: 'blank', text: '' }]);
  expect(recordsOf(sheet).map((record) => record.row)).toEqual([2, 4]);
});

test('Broken files are refused, and leave nothing in the scratch folder', async () => {
  const scratch = () => readdirSync(join(folder, 'scratch')).length;
  const before = scratch();
  const open = csv([headers, review(1)]) + '"0000019C,x\n' + csv([review(2)]);
  expect(await rejectionOf(open)).toMatchObject({ code: 'unclosed_quote', params: { line: 3 } });
  const mixed = Buffer.concat([
    gb18030(csv([headers, review(1, { extension_reason: '补正' })])),
    Buffer.from([0xff, 0x0a])
  ]);
  expect(await rejectionOf(mixed)).toMatchObject({
    code: 'bad_encoding',
    params: { line: 3, encoding: 'gb18030' }
  });
  const missing = csv([headers.slice(1), review(1).slice(1)]);
  expect(await rejectionOf(missing)).toMatchObject({
    code: 'missing_columns',
    params: { missing: '审查编号' }
  });
  expect(await rejectionOf('地区,产值\n甲,1\n')).toMatchObject({ code: 'not_recognised' });
  expect(scratch()).toBe(before);
});

test('Any cells come back from the file of records as they were written, under the lines they began on', async () => {
  const cell = fc
    .string({
      unit: fc.oneof(
        fc.constantFrom('"', ',', '\n', '\r\n', '\v', '\x1f', '\0', '\x7f', '审'),
        fc.string({ unit: 'grapheme' })
      )
    })
    .filter((text) => !text.includes('\uFFFD') && !text.includes('\u2028') && !text.includes('\u241f'));
  const row = fc.tuple(cell, cell, cell);
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 6 }), async (rows) => {
      const some = ['extension_reason', 'emergency_reason', 'project_id'] as const;
      const written = rows.map((cells, n) =>
        review(n, Object.fromEntries(some.map((field, i) => [field, cells[i] ?? ''])))
      );
      const sheet = await readSheet(csv([headers, ...written]), { limits: { csv_road: 'records' } });
      const back = recordsOf(sheet);
      const kept = (text: string) =>
        text
          .replace(/\r\n?|\v/g, '\n')
          .replaceAll('\x1f', '\u241f')
          .replaceAll('\0', '\u2400')
          .replaceAll('\x7f', '\u2421');
      expect(back.map((record) => fields.map((field) => record.cells[field]))).toEqual(
        written.map((cells) => cells.map(kept))
      );
      let line = 2;
      for (const [n, cells] of written.entries()) {
        expect(back[n]?.row).toBe(line);
        line += cells.join('').split('\n').length;
      }
    }),
    { numRuns: 60 }
  );
});

test('The kept file itself is never touched', async () => {
  const text = csv([headers, review(1)], ',', '\r\n');
  const path = put(text, 'kept.csv');
  await readSheet(text);
  expect(readFileSync(path, 'utf8')).toBe(text);
});

let gbBytes: Map<string, Buffer> | undefined;

/** Encodes by looking each character up in the table of the platform's decoder. */
function gb18030(text: string): Buffer {
  gbBytes ??= tableOfGb();
  const table = gbBytes;
  return Buffer.concat(
    [...text].map((character) => {
      const bytes = character.charCodeAt(0) < 0x80 ? Buffer.from(character) : table.get(character);
      if (!bytes) throw new Error(`No GB18030 for ${character}`);
      return bytes;
    })
  );
}

function tableOfGb(): Map<string, Buffer> {
  const decoder = new TextDecoder('gb18030');
  const table = new Map<string, Buffer>();
  for (let high = 0x81; high <= 0xfe; high++) {
    for (let low = 0x40; low <= 0xfe; low++) {
      const bytes = Buffer.from([high, low]);
      if (low !== 0x7f) table.set(decoder.decode(bytes), bytes);
    }
  }
  return table;
}
