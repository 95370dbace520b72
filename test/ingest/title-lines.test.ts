import { expect, test } from 'vitest';
import { readPeriod, titleMeta } from '#ingest/title-lines.ts';

test.each([
  ['2026-09', '2026-09'],
  ['2026年9月', '2026-09'],
  ['2026 年 09 月', '2026-09'],
  ['2026/9', '2026-09'],
  ['2026-09-01', '2026-09'],
  ['2026年第三季度', '2026-Q3'],
  ['2026年上半年', '2026-H1'],
  ['2026 年 下半年', '2026-H2'],
  ['2026h2', '2026-H2'],
  ['2026年春季学期', '2026-S1'],
  ['2026年秋学期', '2026-S2'],
  ['2026-S1', '2026-S1'],
  ['2026年3季度', '2026-Q3'],
  ['2026-Q3', '2026-Q3'],
  ['2026q3', '2026-Q3'],
  ['2026年度', '2026'],
  ['２０２６年', '2026'],
  ['2026年13月', undefined],
  ['九月', undefined]
])('%s is the period %s', (text, period) => {
  expect(readPeriod(text)).toBe(period);
});

test('Period, credit code and nil declaration stand in title lines, in one cell or in two', () => {
  expect(titleMeta([['报告期：2026年9月  统一社会信用代码：12210100000000019c'], ['零报告', '是']])).toEqual({
    report_period: '2026-09',
    institution_uscc: '12210100000000019C',
    nil: true
  });
  expect(titleMeta([['Report period: 2026-Q3; USCC 12210100000000019C'], ['Nil report: Y']])).toEqual({
    report_period: '2026-Q3',
    institution_uscc: '12210100000000019C',
    nil: true
  });
  expect(titleMeta([['报告期', '2026 年 第 2 季度']])).toEqual({ report_period: '2026-Q2' });
  expect(titleMeta([['填报单位：', '市教育局', '', '零报告：', '是']])).toEqual({
    dept: 'education_bureau',
    nil: true
  });
  expect(titleMeta([['填报单位：示例大学（虚构）']])).toEqual({});
});

test('What is not said is not guessed', () => {
  expect(titleMeta([['报告期：'], ['2026年9月审查台账'], ['是否零报告']])).toEqual({});
});

test('An empty table can say that it is no nil declaration', () => {
  expect(titleMeta([['填报岗位：', '', '零报告：', '否']])).toEqual({ nil: false });
  expect(titleMeta([['Nil report: no']])).toEqual({ nil: false });
});
