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
  const notices: SubmissionNotice[] = [];
  for (const { submission_id, authority, received_day, sheet } of landings) {
    if (sheet.row_count === 0) continue;
    const rows = coveredRows(report, {
      submission_id,
      sheet_no: sheet.sheet_no,
      authority,
      default_period: sheet.meta.report_period ?? assumedPeriod(report.id, authority.kind, received_day)
    });
    const found = await tx.all<{ said: string }>(`
      select distinct coalesce(covered_uscc, covered_dept) || ' ' || covered_period as said
      from (${rows}) r
      where not rejected and exists (select 1 from ${declared} and n.report_period = covered_period
        and (n.institution_uscc = covered_uscc or (n.institution_uscc is null and n.dept = covered_dept)))
      order by said`);
    if (found.length === 0) continue;
    const said = found.slice(0, SHOWN).map((row) => row.said);
    const list = said.join('、') + (found.length > SHOWN ? ' …' : '');
    notices.push({
      submission_id,
      notice: { code: 'nil_superseded', params: { count: found.length, list }, sheet: sheet.sheet }
    });
  }
  return notices;
}

const SHOWN = 20;
