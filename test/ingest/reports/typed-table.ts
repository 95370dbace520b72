/** Rows of a report in DuckDB, typed as staging types them, from texts as they stand in a declaration. */
import { DuckDBInstance } from '@duckdb/node-api';
import type { Column, Report } from '#ingest/declare.ts';

/** Texts by field; null or '' is empty. */
export type Texts = Record<string, string | null>;

const types = {
  string: 'varchar',
  strings: 'varchar[]',
  code: 'varchar',
  codes: 'varchar[]',
  bool: 'boolean',
  int: 'integer',
  decimal: 'double',
  date: 'date',
  datetime: 'timestamp',
  month: 'varchar',
  quarter: 'varchar'
} as const;

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

function literal(column: Column, text: string | null | undefined): string {
  if (text === null || text === undefined || text === '') return 'null';
  if (column.type === 'codes' || column.type === 'strings')
    return `[${text.split(';').map(quoted).join(', ')}]`;
  if (column.type === 'bool') return String(text === 'Y');
  if (column.type === 'datetime')
    return `timestamp ${quoted(text.replace('T', ' ').replace('+08:00', ':00'))}`;
  return `cast(${quoted(text)} as ${types[column.type]})`;
}

export const exampleRow = (report: Report): Texts =>
  Object.fromEntries(report.columns.map(({ field, example }) => [field, example]));

/** Ids of the checks that each row violates, in the order of the rows. */
export async function violations(report: Report, rows: readonly Texts[]): Promise<string[][]> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  try {
    const columns = report.columns.map((column) => `${column.field} ${types[column.type]}`);
    await connection.run(`create table t (n integer, ${columns.join(', ')})`);
    for (const [at, row] of rows.entries())
      await connection.run(
        `insert into t values (${[at, ...report.columns.map((column) => literal(column, row[column.field]))].join(', ')})`
      );
    const asked = report.checks.map(({ holds }, at) => `(${holds}) as check_${at}`);
    const read = await connection.runAndReadAll(`select ${asked.join(', ')} from t order by n`);
    for (const type of read.columnTypes())
      if (String(type) !== 'BOOLEAN') throw new Error(`${report.id}: a check is ${String(type)}, no truth`);
    return read
      .getRowsJson()
      .map((row) => report.checks.filter((_, at) => row[at] === false).map((check) => check.id));
  } finally {
    connection.closeSync();
  }
}
