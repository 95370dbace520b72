/** Which institutions, departments and periods a sheet speaks of: what the ledger of expected reports counts as handed in. */
import type { Report } from '#ingest/declare.ts';
import { reportOf } from '#ingest/reports/index.ts';
import type { Transaction } from './engine.ts';
import type { Publishable } from './publish.ts';
import { mayBeAmong, ownersSql, reportOfTable, STILL_HOLDS } from './tables.ts';
import { literal, periodSql } from './typed.ts';

/** A sheet, by whom it was handed in, and the period of rows that do not say theirs. */
export type Covering = Pick<Publishable, 'submission_id' | 'sheet_no' | 'authority' | 'default_period'>;

const ofSheet = ({ submission_id, sheet_no }: Covering): string =>
  `(r.submission_id = ${submission_id} and r.sheet_no = ${sheet_no})`;

/** SQL of what is said of the sheet of a row. */
function bySheet<S extends Covering>(sheets: readonly S[], said: (sheet: S) => string): string {
  const [first = 'null', ...others] = new Set(sheets.map(said));
  if (others.length === 0) return first;
  return `case ${sheets.map((sheet) => `when ${ofSheet(sheet)} then ${said(sheet)}`).join(' ')} end`;
}

/**
 * SQL of the rows of sheets with whom and which period they speak of. Rows that stand twice are one, and rows of
 * institutions that the submitter does not speak for say nothing of them.
 */
export function coveredRows(report: Report, sheets: readonly Covering[]): string {
  const sentBy = (asked: Publishable['authority']['kind'], counts: boolean) =>
    bySheet(sheets, ({ authority: { kind, code } }) => (kind === asked && counts ? literal(code) : 'null'));
  const { institution } = report;
  const own = sentBy('institution', institution !== null);
  const ownDept = sentBy('department', institution === null);
  const via = institution !== null && 'via' in institution ? institution.field : 'cast(null as varchar)';
  const said = periodSql('report_period');
  const period = report.speaks_of === undefined ? said : `coalesce(${report.speaks_of}, ${said})`;
  // Where departments alone owe a report, the one that a row names has filed it, whichever institution it is about.
  const filedBy =
    report.due.length > 0 && report.due.every((due) => due.owed_by === undefined)
      ? `coalesce(owner_dept, ${[...(report.departments ?? []), ownDept].join(', ')})`
      : `coalesce(owner_dept, ${ownDept})`;
  return `select r.submission_id, r.sheet_no, r.row_no, r.rejected, r.record_key,
      coalesce(owner, ${own}) as covered_uscc, ${filedBy} as covered_dept,
      case when owner is null and ${own} is null then ${via} end as via_key,
      coalesce(${period}, ${bySheet(sheets, ({ default_period }) => literal(default_period))}) as covered_period
    from landing_${report.table} r
    anti join (select * from raw.finding where check_id in ('repeated', 'authority')) f
      on f.submission_id = r.submission_id and f.sheet_no = r.sheet_no and f.row_no = r.row_no
    where ${sheets.map(ofSheet).join(' or ')}`;
}

/** To be called for all sheets of a report together, while their rows are in hand. */
export async function addCoverage(
  tx: Transaction,
  report: Report,
  sheets: readonly Publishable[],
  number: number
): Promise<void> {
  const isNil = ({ nil_of, nil_of_dept }: Publishable) => nil_of !== null || nil_of_dept !== null;
  const rows = sheets.filter((sheet) => !isNil(sheet));
  const nils = sheets.filter(isNil);
  const received = bySheet(rows, ({ received_day }) => `date ${literal(received_day)}`);
  if (rows.length > 0)
    await tx.run(`insert into staging.coverage
      select submission_id, sheet_no, '${report.id}', covered_uscc, covered_dept, via_key, covered_period,
        count(*), count(*) filter (where rejected), ${received}, ${number}, ${STILL_HOLDS}
      from (${coveredRows(report, rows)}) r
      where coalesce(covered_uscc, covered_dept, via_key) is not null
      group by submission_id, sheet_no, covered_uscc, covered_dept, via_key, covered_period`);
  if (nils.length === 0) return;
  const text = (value: string | null) => (value === null ? 'null' : literal(value));
  const declared = nils.map(
    ({ submission_id, sheet_no, nil_of, nil_of_dept, default_period, received_day }) =>
      `(${submission_id}, ${sheet_no}, '${report.id}', ${text(nil_of)}, ${text(nil_of_dept)}, null, ${literal(default_period)},
        0, 0, date ${literal(received_day)}, ${number}, ${STILL_HOLDS})`
  );
  await tx.run(`insert into staging.coverage values ${declared.join(', ')}`);
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
    const named = reportOfTable(institution.via);
    if (!(await cameNow(tx, named, number))) continue;
    const keys = `(select via_key from staging.coverage where report = '${id}' and ${unknown}
      union all select via_key from staging.rejection where report = '${id}' and institution_uscc is null)`;
    const owners = `(${ownersSql(named, { among: mayBeAmong(keys, 'via_key', 'v.') })})`;
    const found = `report = '${id}' and ${unknown} and published_in < ${number}`;
    await tx.run(`create or replace temp table attributed as
      select c.* replace (o.owner as institution_uscc, ${number} as published_in)
      from staging.coverage c join ${owners} o on o.record_key = c.via_key
      where ${found} and o.owner is not null`);
    await tx.run(`update staging.coverage set superseded_in = ${number}
      where ${found} and via_key in (select via_key from attributed)`);
    await tx.run('insert into staging.coverage select * from attributed');
    const [rejected] = await tx.all(
      `select 1 from staging.rejection where report = '${id}' and institution_uscc is null limit 1`
    );
    if (!rejected) continue;
    await tx.run(`update staging.rejection as j set institution_uscc = o.owner from ${owners} o
      where j.report = '${id}' and j.institution_uscc is null and o.record_key = j.via_key`);
  }
}

/** Whether a publication brings records of a report, or of those by which their institution is found. */
async function cameNow(tx: Transaction, { table, institution }: Report, number: number): Promise<boolean> {
  const [any] = await tx.all(`select 1 from staging.${table} where published_in = ${number} limit 1`);
  if (any) return true;
  return institution !== null && 'via' in institution
    ? cameNow(tx, reportOfTable(institution.via), number)
    : false;
}
