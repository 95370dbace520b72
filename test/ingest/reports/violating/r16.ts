import type { Texts } from '../typed-table.ts';
import type { RowsOf } from '../violating.ts';

const open: Texts = { resolved_at: null, final_report_date: null, incident_status: 'ongoing' };

export const r16: RowsOf = {
  violating: {
    'R16.reported_after_found': [{ first_reported_at: '2026-07-02T08:29+08:00' }],
    'R16.resolved_after_found': [{ resolved_at: '2026-07-02T08:29+08:00' }],
    'R16.final_report_after_end': [
      { final_report_date: '2026-07-04' },
      { ...open, final_report_date: '2026-07-15' }
    ],
    'R16.serious_suspended': [
      { incident_level: 'level_1', activity_suspended: 'N' },
      { incident_level: 'level_2', activity_suspended: 'N' }
    ],
    'R16.resolved_at_given': [{ resolved_at: null }, { resolved_at: null, incident_status: 'closed' }],
    'R16.final_report_date_given': [{ final_report_date: null, incident_status: 'closed' }],
    'R16.status_follows_end': [{ incident_status: 'ongoing' }]
  },
  holding: [
    open,
    { ...open, incident_status: 'contained', activity_suspended: 'N', plan_activated_at: null },
    { first_reported_at: '2026-07-02T08:30+08:00', final_report_date: '2026-07-05' },
    { incident_status: 'closed', incident_level: 'level_1' },
    { final_report_date: null, project_id: null, rectification_id: null }
  ]
};
