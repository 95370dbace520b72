import { expect, test } from 'vitest';
import { bareHeader, fieldOf, headerNames, normalHeader } from '#ingest/header-names.ts';
import { reports } from '#ingest/reports/index.ts';
import { reviews } from './report-files.ts';

const names = headerNames(reviews);

test.each([
  ['审查编号', 'review_id', 0],
  [' 审 查\n编号* ', 'review_id', 0],
  ['3、审查编号', 'review_id', 0],
  ['review_id', 'review_id', 0],
  ['REVIEW NO.', 'review_id', 0],
  ['Ｒｅｖｉｅｗ　ＩＤ', 'review_id', 0],
  ['审查号', 'review_id', 1],
  ['审查编号（必填）', 'review_id', 2],
  ['是否延长 (Y/N)', 'is_extended', 2],
  ['活动类别(多选)', 'activity_scope', 0],
  ['活动类别', 'activity_scope', undefined],
  ['到会委员数', 'attending_count', undefined],
  ['回避委员数（人）', 'recused_count', 2],
  ['回避委员数/人', 'recused_count', 2],
  ['报告期', 'report_period', 0],
  ['操作：', 'row_action', 0]
])('%j names %s', (header, field, sureness) => {
  const found = fieldOf(names, normalHeader(header));
  expect(found?.field).toBe(field);
  if (sureness !== undefined) expect(found?.sureness).toBe(sureness);
});

test.each(['', '序号', '（必填）', 'id'])('%j names nothing', (header) => {
  expect(fieldOf(names, normalHeader(header))).toBeUndefined();
});

test('Each report finds all its columns by each of its names', () => {
  for (const report of reports) {
    const own = headerNames(report);
    for (const column of report.columns) {
      for (const name of [column.zh, column.en, column.field]) {
        expect([name, fieldOf(own, normalHeader(name))?.field]).toEqual([name, column.field]);
      }
    }
  }
});

test('Two columns that differ only by their hints are not mixed up', () => {
  const twins = headerNames({
    ...reviews,
    columns: [
      { field: 'year_count', zh: '次数（本年）', en: 'Times (year)', type: 'int', required: 'yes' },
      { field: 'quarter_count', zh: '次数（本季）', en: 'Times (quarter)', type: 'int', required: 'yes' }
    ]
  });
  expect(fieldOf(twins, normalHeader('次数(本季)'))?.field).toBe('quarter_count');
  expect(fieldOf(twins, normalHeader('次数'))).toBeUndefined();
  expect(bareHeader(normalHeader('次数（本季）'))).toBe('次数');
});
