import type { RowsOf } from '../violating.ts';

export const r02: RowsOf = {
  violating: {
    'R02.id_of_institution': [{ committee_id: 'C01' }, { committee_id: '0000027K-C01' }],
    'R02.registered_after_set_up': [{ platform_registered_date: '2024-03-14' }],
    'R02.registration_no_given': [{ platform_reg_no: null }],
    'R02.registration_date_given': [{ platform_registered_date: null }],
    'R02.health_filing_given': [{ health_filed_date: null }],
    'R02.seven_members': [{ member_count: '6' }],
    'R02.has_charter': [{ has_charter: 'N' }],
    'R02.has_coi_rule': [{ has_coi_rule: 'N' }],
    'R02.has_conf_archive_rule': [{ has_conf_archive_rule: 'N' }],
    'R02.has_emergency_rule': [{ has_emergency_rule: 'N' }],
    'R02.staff': [{ staff_count: '0' }],
    'R02.annual_report_by_march': [{ annual_report_date: '2026-04-01' }],
    'R02.annual_list_report_by_march': [{ annual_list_report_date: '2026-04-01' }]
  },
  holding: [
    { platform_registered_date: null, platform_reg_no: null },
    { regimes: 'most_2023', health_filed_date: null },
    { member_count: '7' },
    { annual_report_date: '2026-03-31' },
    { annual_report_date: null, annual_list_report_date: null, has_simplified_sop: null }
  ]
};
