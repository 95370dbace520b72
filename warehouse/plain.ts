/** DuckDB's values as plain JSON values: days as YYYY-MM-DD, instants as ISO text, integers as numbers. */
import {
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBListValue,
  DuckDBStructValue,
  DuckDBTimestampValue,
  type DuckDBValue
} from '@duckdb/node-api';

export type Cell = string | number | boolean | null | Cell[] | { [key: string]: Cell };
export type Row = Record<string, Cell>;

export function plain(row: Record<string, DuckDBValue>): Row {
  const out: Row = {};
  for (const key in row) out[key] = cell(row[key] as DuckDBValue);
  return out;
}

function cell(value: DuckDBValue): Cell {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof DuckDBDateValue) return value.toString();
  if (value instanceof DuckDBTimestampValue) return value.toString().replace(' ', 'T').slice(0, 16);
  if (value instanceof DuckDBDecimalValue) return value.toDouble();
  if (value instanceof DuckDBListValue) return value.items.map(cell);
  if (value instanceof DuckDBStructValue) return plain(value.entries);
  return String(value);
}
