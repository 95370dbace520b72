/**
 * Rows that were rejected and are still owed (ruling 7): each until its record is handed in again, whatever becomes of
 * it then. A row whose key was itself at fault can be known by nothing, so any later rows of the same institution,
 * report and period stand for it.
 */
import type { Report } from '#ingest/declare.ts';
import { coveredRows } from './coverage.ts';
import type { Transaction } from './engine.ts';
import type { Publishable } from './publish.ts';
import { inList, STILL_HOLDS } from './tables.ts';
import { literal } from './typed.ts';

/** Rejections that say nothing against the key, though they point at its cell. */
const KEY_IS_GOOD = ['duplicate', 'void_unknown'];

/** To be called for all sheets of a report together, while their rows are in hand. */
export async function keepRejected(
  tx: Transaction,
  report: Report,
  sheets: readonly Publishable[],
  number: number
): Promise<void> {
  const ids = inList(sheets.map(({ submission_id }) => submission_id));
  const [any] = await tx.all(`select 1 from landing_${report.table} where rejected and ${ids} limit 1`);
  if (!any) return;
  const key_fault = `select 1 from raw.finding f
    where f.submission_id = r.submission_id and f.sheet_no = r.sheet_no and f.row_no = r.row_no
      and f.level = 'reject' and f.field in (${report.key.map(literal).join(', ')})
      and f.check_id not in (${KEY_IS_GOOD.map(literal).join(', ')})`;
  await tx.run(`insert into staging.rejection
    select submission_id, sheet_no, row_no, '${report.id}',
      case when not exists (${key_fault}) then record_key end,
      covered_uscc, covered_dept, via_key, covered_period, ${number}, ${STILL_HOLDS}, null
    from (${coveredRows(report, sheets)}) r
    where rejected and coalesce(covered_uscc, covered_dept, via_key) is not null`);
}

/** What the submissions of a publication hand in again. To be called once their coverage is there. */
export async function settleRejected(
  tx: Transaction,
  report: Report,
  ids: readonly number[],
  number: number
): Promise<void> {
  const open = `j.report = '${report.id}' and j.superseded_in = ${STILL_HOLDS}`;
  const [any] = await tx.all(`select 1 from staging.rejection j where ${open} limit 1`);
  if (!any) return;
  await tx.run(`update staging.rejection as j set superseded_in = ${number}, superseded_by = again.submission_id
    from (
      select record_key, max(submission_id) as submission_id from landing_${report.table}
      where ${inList(ids)} group by record_key
    ) again
    where ${open} and again.record_key = j.record_key and j.submission_id < again.submission_id`);
  await tx.run(`update staging.rejection as j set superseded_in = ${number}, superseded_by = again.submission_id
    from (
      select institution_uscc, dept, report_period, max(submission_id) as submission_id from staging.coverage
      where report = '${report.id}' and ${inList(ids)} and row_count > 0 group by all
    ) again
    where ${open} and j.record_key is null and j.submission_id < again.submission_id
      and again.institution_uscc is not distinct from j.institution_uscc
      and again.dept is not distinct from j.dept and again.report_period = j.report_period`);
}

/** A withdrawn file owes nothing any more; what it had handed in again is owed as before. */
export async function withdrawRejected(
  tx: Transaction,
  ids: readonly number[],
  number: number
): Promise<void> {
  await tx.run(`insert into staging.rejection
    select * replace (${number} as published_in, ${STILL_HOLDS} as superseded_in, null as superseded_by)
    from staging.rejection
    where superseded_by in (${ids.join(', ')}) and not ${inList(ids)}
      and submission_id not in (select submission_id from meta.publication_submission where withdrawn)`);
  await tx.run(`update staging.rejection set superseded_in = ${number}
    where superseded_in = ${STILL_HOLDS} and ${inList(ids)}`);
}
