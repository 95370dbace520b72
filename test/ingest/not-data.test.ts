import { expect, test } from 'vitest';
import { NotData } from '#ingest/not-data.ts';
import { recognise } from '#ingest/recognise.ts';
import { reports } from '#ingest/reports/index.ts';
import { headers, review, reviews } from './report-files.ts';

function notData(header = headers): NotData {
  const result = recognise([{ row: 1, cells: header }], reports);
  if ('rejection' in result) throw result.rejection;
  return new NotData(result.found);
}

const row = (first: string, ...rest: string[]) => [first, ...rest];

test.each([
  ['a total', row('合计', '', '', '12'), 'footer'],
  ['a total with a space', row('合 计：'), 'footer'],
  ['a signature', row('填表人：', '', '审核人：'), 'footer'],
  ['a note', row('注：本表按月填报'), 'footer'],
  ['a source', row('数据来源：科研处'), 'footer'],
  ['an empty row', row('', ' ', ''), 'blank'],
  ['the header again', headers, 'title'],
  ['the header in the other language', reviews.columns.map((column) => column.en), 'title'],
  ['a row of units', row('', '（个）', '人'), 'units'],
  ['a row of hints', row('必填', '必填', '选填'), 'units'],
  ['an example', row('示例', 'x', 'y'), 'title']
])('%s is no data', (_, cells, why) => {
  expect(notData().why(cells)).toBe(why);
});

test('A row of data is data, whatever its texts begin with', () => {
  expect(notData().why(review(1))).toBeUndefined();
  expect(notData().why(review(1, { review_id: '合计-2026-01' }))).toBeUndefined();
  expect(notData(['序号', ...headers]).why(['合计', ...review(1)])).toBeUndefined();
  expect(notData().why(row('0000019C-C01-2026-0012'))).toBeUndefined();
});

test('What stands alone in its row belongs to the note above it, and is data without one', () => {
  const rows = notData();
  expect(rows.why(row('2. 逾期未报的说明原因'))).toBeUndefined();
  expect(rows.why(row('注：1. 本表按月填报'))).toBe('footer');
  expect(rows.why(row('2. 逾期未报的说明原因'))).toBe('footer');
  expect(rows.why(review(1))).toBeUndefined();
});

test('Units stand directly below the header only', () => {
  const rows = notData();
  for (let i = 0; i < 3; i++) rows.why(review(i));
  expect(rows.why(row('', '人'))).toBeUndefined();
});

test('A row that the template numbered ahead is blank', () => {
  expect(notData(['序号', ...headers]).why(['17'])).toBe('blank');
});
