import { expect, test } from 'vitest';
import { columnLetters } from '#warehouse/cell-name.ts';
import { cellText, decimalText, isErrorValue, lostDigits } from '#ingest/cell-text.ts';

const at = (iso: string) => new Date(iso);

test.each([
  [0.1 + 0.2, '0.3'],
  [1e21, '1000000000000000000000'],
  [123456789012345, '123456789012345'],
  [-0.0000012, '-0.0000012'],
  [1.5e-7, '0.00000015'],
  [85, '85'],
  [2.675, '2.675']
])('%d is written %s', (value, text) => {
  expect(decimalText(value)).toBe(text);
});

test('Booleans, dates and nothing have one text each', () => {
  expect([true, false, null, undefined, ''].map((value) => cellText(value))).toEqual(['Y', 'N', '', '', '']);
  expect(cellText(at('2026-09-01T00:00:00Z'))).toBe('2026-09-01');
  expect(cellText(at('2026-09-01T09:10:00Z'))).toBe('2026-09-01T09:10');
  expect(cellText(at('2026-09-01T09:09:59.999Z'))).toBe('2026-09-01T09:10');
  expect(cellText(at('2026-09-01T09:10:05Z'))).toBe('2026-09-01T09:10:05');
  expect(cellText(at('1899-12-31T17:30:00Z'))).toBe('17:30');
  expect(cellText(new Date(NaN))).toBe('');
});

test('A month that a spreadsheet took for a day is a month again, in a column of months only', () => {
  expect(cellText(at('2026-09-01T00:00:00Z'), 'month')).toBe('2026-09');
  expect(cellText(at('2026-09-02T00:00:00Z'), 'month')).toBe('2026-09-02');
  expect(cellText(at('2026-09-01T00:00:00Z'), 'date')).toBe('2026-09-01');
});

test('An identifier kept as a number of more than 15 digits has lost some', () => {
  expect(lostDigits(912101000000000190, 'string')).toBe(true);
  expect(lostDigits(912101000000000190, 'decimal')).toBe(false);
  expect(lostDigits(210100, 'code')).toBe(false);
  expect(lostDigits('912101000000000190', 'string')).toBe(false);
});

test('Error values of formulas are told from text', () => {
  expect(['#N/A', '#REF!', '#1', 'N/A', '', 5].map(isErrorValue)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false
  ]);
});

test('Columns have the letters of a spreadsheet', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
});
