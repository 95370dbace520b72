/** How a cell is to be written, shown by an example. */
import type { Column, ColumnType } from '#ingest/declare.ts';

const ofType: Partial<Record<ColumnType, string>> = {
  date: '2026-03-05',
  datetime: '2026-03-05T09:00',
  month: '2026-03',
  quarter: '2026-Q1',
  int: '12',
  decimal: '12.5',
  bool: 'Y'
};

/** The declaration's own; most columns that are seldom filled have none, and then one of their type. */
export const exampleOf = ({ example, type }: Column): string => example || (ofType[type] ?? '…');
