import type { RowsOf } from '../violating.ts';

export const r20: RowsOf = {
  violating: {
    'R20.due_after_assigned': [{ due_date: '2026-07-15' }],
    'R20.completed_after_assigned': [{ action_status: 'done', completed_date: '2026-07-14' }],
    'R20.support_without_lead': [{ support_depts: 'scitech_bureau;education_bureau' }],
    'R20.completed_date_given': [{ action_status: 'done' }],
    'R20.status_follows_completion': [
      { completed_date: '2026-09-20' },
      { action_status: 'extended', extension_count: '1', completed_date: '2026-09-20' }
    ],
    'R20.extensions_counted': [{ action_status: 'extended' }]
  },
  holding: [
    { action_status: 'done', completed_date: '2026-07-15' },
    { action_status: 'done', completed_date: '2026-10-20' },
    { action_status: 'extended', extension_count: '1', due_date: '2026-12-31' },
    { action_status: 'not_started', support_depts: null },
    { lead_dept: 'other_dept', support_depts: 'other_dept' },
    { action_status: 'cancelled' }
  ]
};
