/**
 * Takes submissions out of the numbers. Of each record that they spoke of holds what the files that remain say, one
 * after the other in the order of their publication: also where one of them only confirmed what was withdrawn, and
 * made no version of its own.
 */
import type { Report } from '#ingest/declare.ts';
import type { Transaction } from './engine.ts';
import { recordKeysSql, submittedSql } from './record-keys.ts';
import { inList, keySql, STILL_HOLDS } from './tables.ts';
import { typedSelect, type CityCodes } from './typed.ts';
import { changesSql, insertVersions, versionColumns } from './versions.ts';

export interface Withdrawn {
  ids: readonly number[];
  /** All submissions of institutions: they change no column that a department owns (ruling 6). */
  of_institutions: readonly number[];
}

export const NONE_WITHDRAWN: Withdrawn = { ids: [], of_institutions: [] };

/** To be called once the publication's own submissions are noted in `meta.publication_submission`. */
export async function withdraw(
  tx: Transaction,
  report: Report,
  { ids, of_institutions }: Withdrawn,
  number: number,
  city: CityCodes
): Promise<void> {
  const table = `staging.${report.table}`;
  await tx.run(`create or replace temp table withdrawn_key as
    select distinct record_key from ${table} where ${inList(ids)}`);
  const [touched] = await tx.all('select 1 from withdrawn_key limit 1');
  if (touched) {
    await findRemaining(tx, report, ids, of_institutions, city);
    await tellAgain(tx, report);
    // What stands already, and did not come from a withdrawn file, is no new version.
    await tx.run(`create or replace temp table withdrawn_put as
      ${changesSql(
        report,
        '(select *, false as is_foreign from withdrawn_stands)',
        `(select * from ${table} where superseded_in = ${STILL_HOLDS} and not ${inList(ids)})`
      )}`);
    await tx.run(`update ${table} set superseded_in = ${number} where superseded_in = ${STILL_HOLDS}
      and (${inList(ids)} or record_key in (select record_key from withdrawn_put))`);
    await insertVersions(tx, report, 'select * from withdrawn_put', number);
  }
  await tx.run(`update staging.coverage set superseded_in = ${number}
    where report = '${report.id}' and superseded_in = ${STILL_HOLDS} and ${inList(ids)}`);
}

/** Rows of files that remain and speak of the same records into `withdrawn_row`, numbered as they came. */
async function findRemaining(
  tx: Transaction,
  report: Report,
  ids: readonly number[],
  of_institutions: readonly number[],
  city: CityCodes
): Promise<void> {
  const remain = `select submission_id, min(number) as number from meta.publication_submission
    where not ${inList(ids)} group by submission_id having not bool_or(withdrawn)`;
  // Only the key of all rows is read; the rest is of the few rows found.
  await tx.run(`create or replace temp table withdrawn_found as
    select * from (${recordKeysSql(
      report,
      city,
      `semi join (${remain}) n on n.submission_id = r.submission_id where not r.rejected`
    )}) where record_key in (select record_key from withdrawn_key)`);
  const found = `raw.${report.table} r semi join withdrawn_found f
    on f.submission_id = r.submission_id and f.sheet_no = r.sheet_no and f.row_no = r.row_no`;
  const foreign = of_institutions.length > 0 ? `t.${inList(of_institutions)}` : 'false';
  await tx.run(`create or replace temp table withdrawn_row as
    select ${keySql(report)} as record_key, t.*, ${foreign} as is_foreign,
      row_number() over (partition by ${keySql(report)} order by n.number, t.submission_id, t.sheet_no, t.row_no) as nth
    from (${typedSelect(report, submittedSql(report, found), city)}) t
    join (${remain}) n on n.submission_id = t.submission_id`);
}

/** What the remaining rows come to, first to last, into `withdrawn_stands`: one row a record. */
async function tellAgain(tx: Transaction, report: Report): Promise<void> {
  const columns = versionColumns(report).join(', ');
  await tx.run(`create or replace temp table withdrawn_stands as
    select ${columns} from staging.${report.table} where false`);
  const [last] = await tx.all<{ n: number }>('select coalesce(max(nth), 0) as n from withdrawn_row');
  for (let nth = 1; nth <= (last?.n ?? 0); nth++) {
    const incoming = `(select * from withdrawn_row where nth = ${nth})`;
    await tx.run(`create or replace temp table withdrawn_next as
      ${changesSql(report, incoming, 'withdrawn_stands')}`);
    await tx.run('delete from withdrawn_stands where record_key in (select record_key from withdrawn_next)');
    await tx.run('insert into withdrawn_stands select * from withdrawn_next');
  }
}
