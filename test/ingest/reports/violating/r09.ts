import type { Texts } from '../typed-table.ts';
import type { RowsOf } from '../violating.ts';

const substantiated: Texts = {
  investigation_closed_date: '2026-09-01',
  case_conclusion: 'substantiated',
  violation_severity: 'minor',
  case_status: 'concluded'
};

export const r09: RowsOf = {
  violating: {
    'R09.decided_after_received': [{ accept_decision_date: '2026-05-05' }],
    'R09.due_after_decided': [{ investigation_due_date: '2026-05-17' }],
    'R09.extended_after_due': [{ extended_due_date: '2026-11-18' }],
    'R09.ended_after_begun': [{ investigation_closed_date: '2026-05-17' }],
    'R09.sanction_after_received': [{ sanction_date: '2026-05-05' }],
    'R09.completed_after_sanction': [{ sanction_date: '2026-10-01', sanction_completed_date: '2026-09-30' }],
    'R09.closed_after_investigation': [
      { investigation_closed_date: '2026-09-01', closed_date: '2026-08-31' },
      { closed_date: '2026-05-05' }
    ],
    'R09.decision_dated': [{ accept_decision_date: null }],
    'R09.decision_given': [{ accept_decision: null }],
    'R09.due_given': [{ investigation_due_date: null }],
    'R09.extended_six_months': [{ extended_due_date: '2027-05-19' }],
    'R09.conclusion_dated': [{ ...substantiated, investigation_closed_date: null }],
    'R09.gravity_given': [{ ...substantiated, violation_severity: null }],
    'R09.sanctions_named': [{ ...substantiated, sanction_date: '2026-10-01' }],
    'R09.sanction_dated': [
      { ...substantiated, sanction_kinds: 'criticism' },
      { ...substantiated, sanction_completed_date: '2026-10-01' }
    ],
    'R09.investigator_independent': [{ unit_or_head_suspected: 'Y' }],
    'R09.not_sanctioned_unproven': [
      {
        ...substantiated,
        case_conclusion: 'unsubstantiated',
        sanction_kinds: 'criticism',
        sanction_date: '2026-10-01'
      }
    ],
    'R09.status_not_accepted': [
      { case_status: 'not_accepted' },
      { accept_decision: 'not_accepted' },
      { case_status: 'not_accepted', accept_decision: null, accept_decision_date: null }
    ],
    'R09.status_investigated': [{ accept_decision: null }, { accept_decision: 'transferred_out' }],
    'R09.status_concluded': [{ case_status: 'concluded' }, { case_status: 'sanctioned' }],
    'R09.status_closed': [{ case_status: 'closed' }, { closed_date: '2026-10-01' }],
    'R09.transfer_said': [
      { accept_decision: 'transferred_out' },
      { case_status: 'transferred_out' },
      { ...substantiated, sanction_kinds: 'transfer_judicial', sanction_date: '2026-10-01' }
    ]
  },
  holding: [
    {
      accept_decision: null,
      accept_decision_date: null,
      investigation_due_date: null,
      case_status: 'received'
    },
    { accept_decision: 'not_accepted', investigation_due_date: null, case_status: 'not_accepted' },
    { extended_due_date: '2027-05-18' },
    {
      ...substantiated,
      sanction_date: '2026-10-01',
      sanction_kinds: 'criticism',
      sanction_completed_date: '2026-10-20',
      closed_date: '2026-10-25',
      case_status: 'closed'
    },
    { unit_or_head_suspected: 'Y', investigator_kind: 'superior_dept' },
    { unit_or_head_suspected: null },
    { accept_decision: 'transferred_out', transferred: 'Y', case_status: 'transferred_out' }
  ]
};
