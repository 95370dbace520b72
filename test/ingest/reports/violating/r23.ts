import type { RowsOf } from '../violating.ts';

export const r23: RowsOf = {
  violating: {
    'R23.submitted_after_begin': [
      { submitted_date: '2026-06-30' },
      { submitted_date: '2025-10-20' },
      { period: '2026-Q4', submitted_date: '2026-09-30' }
    ],
    'R23.inspected_within': [{ inspected_count: '39' }],
    'R23.issued_within': [{ rectifications_issued: '6' }],
    'R23.duty_assigned': [{ duty_assigned: 'N' }],
    'R23.analysis_done': [{ analysis_done: 'N' }],
    'R23.submitted_date_given': [{ submitted_date: null }]
  },
  holding: [
    { submitted_date: '2026-07-01' },
    { period: '2026-Q4', submitted_date: '2027-01-20' },
    { period: '2026-Q1', submitted_date: '2026-01-01' },
    { inspected_count: '38' },
    { supervised_count: '0', inspected_count: '0', issues_found: '0', rectifications_issued: '0' }
  ]
};
