import { expect, test } from 'vitest';
import type { Report } from '#ingest/declare.ts';
import type { Recognised, Recognition } from '#ingest/recognise.ts';
import { recognise } from '#ingest/recognise.ts';
import { reports } from '#ingest/reports/index.ts';
import { profile, renamed } from './mapping-profiles.ts';
import { headers, review, reviews } from './report-files.ts';

const lines = (...rows: string[][]) => rows.map((cells, i) => ({ row: i + 1, cells }));
const found = (result: Recognition): Recognised => {
  if ('found' in result) return result.found;
  throw result.rejection;
};
const rejected = (result: Recognition) => {
  if ('rejection' in result) return result.rejection;
  throw new Error('recognised');
};

test.each(['zh', 'en', 'field'] as const)(
  'Every report is recognised by its %s headers, in any order',
  (words) => {
    for (const report of reports) {
      const header = report.columns.map((column) => column[words]).reverse();
      const result = found(recognise(lines(header), reports));
      expect(result.report.id).toBe(report.id);
      expect(Object.keys(result.columns)).toHaveLength(report.columns.length);
      const first = report.columns[0];
      expect(result.columns[first?.field ?? '']?.index).toBe(report.columns.length - 1);
    }
  }
);

test('Title lines stand above, unknown columns between, system columns beside', () => {
  const header = ['序号', ...headers, '报告期', '备注'];
  const result = found(
    recognise(lines(['科技伦理审查台账'], [], ['填报单位：甲'], header, review(1)), reports)
  );
  expect([result.at, result.from, result.width]).toEqual([3, 3, header.length]);
  expect(result.columns.review_id).toEqual({ index: 1, header: '审查编号' });
  expect(result.columns.report_period?.index).toBe(headers.length + 1);
  expect(result.unknown).toEqual([
    { index: 0, header: '序号' },
    { index: headers.length + 2, header: '备注' }
  ]);
});

test('A header of two rows, merged across and down', () => {
  const upper = headers.map((header, i) => (i === 2 ? '其他' : i === 3 || i === 4 ? '' : header));
  const lower = headers.map((header, i) => (i >= 2 && i <= 4 ? header : ''));
  const result = found(recognise(lines(['标题'], upper, lower, review(1)), reports));
  expect([result.from, result.at, result.missing]).toEqual([1, 2, []]);
});

test('A group and a name together make a header', () => {
  const upper = headers.map((header) => (header === '回避委员数' ? '回避' : header));
  const lower = headers.map((header) => (header === '回避委员数' ? '委员数' : ''));
  expect(found(recognise(lines(upper, lower), reports)).columns.recused_count?.header).toBe('委员数');
});

test('Missing required columns are named, optional ones are not', () => {
  const less = headers.filter((header) => !['委员会编号', '审查决定', '送达时间'].includes(header));
  const rejection = rejected(recognise(lines(less), reports));
  expect(rejection).toMatchObject({ code: 'missing_columns', params: { missing: '委员会编号、审查决定' } });
  expect(rejection.params.report).toContain('R04');
});

test('A table that is no report says what it saw', () => {
  const result = recognise(lines(['地区', '2024年'], ['北京市', '49670.2']), reports);
  expect(rejected(result)).toMatchObject({ code: 'not_recognised', params: { headers: '地区、2024年' } });
  expect('matched' in result && result.matched).toBe(0);
});

test('A header below the thirtieth row is not looked for', () => {
  const titles = Array.from({ length: 30 }, () => ['说明']);
  expect(rejected(recognise(lines(...titles, headers), reports)).code).toBe('not_recognised');
  expect(found(recognise(lines(...titles.slice(1), headers), reports)).at).toBe(29);
});

test('The same column twice is refused with the letters of both', () => {
  const rejection = rejected(recognise(lines([...headers, '审查编号']), reports));
  expect(rejection).toMatchObject({
    code: 'duplicate_header',
    params: { header: '审查编号', cells: 'A, AF' }
  });
});

test('A variant beside the proper header is another column', () => {
  const result = found(recognise(lines(['审查号', ...headers]), reports));
  expect(result.columns.review_id?.index).toBe(1);
  expect(result.unknown).toEqual([{ index: 0, header: '审查号' }]);
});

test('Equal headers are decided by the number or the name in title, sheet or file, else refused', () => {
  const twin: Report = {
    ...reviews,
    id: 'R05',
    table: 'follow_ups',
    zh: '跟踪审查台账',
    en: 'Follow-up ledger'
  };
  const both = [reviews, twin];
  expect(rejected(recognise(lines(headers), both)).code).toBe('ambiguous');
  expect(found(recognise(lines(headers), both, [], ['R05_2026-09.csv'])).report.id).toBe('R05');
  expect(found(recognise(lines(['科技伦理跟踪审查台账'], headers), both)).report.id).toBe('R05');
  expect(rejected(recognise(lines(headers), both, [], ['R04与R05.csv'])).code).toBe('ambiguous');
});

test('A profile applies where all its headers are, and its constants count as columns', () => {
  const { rect_source: _, ...columns } = renamed('R08', { rectification_id: 'ID', issued_date: 'Opened' });
  const mapped = profile({ report: 'R08', columns, constants: { rect_source: 'routine' } });
  const foreign = Object.values(columns);
  const result = found(recognise(lines(foreign), reports, [mapped]));
  expect(result.profile?.name).toBe(mapped.name);
  expect(result.columns.rectification_id).toEqual({ index: 0, header: 'ID' });
  expect(result.columns.due_date?.header).toBe('整改期限');
  const without = foreign.map((header) => (header === 'Opened' ? 'Begun' : header));
  expect(rejected(recognise(lines(without), reports, [mapped])).code).toBe('profile_columns');
});

test('A foreign table is read as it stands, its header found below titles or said by a person', () => {
  const table = [
    ['某院伦理系统导出（虚构）'],
    ['导出时间：2026-09-01', '', '操作员'],
    ['受理号', '课题编号', '受理日期', '上会日期'],
    ['L-1', 'K-1', '2026-08-01', '2026-08-20'],
    ['L-2', 'K-2', '2026-08-02', '2026-08-20']
  ];
  const open = { as_it_stands: true, rows: 200 } as const;
  const result = found(recognise(lines(...table), reports, [open]));
  expect(result).toMatchObject({ at: 2, from: 2, width: 4, rows: 200 });
  expect(Object.values(result.columns).map(({ header }) => header)).toEqual(table[2]);
  expect(found(recognise(lines(...table), reports, [{ ...open, header_row: 4 }])).at).toBe(3);
  expect(rejected(recognise(lines(['只有一格']), reports, [open])).code).toBe('not_recognised');
});
