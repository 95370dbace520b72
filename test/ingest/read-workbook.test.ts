import type { WriteSheet } from 'hucre/xlsx';
import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { reportById } from '#ingest/reports/index.ts';
import { headers, read, readSheet, recordsOf, rejectionOf, review } from './report-files.ts';
import { zipOf } from './zip-of.ts';

type Rows = NonNullable<WriteSheet['rows']>;
const workbook = (...sheets: WriteSheet[]) => writeXlsx({ sheets });
const r04 = (rows: Rows, other: Partial<WriteSheet> = {}) => workbook({ name: '审查台账', rows, ...other });
const notes: WriteSheet = {
  name: '说明',
  rows: [['一、本表按月填报'], ['字段', '说明'], ['审查编号', '主键']]
};
const at = (column: string) => headers.indexOf(column);

/** A row of R04 with cells of other types put in. */
function typed(n: number, cells: Record<string, Rows[number][number]>): Rows[number] {
  const row: Rows[number] = review(n);
  for (const [header, value] of Object.entries(cells)) row[at(header)] = value;
  return row;
}

test('A table that begins in another cell keeps its true rows and columns', async () => {
  const shifted = [headers, review(1), review(2)].map((row) => ['', '', ...row]);
  const sheet = await readSheet(
    await r04([[], [], ['', '科技伦理审查台账'], [], [], [], [], [], ...shifted])
  );
  expect(sheet).toMatchObject({ sheet: '审查台账', sheet_no: 1, report: 'R04', header_row: 9, row_count: 2 });
  expect(sheet.columns.review_id).toEqual({ index: 2, header: '审查编号' });
  expect(recordsOf(sheet).map((record) => [record.row, record.cells.review_id])).toEqual([
    [10, review(1)[0]],
    [11, review(2)[0]]
  ]);
});

test('Dates, numbers and booleans become the text that the form asks for', async () => {
  const sheet = await readSheet(
    await r04([
      headers,
      typed(1, {
        申请提交时间: new Date('2026-09-01T09:10:00Z'),
        会议日期: new Date('2026-09-20T00:00:00Z'),
        材料补正通知次数: 1,
        回避委员数: 0.1 + 0.2,
        是否延长: true,
        延长理由: '一\n二',
        送达时间: null
      })
    ])
  );
  expect(recordsOf(sheet)[0]?.cells).toMatchObject({
    applied_at: '2026-09-01T09:10',
    meeting_date: '2026-09-20',
    supplement_notices: '1',
    recused_count: '0.3',
    is_extended: 'Y',
    extension_reason: '一\n二',
    delivered_at: ''
  });
});

test('The date system of 1904 gives the same days', async () => {
  const row = typed(1, { 会议日期: new Date('2026-09-20T00:00:00Z') });
  const sheets = [{ name: '审查', rows: [headers, row] }];
  for (const dateSystem of ['1900', '1904'] as const) {
    const sheet = await readSheet(await writeXlsx({ sheets, dateSystem }));
    expect(recordsOf(sheet)[0]?.cells.meeting_date).toBe('2026-09-20');
  }
});

test('A report period that the spreadsheet took for a day is a month', async () => {
  const sheet = await readSheet(
    await r04([
      [...headers, '报告期'],
      [...review(1), new Date('2026-09-01T00:00:00Z')]
    ])
  );
  expect(recordsOf(sheet)[0]?.cells.report_period).toBe('2026-09');
  const titled = await readSheet(
    await r04([['报告期', new Date('2026-09-01T00:00:00Z')], headers, review(1)])
  );
  expect(titled.meta.report_period).toBe('2026-09');
});

test('A header merged over two rows is one header', async () => {
  const upper = headers.map((header, i) => (i === 1 ? '机构与项目' : i === 2 ? null : header));
  const lower = headers.map((header, i) => (i === 1 || i === 2 ? header : null));
  const merges = [{ startRow: 1, startCol: 1, endRow: 1, endCol: 2 }];
  const sheet = await readSheet(await r04([['审查台账'], upper, lower, review(1)], { merges }));
  expect(sheet).toMatchObject({ header_row: 3, row_count: 1, unknown_columns: [] });
  expect(recordsOf(sheet)[0]?.cells.project_id).toBe('P2026-031');
});

test('Each sheet may be another report; notes are skipped, hidden sheets are not read, both are said', async () => {
  const institutions = reportById('R01');
  const cells = institutions.columns.map((column) => column.example);
  const file = await workbook(
    notes,
    { name: '审查', rows: [headers, review(1)] },
    { name: '旧数据', rows: [headers, review(7)], hidden: true },
    { name: 'Sheet3', rows: [] },
    { name: '单位 & 部门', rows: [institutions.columns.map((column) => column.en), cells, cells] }
  );
  const { sheets, remarks, format } = await read(file);
  expect(format).toBe('xlsx');
  expect(
    sheets.map(({ sheet, sheet_no, report, row_count }) => [sheet, sheet_no, report, row_count])
  ).toEqual([
    ['审查', 2, 'R04', 1],
    ['单位 & 部门', 5, 'R01', 2]
  ]);
  expect(remarks.map(({ code, sheet }) => [code, sheet])).toEqual([
    ['hidden_sheet', '旧数据'],
    ['sheet_skipped', '说明']
  ]);
  const [, second] = sheets;
  expect(second && recordsOf(second).map((record) => record.sheet_no)).toEqual([5, 5]);
});

test('A broken report beside a good one returns the file whole, with the name of the sheet', async () => {
  const file = await workbook(
    { name: '好', rows: [headers, review(1)] },
    { name: '坏', rows: [headers.slice(1), review(1).slice(1)] }
  );
  expect(await rejectionOf(file)).toMatchObject({ code: 'missing_columns', sheet: '坏' });
});

test('Footers and gaps are listed with their rows, formatted empty rows are not', async () => {
  const rows = [headers, review(1), [], review(2), [], ['合计', 2], ['填表人：科研处'], [], [' ']];
  const sheet = await readSheet(await r04(rows));
  expect(sheet.skipped.map(({ row, why }) => [row, why])).toEqual([
    [6, 'footer'],
    [7, 'footer']
  ]);
  expect(recordsOf(sheet).map((record) => record.row)).toEqual([2, 4]);
});

test('Error values and identifiers that lost digits are remarked on', async () => {
  const { remarks } = await read(
    await r04([headers, typed(1, { 延长理由: '#N/A' }), typed(2, { 审查编号: 210100202600000190 })])
  );
  expect(remarks.map(({ code, row }) => [code, row])).toEqual([
    ['error_cell', 2],
    ['digits_lost', 3]
  ]);
});

test('A number in a column of dates is the day that it counts, in either date system, and that is said', async () => {
  const rows = [headers, typed(1, { 会议日期: 46285, 回避委员数: 46285 }), typed(2, { 会议日期: 20260920 })];
  const old = rows.map((row) => row.map((cell) => (cell === 46285 ? 46285 - 1462 : cell)));
  const sheets = (cells: Rows) => [{ name: '审查', rows: cells }];
  for (const file of [
    await writeXlsx({ sheets: sheets(rows) }),
    await writeXlsx({ sheets: sheets(old), dateSystem: '1904' })
  ]) {
    const found = await read(file);
    const [sheet] = found.sheets;
    expect(sheet && recordsOf(sheet).map(({ cells }) => cells.meeting_date)).toEqual([
      '2026-09-20',
      '20260920'
    ]);
    expect(found.remarks.map(({ code, params }) => [code, params.rows])).toEqual([['serial_date', 'P2']]);
  }
});

test('A formula without a value is an empty cell, and its address is said', async () => {
  const row = typed(1, {});
  const column = at('延长理由');
  const file = await r04([headers, row], { cells: new Map([[`1,${column}`, { formula: 'A2&"x"' }]]) });
  const found = await read(file);
  const [sheet] = found.sheets;
  expect(sheet && recordsOf(sheet)[0]?.cells.extension_reason).toBe('');
  expect(found.remarks).toMatchObject([{ code: 'no_value', params: { count: 1, rows: 'O2' }, row: 2 }]);
});

test('Workbooks without a readable report are refused with the reason', async () => {
  expect(await rejectionOf(await workbook(notes))).toMatchObject({
    code: 'not_recognised',
    sheet: '说明'
  });
  expect((await rejectionOf(await workbook({ name: '空', rows: [] }))).code).toBe('empty_file');
  const whole = await r04([headers, review(1)]);
  expect((await rejectionOf(whole.subarray(0, whole.length / 2))).code).toBe('broken_archive');
  const garbled = zipOf({
    '[Content_Types].xml': Buffer.from('<Types/>'),
    'xl/workbook.xml': Buffer.from('<x')
  });
  expect((await rejectionOf(garbled)).code).toBe('no_visible_sheet');
});
