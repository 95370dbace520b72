import type { RowsOf } from '../violating.ts';

export const r24: RowsOf = {
  violating: {
    'R24.to_another': [{ to_dept: 'scitech_bureau' }],
    'R24.due_after_referred': [{ due_date: '2026-09-09' }],
    'R24.acknowledged_after_referred': [{ acknowledged_date: '2026-09-09' }],
    'R24.completed_after_referred': [{ acknowledged_date: null, completed_date: '2026-09-09' }],
    'R24.acknowledged_by_completion': [{ acknowledged_date: '2026-09-23' }],
    'R24.acknowledged_date_given': [{ acknowledged_date: null }]
  },
  holding: [
    { acknowledged_date: null, completed_date: null, related_id: null },
    { acknowledged_date: '2026-09-10', completed_date: '2026-09-10', due_date: '2026-09-10' },
    { completed_date: '2026-10-15' },
    { from_dept: 'other_dept', to_dept: 'other_dept' }
  ]
};
