/** Rows as a person fills them in: what a test does not say stands as in the declaration's example, and fits. */
import { makeUscc } from '#ingest/codes/uscc.ts';
import type { Report } from '#ingest/declare.ts';
import { reportOf, type ReportId } from '#ingest/reports/index.ts';
import { addDays } from '#warehouse/calendar.ts';

/** Texts by field; null or '' is an empty cell. */
export type Texts = Readonly<Record<string, string | null>>;
export type { ReportId };

/** The credit code of the n-th fictional institution, and the number of its committee. */
export const uscc = (n: number): string => makeUscc('12210100', String(n).padStart(8, '0'));
export const committeeOf = (code: string, nth = 1): string => `${code.slice(-8)}-C0${nth}`;

const example = (report: Report): Texts =>
  Object.fromEntries(report.columns.map((column) => [column.field, column.example]));

const at = (day: string | null | undefined, hour: string) => (day ? `${day}T${hour}:00+08:00` : null);

/** What follows from what a test says: `accepted` and `decided` are days of a review. */
const following: Partial<Record<ReportId, (row: Texts) => Texts>> = {
  R01: (row) => ({ institution_name: `虚构单位${(row.institution_uscc ?? '').slice(8, 16)}` }),
  R02: ({ institution_uscc, established_date }) => {
    const registered = established_date ? addDays(established_date, 20) : '2024-04-04';
    return {
      committee_id: institution_uscc ? committeeOf(institution_uscc) : null,
      committee_name: '虚构科技伦理委员会',
      regimes: 'most_2023',
      health_filed_date: null,
      platform_registered_date: registered,
      annual_report_date: null,
      annual_list_report_date: null
    };
  },
  R04: ({ accepted, decided }) => ({
    applied_at: at(accepted, '09') ?? '2026-01-01T09:00+08:00',
    accepted_at: at(accepted, '10'),
    meeting_date: decided ?? null,
    decision: decided ? 'approved' : 'pending',
    decision_at: at(decided, '16'),
    delivered_at: null,
    approval_valid_to: null
  }),
  R08: (row) => ({
    rect_status: row.report_submitted_date ? 'submitted' : 'open',
    report_submitted_date: null,
    issue_summary: '虚构问题'
  }),
  R09: () => ({ unit_or_head_suspected: null }),
  R21: ({ period }) => ({ leadership_risk_review: 'N', leadership_review_date: null, period: period ?? null })
};

/** The whole row, in the fields of its report and of the system. */
export function filledIn(id: ReportId, row: Texts): Texts {
  const { accepted: _accepted, decided: _decided, ...said } = row;
  return { ...example(reportOf(id)), ...following[id]?.(row), ...said };
}
