import type { Texts } from '../typed-table.ts';
import type { RowsOf } from '../violating.ts';

const undecided: Texts = {
  final_decision: null,
  final_decision_date: null,
  activity_start_date: null,
  platform_registered_date: null,
  activity_status: 'planned'
};
const pending: Texts = {
  ...undecided,
  rereview_opinion: 'pending',
  rereview_expert_count: null,
  rereview_agree_votes: null,
  rereview_feedback_date: null
};

export const r06: RowsOf = {
  violating: {
    'R06.item_listed': [{ list_item: 'none' }],
    'R06.exempt_document_given': [{ rereview_exempt_basis: 'admin_approval' }],
    'R06.rereview_applied_date_given': [{ rereview_applied_date: null }],
    'R06.rereview_opinion_given': [{ rereview_opinion: null }],
    'R06.rereview_expert_count_given': [{ rereview_expert_count: null }],
    'R06.rereview_agree_votes_given': [{ rereview_agree_votes: null }],
    'R06.rereview_feedback_date_given': [{ rereview_feedback_date: null }],
    'R06.five_experts': [{ rereview_expert_count: '4', rereview_agree_votes: '4' }],
    'R06.votes_within_experts': [{ rereview_agree_votes: '8' }],
    'R06.two_thirds': [{ rereview_agree_votes: '4' }],
    'R06.feedback_after_application': [{ rereview_feedback_date: '2026-07-31' }],
    'R06.pending_has_no_feedback': [{ rereview_opinion: 'pending' }],
    'R06.decision_dated': [
      { final_decision_date: null },
      { final_decision_date: null, final_decision: 'withdrawn' }
    ],
    'R06.decision_given': [{ final_decision: null }, { final_decision: 'pending' }],
    'R06.decided_after_feedback': [{ final_decision_date: '2026-08-27' }],
    'R06.decided_as_opined': [
      { rereview_opinion: 'disagree' },
      { rereview_opinion: 'disagree', final_decision: 'approved_after_revision' }
    ],
    'R06.started_after_decision': [{ activity_start_date: '2026-09-01' }],
    'R06.activity_start_date_given': [{ activity_start_date: null }],
    'R06.registered_after_decision': [{ platform_registered_date: '2026-09-01' }]
  },
  holding: [
    pending,
    {
      ...pending,
      rereview_exempt_basis: 'admin_approval',
      exempt_document: '药物临床试验批准通知书',
      rereview_applied_date: null,
      rereview_opinion: null
    },
    { ...undecided, rereview_opinion: 'disagree', rereview_agree_votes: '2', final_decision: 'pending' },
    {
      ...undecided,
      rereview_opinion: 'disagree',
      final_decision: 'disapproved',
      final_decision_date: '2026-09-02'
    },
    { rereview_expert_count: '6', rereview_agree_votes: '4' },
    { rereview_expert_count: '5', rereview_agree_votes: '5', activity_start_date: '2026-09-02' },
    { ...undecided, activity_start_date: '2027-01-01' },
    { rereview_feedback_date: '2026-08-01', platform_registered_date: '2026-09-02' }
  ]
};
