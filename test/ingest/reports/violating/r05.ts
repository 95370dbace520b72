import type { Texts } from '../typed-table.ts';
import type { RowsOf } from '../violating.ts';

const changed: Texts = {
  risk_changed: 'Y',
  change_date: '2026-08-03',
  change_reported_date: '2026-08-05',
  followup_decision: 'continue_modified'
};

export const r05: RowsOf = {
  violating: {
    'R05.protocol_changed_given': [{ protocol_changed: null }],
    'R05.risk_changed_given': [{ risk_changed: null }],
    'R05.followup_decision_given': [{ followup_decision: null }],
    'R05.decision_dated': [{ completed_at: null }],
    'R05.change_date_given': [
      { ...changed, change_date: null },
      { ...changed, risk_changed: null, protocol_changed: 'Y', change_date: null }
    ],
    'R05.change_reported_date_given': [{ ...changed, change_reported_date: null }],
    'R05.change_said': [{ change_date: '2026-08-03' }],
    'R05.reported_after_change': [{ ...changed, change_reported_date: '2026-08-02' }],
    'R05.risk_assessed_anew': [{ ...changed, followup_decision: 'continue' }]
  },
  holding: [
    { completed_at: null, protocol_changed: null, risk_changed: null, followup_decision: null },
    { ...changed, completed_at: null, followup_decision: null },
    { ...changed, change_reported_date: '2026-08-03' },
    { ...changed, followup_decision: 'rereview' },
    { ...changed, risk_changed: 'N', protocol_changed: 'Y', followup_decision: 'continue' },
    { completed_at: '2026-11-08', issues_found: '2' }
  ]
};
