import { readFileSync } from 'node:fs';
import { utils, write } from '@e965/xlsx';
import { expect, test } from 'vitest';
import { encodeGb18030 } from '#fixtures/forms/gb18030.ts';
import { cellText } from '#ingest/cell-text.ts';
import { Notices } from '#ingest/notice.ts';
import { openBinary } from '#ingest/workbook/open-old.ts';
import { fields, headers, read, recordsOf, rejectionOf, review } from '../report-files.ts';

type Cell = string | number | boolean | Date;

function saved(
  bookType: 'biff5' | 'biff8' | 'xlsb',
  rows: readonly (readonly Cell[])[],
  change: (sheet: ReturnType<typeof utils.aoa_to_sheet>) => void = () => {}
): Buffer {
  const book = utils.book_new();
  const sheet = utils.aoa_to_sheet(
    rows.map((row) => [...row]),
    { UTC: true, cellDates: true, dateNF: 'yyyy-mm-dd' }
  );
  change(sheet);
  utils.book_append_sheet(book, sheet, '审查台账');
  utils.book_append_sheet(book, utils.aoa_to_sheet([headers, review(9)]), '旧稿');
  book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
  return write(book, { type: 'buffer', bookType }) as Buffer;
}

test.each(['biff8', 'xlsb'] as const)('%s: cells, hidden sheets, merged cells', async (kind) => {
  const at = (header: string) => headers.indexOf(header);
  const first: Cell[] = [...review(1)];
  first[at('会议日期')] = new Date('2026-09-20T00:00:00Z');
  first[at('回避委员数')] = 2;
  first[at('是否延长')] = true;
  first[at('延长理由')] = '“引号”, 换行\n𠮷';
  const second: Cell[] = [...review(2)];
  second[at('项目编号')] = '';
  const found = await read(
    saved(kind, [headers, first, second], (sheet) => {
      sheet['!merges'] = [{ s: { r: 1, c: 2 }, e: { r: 2, c: 2 } }];
    })
  );
  expect(found.remarks.map(({ code, sheet, params }) => [code, sheet, params.rows])).toEqual([
    ['hidden_sheet', '旧稿', undefined],
    ['merged_cells', '审查台账', 'C3']
  ]);
  const [sheet] = found.sheets;
  expect(sheet && recordsOf(sheet).map(({ row, cells }) => [row, cells.project_id])).toEqual([
    [2, 'P2026-031'],
    [3, 'P2026-031']
  ]);
  expect(sheet && recordsOf(sheet)[0]?.cells).toMatchObject({
    meeting_date: '2026-09-20',
    recused_count: '2',
    is_extended: 'Y',
    extension_reason: '“引号”, 换行\n𠮷'
  });
});

/** The library writes no Chinese into such a workbook: it is put in the place of as many bytes. */
function inCodePage936(bytes: Buffer, placeholder: string, text: string): Buffer {
  const codePage = bytes.indexOf(Buffer.from([0x42, 0x00, 0x02, 0x00]));
  bytes.writeUInt16LE(936, codePage + 4);
  const encoded = encodeGb18030(text);
  expect(encoded).toHaveLength(placeholder.length);
  bytes.set(encoded, bytes.indexOf(placeholder));
  return bytes;
}

test('A workbook of Excel 95 is read in its code page', async () => {
  const row = review(1);
  row[headers.indexOf('延长理由')] = '##########';
  const { sheets } = await read(inCodePage936(saved('biff5', [fields, row]), '##########', '补充材料。'));
  const [sheet] = sheets;
  expect(sheet).toMatchObject({ report: 'R04', row_count: 1 });
  expect(sheet && recordsOf(sheet)[0]?.cells.extension_reason).toBe('补充材料。');
});

test('A workbook that WPS saved', async () => {
  const bytes = readFileSync(new URL('../../../fixtures/files/others/wps_write.et', import.meta.url));
  const { sheets, date1904 } = await openBinary(bytes, 'xls');
  expect(date1904).toBe(false);
  const rows = [...(sheets[0]?.rows(new Notices('')) ?? [])];
  expect(rows.map(({ index, values }) => [index, Array.from(values, (value) => cellText(value))])).toEqual([
    [0, ['1', '2', '3']],
    [1, ['Y', 'N', '', 'sheetjs']],
    [2, ['foo', 'bar', '2014-02-19', '0.3']],
    [3, ['baz', '', 'qux']]
  ]);
});

test('What is cut off is given back', async () => {
  const whole = saved('biff8', [headers, ...Array.from({ length: 300 }, (_, i) => review(i))]);
  for (let part = 1; part < 8; part++) {
    const cut = whole.subarray(0, Math.floor((whole.length * part) / 8));
    expect((await rejectionOf(cut)).code).toBe('broken_archive');
  }
});
