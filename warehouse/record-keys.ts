/** Submitted rows by the record that they speak of. */
import type { Report } from '#ingest/declare.ts';
import type { Engine } from './engine.ts';
import { inList, keySql } from './tables.ts';
import { allColumns, typedSelect, type CityCodes } from './typed.ts';

/** SQL of submitted rows `r` of a report as `typedSelect` wants them, of the columns named. `from`: what stands after `from`. */
export const submittedSql = (report: Report, from: string): string =>
  `(select r.submission_id, r.sheet_no, r.row_no, ${allColumns(report)
    .map(({ field }) => `r.${field} as r_${field}`)
    .join(', ')} from ${from})`;

/**
 * SQL of submitted rows with the key of the record that each speaks of, of which no more is read than that:
 * `submission_id`, `sheet_no`, `row_no`, `record_key`. `from`: what stands after `from raw.<table> r`.
 */
export function recordKeysSql(report: Report, city: CityCodes, from: string): string {
  const keys = { ...report, columns: report.columns.filter(({ field }) => report.key.includes(field)) };
  return `select submission_id, sheet_no, row_no, ${keySql(report)} as record_key
    from (${typedSelect(keys, submittedSql(keys, `raw.${report.table} r ${from}`), city)})`;
}

/** Whether one of these later submissions has an accepted row that does not say the same of a record as this one's. */
export async function isContradicted(
  engine: Engine,
  report: Report,
  submission_id: number,
  later: readonly number[],
  city: CityCodes
): Promise<boolean> {
  const rows = (which: string) => `(select k.record_key, r.* from raw.${report.table} r
    join (${recordKeysSql(report, city, `where ${which} and not r.rejected`)}) k
      on k.submission_id = r.submission_id and k.sheet_no = r.sheet_no and k.row_no = r.row_no)`;
  const differs = allColumns(report).map(({ field }) => `a.${field} is distinct from b.${field}`);
  const found = await engine.all(
    `select 1 from ${rows('r.submission_id = $submission_id')} a
     join ${rows(`r.${inList(later)}`)} b on b.record_key = a.record_key
     where ${differs.join(' or ')} limit 1`,
    { submission_id }
  );
  return found.length > 0;
}
