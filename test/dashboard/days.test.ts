import { expect, test } from 'vitest';
import {
  asDay,
  daysBefore,
  daysBetween,
  longDay,
  moment,
  periodName,
  shortPeriod
} from '../../dashboard/days.ts';

test('only days that exist are days', () => {
  expect(asDay('2026-06-30')).toBe('2026-06-30');
  expect(asDay('2024-02-29')).toBe('2024-02-29');
  for (const text of ['2026-06-31', '2026-13-01', '2026-6-3', '20260630', "2026-06-30'", '', null, undefined])
    expect(asDay(text)).toBeUndefined();
});

test('days between, across a month', () => {
  expect(daysBetween('2026-10-30', '2026-11-02')).toBe(3);
  expect(daysBetween('2026-11-02', '2026-10-30')).toBe(-3);
  expect(daysBefore('2026-11-02', 3)).toBe('2026-10-30');
});

test('days and periods in both languages', () => {
  expect(longDay('2026-11-23', 'zh')).toBe('2026年11月23日');
  expect(longDay('2026-11-23', 'en')).toBe('23 November 2026');
  expect(periodName('2026-09', 'zh')).toBe('2026年9月');
  expect(periodName('2026-Q3', 'zh')).toBe('2026年三季度');
  expect(periodName('2026', 'zh')).toBe('2026年');
  expect(periodName('2026-Q3', 'en')).toBe('Q3 2026');
  expect(periodName('2026', 'en')).toBe('2026');
  expect(periodName('2026-H1', 'zh')).toBe('2026年上半年');
  expect(periodName('2026-S2', 'zh')).toBe('2026年秋季学期');
  expect(periodName('2026-S2', 'en')).toBe('Autumn semester 2026');
});

test('an axis names the year where it begins', () => {
  expect(shortPeriod('2026-01', 'zh')).toBe('1月\n2026');
  expect(shortPeriod('2026-02', 'zh')).toBe('2月');
  expect(shortPeriod('2026-02', 'zh', true)).toBe('2月\n2026');
  expect(shortPeriod('2026-Q1', 'en')).toBe('Q1\n2026');
});

test('an instant is shown at the wall time of Shanghai', () => {
  expect(moment('2026-11-08T18:11:00.000Z')).toBe('2026-11-09 02:11');
});
