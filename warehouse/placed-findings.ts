/** Findings with whose their rows are and of which period, so that they can be sought across files. */
import type { Report } from '#ingest/declare.ts';
import type { Transaction } from './engine.ts';
import { submittedSql } from './record-keys.ts';
import { inList } from './tables.ts';
import { literal, periodSql, typedSelect, type CityCodes } from './typed.ts';

export interface JudgedSheet {
  submission_id: number;
  sheet_no: number;
  /** The period that its rows speak of where they do not say. */
  default_period: string;
}

/** Fills `raw.placed_finding` from what the rows themselves say. To be called once their findings stand. */
export async function placeFindings(
  tx: Transaction,
  report: Report,
  sheets: readonly JudgedSheet[],
  city: CityCodes
): Promise<void> {
  const which = inList(sheets.map(({ submission_id }) => submission_id));
  const [any] = await tx.all(`select 1 from raw.finding where ${which} limit 1`);
  if (!any) return;
  const { institution, departments = [] } = report;
  const direct = institution !== null && !('via' in institution) ? `t.${institution.field}` : 'null';
  const via = institution !== null && 'via' in institution ? `t.${institution.field}` : 'null';
  const said = periodSql('t.report_period');
  const period = report.speaks_of === undefined ? said : `coalesce(${report.speaks_of}, ${said})`;
  const found = `(select * from raw.finding where ${which})`;
  const rows = `raw.${report.table} r semi join ${found} f
    on f.submission_id = r.submission_id and f.sheet_no = r.sheet_no and f.row_no = r.row_no where r.${which}`;
  const periods = sheets.map(
    ({ submission_id, sheet_no, default_period }) =>
      `(${submission_id}, ${sheet_no}, ${literal(default_period)})`
  );
  await tx.run(`insert into raw.placed_finding
    select f.*, '${report.id}', ${direct}, ${via},
      list_filter([${departments.map((field) => `t.${field}`).join(', ')}]::varchar[], x -> x is not null),
      coalesce(${period}, d.default_period)
    from ${found} f
    join (${typedSelect(report, submittedSql(report, rows), city)}) t
      on t.submission_id = f.submission_id and t.sheet_no = f.sheet_no and t.row_no = f.row_no
    join (values ${periods.join(', ')}) d(submission_id, sheet_no, default_period)
      on d.submission_id = f.submission_id and d.sheet_no = f.sheet_no
    order by f.submission_id, f.sheet_no, f.row_no, f.field, f.check_id`);
}
