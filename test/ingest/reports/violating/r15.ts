import type { RowsOf } from '../violating.ts';

export const r15: RowsOf = {
  violating: {
    'R15.monitored_in_period': [{ monitor_date: '2026-10-01' }, { monitor_date: '2025-09-28' }],
    'R15.emergency_plan': [{ has_emergency_plan: 'N' }],
    'R15.drill_within_year': [{ last_drill_date: '2025-09-27' }],
    'R15.measures_taken_given': [{ warning_raised: 'Y' }]
  },
  holding: [
    { monitor_date: '2026-09-01', last_drill_date: '2025-09-01' },
    { last_drill_date: null },
    { warning_raised: 'Y', measures_taken: '暂停招募，重新签署知情同意书' },
    { assessed_risk_level: 'extreme', risk_trend: 'up', control_status: 'ineffective' }
  ]
};
