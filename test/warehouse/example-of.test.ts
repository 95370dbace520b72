import { expect, test } from 'vitest';
import { reports } from '#ingest/reports/index.ts';
import { exampleOf } from '#warehouse/example-of.ts';

test('every column has an example to show, its own if it declares one', () => {
  for (const column of reports.flatMap(({ columns }) => columns)) {
    expect(exampleOf(column)).not.toBe('');
    if (column.example) expect(exampleOf(column)).toBe(column.example);
  }
});

test('an example of a type is written as the form asks', () => {
  const column = { field: 'x', zh: '', en: '', required: 'no', example: '' } as const;
  expect(exampleOf({ ...column, type: 'date' })).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(exampleOf({ ...column, type: 'quarter' })).toMatch(/^\d{4}-Q[1-4]$/);
});
