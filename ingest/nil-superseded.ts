/** Says of rows that a declaration that there were none stood before them: rows say more, so it counts no longer. */
import { coveredRows } from '#warehouse/coverage.ts';
import type { Transaction } from '#warehouse/engine.ts';
import { STILL_HOLDS } from '#warehouse/tables.ts';
import type { Report } from './declare.ts';
import type { Landing } from './land.ts';
import type { SubmissionNotice } from './normalised.ts';
import { assumedPeriod } from './profiles-for.ts';

/** To be called while the typed rows of the landings are in hand. */
export async function nilSuperseded(
  tx: Transaction,
  report: Report,
  landings: readonly Landing[]
): Promise<SubmissionNotice[]> {
  const declared = `staging.coverage n where n.report = '${report.id}' and n.row_count = 0 and n.superseded_in = ${STILL_HOLDS}`;
  const [any] = await tx.all(`select 1 from ${declared} limit 1`);
  if (!any) return [];
  const filled = landings.filter(({ sheet }) => sheet.row_count > 0);
  if (filled.length === 0) return [];
  const sheets = filled.map(({ submission_id, authority, received_day, sheet }) => ({
    submission_id,
    sheet_no: sheet.sheet_no,
    authority,
    default_period: sheet.meta.report_period ?? assumedPeriod(report.id, authority.kind, received_day)
  }));
  const found = await tx.all<{ submission_id: number; sheet_no: number; said: string }>(`
    select distinct submission_id, sheet_no, coalesce(covered_uscc, covered_dept) || ' ' || covered_period as said
    from (${coveredRows(report, sheets)}) r
    where not rejected and exists (select 1 from ${declared} and n.report_period = covered_period
      and (n.institution_uscc = covered_uscc or (n.institution_uscc is null and n.dept = covered_dept)))
    order by said`);
  return filled.flatMap(({ submission_id, sheet: { sheet_no, sheet } }): SubmissionNotice[] => {
    const own = found.filter((row) => row.submission_id === submission_id && row.sheet_no === sheet_no);
    if (own.length === 0) return [];
    const said = own.slice(0, SHOWN).map((row) => row.said);
    const list = said.join('、') + (own.length > SHOWN ? ' …' : '');
    return [
      { submission_id, notice: { code: 'nil_superseded', params: { count: own.length, list }, sheet } }
    ];
  });
}

const SHOWN = 20;
