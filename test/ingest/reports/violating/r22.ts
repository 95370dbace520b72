import type { Texts } from '../typed-table.ts';
import type { RowsOf } from '../violating.ts';

const selfCheck: Texts = {
  publicity_kind: 'self_check',
  organizer_dept: null,
  institution_uscc: '12210100000000019C',
  covered_usccs: null,
  attendees: '0'
};

export const r22: RowsOf = {
  violating: {
    'R22.institution_uscc_given': [{ publicity_kind: 'self_check' }],
    'R22.organizer_dept_given': [
      { organizer_dept: null },
      { publicity_kind: 'guideline_release', organizer_dept: null },
      { publicity_kind: 'qa_material', organizer_dept: null, institution_uscc: '12210100000000019C' }
    ],
    'R22.covered_usccs_given': [{ covered_usccs: null }],
    'R22.covered_are_codes': [{ covered_usccs: '12210100000000019C;12210100000000019D' }],
    'R22.check_items_given': [{ ...selfCheck, check_items: null }],
    'R22.nonconformities_given': [{ ...selfCheck, nonconformities: null, nonconformities_fixed: null }],
    'R22.nonconformities_within': [{ nonconformities: '41' }],
    'R22.nonconformities_fixed_given': [{ nonconformities_fixed: null }],
    'R22.fixed_within': [{ nonconformities_fixed: '4' }]
  },
  holding: [
    selfCheck,
    { ...selfCheck, nonconformities: '0', nonconformities_fixed: null },
    { ...selfCheck, nonconformities: '40', nonconformities_fixed: '40' },
    { check_items: null, nonconformities: null, nonconformities_fixed: null },
    { publicity_kind: 'qa_material', covered_usccs: null, attendees: '0' },
    { covered_usccs: '12210100000000019C;91210112MA00000310' }
  ]
};
