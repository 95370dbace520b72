/** The SQL of cross-checks: each is a file, and those about references are the same file for many columns. */
import { readFileSync } from 'node:fs';
import { reportOf } from '#ingest/reports/index.ts';
import { departmentSql } from '../tables.ts';
import { literal } from '../typed.ts';
import type { CrossCheck } from './declare.ts';

/** Rows of (check_id, record_key, institution_uscc, dept, found, expected, submission_id, sheet_no, row_no). */
export const crossCheckSql = (checks: readonly CrossCheck[]): string =>
  checks
    .map((check) => `select ${literal(check.id)} as check_id, * from (\n${fileSql(check)})`)
    .join('\nunion all\n');

function fileSql({ file, report: id, field, against }: CrossCheck): string {
  const report = reportOf(id);
  const filled: Record<string, string> = {
    table: report.table,
    field,
    target: reportOf(against).table,
    dept: departmentSql(report, 'r')
  };
  return readFileSync(new URL(`../models/cross-checks/${file}.sql`, import.meta.url), 'utf8').replace(
    /\{\{(\w+)\}\}/g,
    (_, name: string) => filled[name] ?? ''
  );
}
