import { expect, test } from 'vitest';
import { placeIn, sheetName } from '#dashboard/sheet-name.ts';

test('a place in an archive is said step by step', () => {
  expect(sheetName('九月/台账.xlsx/审查')).toBe('九月 › 台账.xlsx › 审查');
  expect(placeIn('九月/台账.xlsx/审查', 'B5', 1)).toBe('九月 › 台账.xlsx › 审查 › B5');
  expect(placeIn('台账.csv', 'B5', 2)).toBe('台账.csv › B5');
});

test('a worksheet is named only beside others', () => {
  expect(placeIn('审查', 'B5', 2)).toBe('审查 › B5');
  expect(placeIn('审查', 'B5', 1)).toBe('B5');
  expect(placeIn('', 'B5', 1)).toBe('B5');
});
