/** Which institutions, departments and periods a sheet speaks of: what the ledger of expected reports counts as handed in. */
import type { Report } from '#ingest/declare.ts';
import { reportOf } from '#ingest/reports/index.ts';
import type { Transaction } from './engine.ts';
import type { Publishable } from './publish.ts';
import { ownersSql, reportOfTable, STILL_HOLDS } from './tables.ts';
import { literal, periodSql } from './typed.ts';

/**
 * SQL of a sheet's rows with whom and which period they speak of. Rows that stand twice are one, and rows of
 * institutions that the submitter does not speak for say nothing of them.
 */
export function coveredRows(
  report: Report,
  sheet: Pick<Publishable, 'submission_id' | 'sheet_no' | 'authority' | 'default_period'>
): string {
  const { kind, code } = sheet.authority;
  const own = kind === 'institution' && report.institution !== null ? literal(code) : 'null';
  const ownDept = kind === 'department' && report.institution === null ? literal(code) : 'null';
  const { institution } = report;
  const via = institution !== null && 'via' in institution ? institution.field : 'cast(null as varchar)';
  const said = periodSql('report_period');
  const period = report.speaks_of === undefined ? said : `coalesce(${report.speaks_of}, ${said})`;
  // Where departments alone owe a report, the one that a row names has filed it, whichever institution it is about.
  const filedBy =
    report.due.length > 0 && report.due.every((due) => due.owed_by === undefined)
      ? `coalesce(owner_dept, ${[...(report.departments ?? []), ownDept].join(', ')})`
      : `coalesce(owner_dept, ${ownDept})`;
  return `select r.row_no, r.rejected, r.record_key, coalesce(owner, ${own}) as covered_uscc, ${filedBy} as covered_dept,
      case when owner is null and ${own} is null then ${via} end as via_key,
      coalesce(${period}, ${literal(sheet.default_period)}) as covered_period
    from landing_${report.table} r
    anti join (select * from raw.finding where check_id in ('repeated', 'authority')) f
      on f.submission_id = r.submission_id and f.sheet_no = r.sheet_no and f.row_no = r.row_no
    where r.submission_id = ${sheet.submission_id} and r.sheet_no = ${sheet.sheet_no}`;
}

export async function addCoverage(
  tx: Transaction,
  report: Report,
  sheet: Publishable,
  number: number
): Promise<void> {
  await tx.run(
    `insert into staging.coverage
     select ${sheet.submission_id}, ${sheet.sheet_no}, '${report.id}', covered_uscc, covered_dept, via_key, covered_period,
       sum(rows), sum(rejected_rows), cast($received as date), ${number}, ${STILL_HOLDS}
     from (
       select covered_uscc, covered_dept, via_key, covered_period, 1 as rows, cast(rejected as integer) as rejected_rows
       from (${coveredRows(report, sheet)})
       union all
       select cast($nil_of as varchar), cast($nil_of_dept as varchar), null, $period, 0, 0
     )
     where coalesce(covered_uscc, covered_dept, via_key) is not null
     group by covered_uscc, covered_dept, via_key, covered_period`,
    {
      received: sheet.received_day,
      period: sheet.default_period,
      nil_of: sheet.nil_of,
      nil_of_dept: sheet.nil_of_dept
    }
  );
}

/** Coverage whose institution was not known gets it with the publication in which the record that names it comes. */
export async function attributeCoverage(tx: Transaction, number: number): Promise<void> {
  const unknown = `institution_uscc is null and via_key is not null and superseded_in = ${STILL_HOLDS}`;
  const open = await tx.all<{ report: string }>(
    `select distinct report from staging.coverage where ${unknown}`
  );
  for (const { report: id } of open) {
    const { institution } = reportOf(id);
    if (institution === null || !('via' in institution)) continue;
    const owners = `(${ownersSql(reportOfTable(institution.via))})`;
    const found = `report = '${id}' and ${unknown} and published_in < ${number}`;
    await tx.run(`insert into staging.coverage
      select c.* replace (o.owner as institution_uscc, ${number} as published_in)
      from staging.coverage c join ${owners} o on o.record_key = c.via_key
      where ${found} and o.owner is not null`);
    await tx.run(`update staging.coverage set superseded_in = ${number}
      where ${found} and via_key in (select record_key from ${owners} where owner is not null)`);
    await tx.run(`update staging.rejection as j set institution_uscc = o.owner from ${owners} o
      where j.report = '${id}' and j.institution_uscc is null and o.record_key = j.via_key`);
  }
}
