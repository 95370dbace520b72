import type { RowsOf } from '../violating.ts';

export const r12: RowsOf = {
  violating: {
    'R12.one_organiser': [{ institution_uscc: null }, { organizer_dept: 'propaganda_dept' }],
    'R12.partners_are_codes': [
      { partner_usccs: '91210112MA00000311' },
      { partner_usccs: '91210112MA00000310;示例学会（虚构）' },
      { partner_usccs: '91210112MA00000310,12210100000000019C' }
    ],
    'R12.partners_are_others': [{ partner_usccs: '91210112MA00000310;12210100000000019C' }]
  },
  holding: [
    { institution_uscc: null, organizer_dept: 'propaganda_dept', event_kind: 'media_programme' },
    { institution_uscc: null, organizer_dept: 'sci_tech_association', partner_usccs: '12210100000000019C' },
    { partner_usccs: null },
    { offline_attendance: '0', online_reach: '0', media_reports: '0' }
  ]
};
