import type { RowsOf } from '../violating.ts';

export const r10: RowsOf = {
  violating: {
    'R10.one_organiser': [{ institution_uscc: null }, { organizer_dept: 'scitech_bureau' }],
    'R10.first_time_within': [{ attendees_staff_first_ytd: '121' }],
    'R10.attendees_new_hires_given': [{ attendees_new_hires: null }],
    'R10.assessed_within': [
      { assessed_count: '156' },
      { training_kind: 'student', attendees_new_hires: null, assessed_count: '121' }
    ],
    'R10.passed_within': [{ passed_count: '121' }]
  },
  holding: [
    { institution_uscc: null, organizer_dept: 'scitech_bureau' },
    { training_kind: 'manager', attendees_new_hires: null },
    { attendees_staff_first_ytd: '120', passed_count: '120' },
    {
      training_kind: 'committee_member',
      attendees_members: '9',
      attendees_students: '6',
      assessed_count: '135'
    },
    { assessed_count: '0', passed_count: '0' }
  ]
};
