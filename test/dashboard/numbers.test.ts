import { expect, test } from 'vitest';
import { change, count, fileSize, fraction, measured } from '../../dashboard/numbers.ts';

test('a rate has one decimal, a count none, days their unit', () => {
  expect(measured(93.4499, 'percent', 'zh')).toBe('93.4%');
  expect(measured(12345, 'count', 'zh')).toBe('12,345');
  expect(measured(18, 'days', 'zh')).toBe('18天');
  expect(measured(18, 'days', 'en')).toBe('18 d');
});

test('what is not quite all is never shown as all, what is hardly anything never as nothing', () => {
  expect(measured(99.97, 'percent', 'zh')).toBe('99.9%');
  expect(measured(100, 'percent', 'zh')).toBe('100.0%');
  expect(measured(0.01, 'percent', 'zh')).toBe('0.1%');
  expect(measured(0, 'percent', 'zh')).toBe('0.0%');
});

test('the unknown is a dash, not a zero', () => {
  expect(measured(null, 'percent', 'zh')).toBe('—');
  expect(count(null, 'en')).toBe('—');
});

test('a fraction shows its parts; a count has none', () => {
  expect(fraction({ numerator: 1234, denominator: 2000 }, 'zh')).toBe('1,234/2,000');
  expect(fraction({ numerator: 3, denominator: null }, 'zh')).toBe('');
});

test('a change carries its sign, and is nothing where either side is unknown', () => {
  expect(change(92.3, 90, 'percent', 'zh')).toBe('+2.3');
  expect(change(3, 5, 'count', 'zh')).toBe('−2');
  expect(change(90.01, 90, 'percent', 'zh')).toBe('0');
  expect(change(null, 90, 'percent', 'zh')).toBeNull();
  expect(change(90, null, 'percent', 'zh')).toBeNull();
});

test('sizes of files', () => {
  expect(fileSize(900, 'en')).toBe('0.9 KB');
  expect(fileSize(28_311, 'en')).toBe('28 KB');
  expect(fileSize(1_234_567, 'en')).toBe('1.2 MB');
});
