/** One fictional ledger in each of the forms in which LibreOffice saves it (fixtures/files/make-libreoffice.ts). */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { zipDirectory, unzip } from '#ingest/zip-directory.ts';
import { read, recordsOf, rejectionOf } from './report-files.ts';
import { zipOf } from './zip-of.ts';

const folder = new URL('../../fixtures/files/libreoffice/', import.meta.url);
const bytesOf = (name: string) => readFileSync(new URL(name, folder));
const ledger = JSON.parse(bytesOf('ledger.json').toString()) as {
  row: number;
  cells: Record<string, string>;
}[];

/** As ISO 29500 strict has it: other namespaces, days written out. LibreOffice cannot save it itself. */
function strict(transitional: Buffer): Buffer {
  const parts = zipDirectory(transitional).map((entry) => {
    const text = unzip(transitional, entry).toString();
    const other = text
      .replaceAll(
        'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
        'http://purl.oclc.org/ooxml/spreadsheetml/main'
      )
      .replaceAll(
        'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
        'http://purl.oclc.org/ooxml/officeDocument/relationships'
      )
      .replace(/ t="n"><v>46285<\/v>/g, ' t="d"><v>2026-09-20T00:00:00</v>');
    return [entry.name, /\.(xml|rels)$/.test(entry.name) ? Buffer.from(other) : unzip(transitional, entry)];
  });
  return zipOf(Object.fromEntries(parts) as Record<string, Buffer>);
}

const expected = ledger.map(({ row, cells }) => ({ row, cells: expect.objectContaining(cells) as unknown }));
const records = ({ sheets: [sheet] }: Awaited<ReturnType<typeof read>>) =>
  (sheet ? recordsOf(sheet) : []).map(({ row, cells }) => ({ row, cells }));

test.each([
  ['xlsx', 'xlsx', bytesOf('ledger.xlsx')],
  ['xlsx of the date system of 1904', 'xlsx', bytesOf('ledger-1904.xlsx')],
  ['strict xlsx', 'xlsx', strict(bytesOf('ledger.xlsx'))],
  ['xls', 'xls', bytesOf('ledger.xls')],
  ['ods', 'ods', bytesOf('ledger.ods')],
  ['fods', 'ods', bytesOf('ledger.fods')]
])('%s: every cell, merged ones in each row, and a remark on what was hidden', async (_, format, bytes) => {
  const found = await read(bytes);
  expect(found.format).toBe(format);
  expect(found.sheets).toMatchObject([
    {
      sheet: '审查台账',
      sheet_no: 1,
      report: 'R04',
      header_row: 3,
      row_count: 6,
      unknown_columns: [],
      meta: { report_period: '2026-09', institution_uscc: '12210100000000019C' }
    }
  ]);
  expect(records(found)).toEqual(expected);
  expect(found.remarks.map(({ code, sheet, params }) => [code, sheet, params.rows])).toEqual([
    ['hidden_sheet', '旧稿', undefined],
    ['hidden_row', '审查台账', '6, 7'],
    ['merged_cells', '审查台账', 'B5, B6'],
    ['sheet_skipped', '说明', undefined]
  ]);
});

const moment = /^\d{4}-\d\d-\d\d \d\d:\d\d$/;
const truths: Readonly<Record<string, string>> = { TRUE: 'Y', FALSE: 'N' };

test.each([
  ['ledger-utf8.csv', 'utf-8'],
  ['ledger-gb18030.csv', 'gb18030'],
  ['ledger-semicolon.csv', 'utf-8'],
  ['ledger-utf16-tab.txt', 'utf-16le']
])('%s: every cell, but for what merged cells covered', async (name, encoding) => {
  const found = await read(bytesOf(name));
  expect(found).toMatchObject({ format: 'csv', encoding, remarks: [] });
  const said = records(found).map(({ cells }) =>
    Object.fromEntries(
      Object.entries(cells).map(([field, text]) => [
        field,
        moment.test(text) ? text.replace(' ', 'T') : (truths[text] ?? text)
      ])
    )
  );
  const covered = ledger.map(({ cells }, n) => (n === 1 || n === 2 ? { ...cells, committee_id: '' } : cells));
  expect(said).toEqual(covered.map((cells) => expect.objectContaining(cells) as unknown));
  // The second row has a line break in a cell: rows are physical lines.
  expect(records(found).map(({ row }) => row)).toEqual([4, 5, 7, 8, 9, 10]);
});

test('A page of HTML is refused, under whatever name', async () => {
  const rejection = await rejectionOf(bytesOf('ledger.html'), { name: 'ledger.xls' });
  expect(rejection).toMatchObject({ code: 'not_supported', params: { kind: 'HTML' } });
});

test.each(['ledger.xlsx', 'ledger.xls', 'ledger.ods', 'ledger.fods'])(
  '%s: what is cut off is given back, never read in part',
  async (name) => {
    const whole = bytesOf(name);
    for (let part = 1; part < 12; part++) {
      const cut = whole.subarray(0, Math.floor((whole.length * part) / 12));
      expect((await rejectionOf(cut)).code).toBe('broken_archive');
    }
  }
);
