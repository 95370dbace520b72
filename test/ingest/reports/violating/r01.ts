import type { RowsOf } from '../violating.ts';

export const r01: RowsOf = {
  violating: {
    'R01.none_stands_alone': [{ sensitive_fields: 'none;medicine' }],
    'R01.sensitive_said': [{ sensitive_involved: 'N' }],
    'R01.sensitive_named': [{ sensitive_fields: 'none' }],
    'R01.staff_given': [{ research_staff_count: null }],
    'R01.students_given': [{ student_count: null }],
    'R01.rules_given': [{ internal_rules: null }],
    'R01.ends_after_begin': [{ valid_to: '2023-12-31' }],
    'R01.end_given': [{ institution_status: 'dissolved' }, { institution_status: 'expired' }],
    'R01.uscc_body': [{ institution_uscc: '122101000000000187' }],
    'R01.uscc_kind': [
      { institution_kind: 'enterprise' },
      { institution_uscc: '91210112MA00000310' },
      { institution_kind: 'sci_tech_society', institution_uscc: '91210112MA00000310' }
    ]
  },
  holding: [
    { sensitive_fields: 'none', sensitive_involved: 'N' },
    { institution_kind: 'medical_institution', student_count: null },
    { has_research_tasks: 'N', research_staff_count: null },
    { institution_status: 'dissolved', valid_to: '2024-01-01' },
    { institution_kind: 'enterprise', institution_uscc: '91210112MA00000310', student_count: null }
  ]
};
