import type { RowsOf } from '../violating.ts';

export const r08: RowsOf = {
  violating: {
    'R08.due_after_issued': [{ due_date: '2026-10-12' }],
    'R08.extended_after_due': [{ is_extended: 'Y', extended_due_date: '2026-11-02' }],
    'R08.extended_date_given': [{ is_extended: 'Y' }],
    'R08.extension_said': [{ extended_due_date: '2026-11-10' }],
    'R08.extension_no_longer': [{ is_extended: 'Y', extended_due_date: '2026-11-24' }],
    'R08.submitted_after_issued': [{ report_submitted_date: '2026-10-11' }],
    'R08.accepted_after_submitted': [
      { accepted_date: '2026-10-29', acceptance_result: 'passed' },
      { accepted_date: '2026-10-11', acceptance_result: 'passed', report_submitted_date: null }
    ],
    'R08.accepted_with_report': [
      { accepted_date: '2026-11-05', acceptance_result: 'passed', report_submitted_date: null }
    ],
    'R08.result_given': [{ accepted_date: '2026-11-05' }],
    'R08.result_dated': [{ acceptance_result: 'passed' }],
    'R08.submitted_dated': [{ report_submitted_date: null }],
    'R08.status_follows_report': [{ rect_status: 'open' }],
    'R08.closed_by_acceptance': [
      { rect_status: 'closed' },
      { rect_status: 'closed', accepted_date: '2026-11-05', acceptance_result: 'failed' }
    ],
    'R08.alert_named': [{ alert_rule_id: null }],
    'R08.major_escalated': [{ is_major: 'Y' }]
  },
  holding: [
    { rect_status: 'open', report_submitted_date: null },
    { is_extended: 'Y', extended_due_date: '2026-11-23' },
    { rect_status: 'closed', accepted_date: '2026-11-05', acceptance_result: 'passed_conditional' },
    { rect_status: 'returned', accepted_date: '2026-11-05', acceptance_result: 'failed' },
    { rect_source: 'dept_inspection', alert_rule_id: null },
    { is_major: 'Y', escalated_meeting_date: '2026-10-20' }
  ]
};
