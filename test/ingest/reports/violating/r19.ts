import type { RowsOf } from '../violating.ts';

export const r19: RowsOf = {
  violating: {
    'R19.attended_within': [{ attended_units: '8' }],
    'R19.absent_no_more': [
      { absent_depts: 'education_bureau' },
      { attended_units: '6', absent_depts: 'education_bureau;health_commission' }
    ],
    'R19.absent_named': [{ attended_units: '6' }, { attended_units: '5', absent_depts: 'education_bureau' }],
    'R19.minutes_after_meeting': [{ minutes_issued_date: '2026-07-09' }]
  },
  holding: [
    { attended_units: '5', absent_depts: 'education_bureau;health_commission' },
    { invited_units: '9', attended_units: '7', absent_depts: 'other_dept;other_dept' },
    { minutes_issued_date: null },
    { minutes_issued_date: '2026-07-10' },
    { meeting_kind: 'liaison', resolution_count: '0', major_issue_count: '0' }
  ]
};
