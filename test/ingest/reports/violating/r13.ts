import type { RowsOf } from '../violating.ts';

export const r13: RowsOf = {
  violating: {
    'R13.risk_assessed': [{ risk_assessed: 'N', risk_assessed_date: null }],
    'R13.risk_assessed_date_given': [{ risk_assessed_date: null }],
    'R13.assessment_said': [{ risk_assessed: 'N' }],
    'R13.assessed_before_start': [{ risk_assessed_date: '2026-04-02' }],
    'R13.in_review_scope_given': [{ in_review_scope: null }],
    'R13.activity_scope_given': [{ activity_scope: null }],
    'R13.listed_in_scope': [{ list_item: 'list_4_bci', in_review_scope: 'N' }],
    'R13.approval_review_id_given': [
      { approval_review_id: null },
      { approval_review_id: null, project_status: 'completed' }
    ],
    'R13.none_stands_alone': [{ sensitive_fields: 'medicine;none' }],
    'R13.managing_dept_given': [{ managing_dept: null }],
    'R13.ends_after_start': [{ end_date: '2026-03-31' }],
    'R13.start_date_given': [{ start_date: null }],
    'R13.commitment_signed_date_given': [{ commitment_signed_date: null }],
    'R13.committed_before_approval': [{ commitment_signed_date: '2026-03-11' }],
    'R13.lead_committed': [
      { pi_commitment_signed: 'N', in_review_scope: 'N' },
      { pi_commitment_signed: 'N', funding_kind: 'self_funded' }
    ],
    'R13.corrected_within_found': [{ issues_corrected_ytd: '1' }],
    'R13.oldest_open_issue_date_given': [{ issues_found_ytd: '2', issues_corrected_ytd: '1' }],
    'R13.release_said': [{ release_date: '2026-08-01' }]
  },
  holding: [
    {
      project_status: 'planned',
      start_date: null,
      end_date: null,
      approved_project_date: null,
      commitment_signed_date: null,
      approval_review_id: null,
      pi_commitment_signed: 'N'
    },
    { in_review_scope: 'N', activity_scope: null, approval_review_id: null },
    { risk_assessed_date: '2026-04-01', commitment_signed_date: '2026-03-10', end_date: '2026-04-01' },
    {
      funding_kind: 'self_funded',
      project_level: 'institution',
      managing_dept: null,
      commitment_signed_date: '2026-05-01',
      in_review_scope: 'N',
      pi_commitment_signed: 'N'
    },
    { list_item: 'list_4_bci', risk_level: 'high' },
    { issues_found_ytd: '2', issues_corrected_ytd: '1', oldest_open_issue_date: '2026-06-01' },
    { issues_found_ytd: '2', issues_corrected_ytd: '2' },
    { sensitive_release: 'Y', release_date: '2026-09-01' },
    { project_status: 'terminated', start_date: null, end_date: null, approval_review_id: null },
    { sensitive_fields: 'none' }
  ]
};
