import type { Texts } from '../typed-table.ts';
import type { RowsOf } from '../violating.ts';

const simplified: Texts = {
  procedure_kind: 'simplified',
  simplified_basis: 'minimal_risk',
  simplified_reviewer_count: '2',
  converted_to_meeting: 'N'
};

const emergency: Texts = {
  procedure_kind: 'emergency',
  emergency_reason: '突发公共事件',
  emergency_level: 'e2'
};

export const r04: RowsOf = {
  violating: {
    'R04.accepted_after_applied': [{ accepted_at: '2026-09-01T09:09+08:00' }],
    'R04.decided_after_accepted': [
      { decision_at: '2026-09-01T14:59+08:00' },
      { accepted_at: null, decision_at: '2026-09-01T09:09+08:00' }
    ],
    'R04.delivered_after_decided': [
      { delivered_at: '2026-09-19' },
      { decision: 'pending', decision_at: null }
    ],
    'R04.pending_has_no_time': [{ decision: 'pending' }],
    'R04.decision_has_time': [{ decision_at: null }, { decision: 'withdrawn', decision_at: null }],
    'R04.valid_after_decided': [{ approval_valid_to: '2026-09-19' }],
    'R04.extended_after_accepted': [{ is_extended: 'Y', extended_due_date: '2026-08-31' }],
    'R04.accepted_before_decided': [{ accepted_at: null }],
    'R04.extended_limit_given': [{ is_extended: 'Y', extension_reason: '材料复杂' }],
    'R04.extension_reason_given': [{ is_extended: 'Y', extended_due_date: '2026-11-01' }],
    'R04.extended_beyond_limit': [{ is_extended: 'Y', extended_due_date: '2026-10-01' }],
    'R04.one_notice': [{ supplement_notices: '2' }],
    'R04.votes_within_attending': [{ consent_votes: '8' }],
    'R04.meeting_date_given': [{ meeting_date: null }, { ...emergency, meeting_date: null }],
    'R04.quorum': [{ attending_count: '4', consent_votes: '4' }, { attending_count: null }],
    'R04.categories_attending': [
      { attending_categories: 'sci_tech_peer;law' },
      { attending_categories: 'ethics;law' },
      { attending_categories: 'sci_tech_peer;ethics' },
      { attending_categories: null }
    ],
    'R04.genders_attending': [{ attending_both_genders: 'N' }, { attending_both_genders: null }],
    'R04.external_attending': [{ attending_has_external: 'N' }, { attending_has_external: null }],
    'R04.consent_votes_given': [{ consent_votes: null }],
    'R04.two_thirds': [
      { attending_count: '7', consent_votes: '4' },
      { attending_count: '5', consent_votes: '3', regime: 'ai_2026' }
    ],
    'R04.simplified_basis_given': [{ ...simplified, simplified_basis: null }],
    'R04.simplified_reviewers': [
      { ...simplified, simplified_reviewer_count: '1' },
      { ...simplified, simplified_reviewer_count: null }
    ],
    'R04.simplified_conversion': [
      { ...simplified, converted_to_meeting: null },
      { ...simplified, decision: 'disapproved' }
    ],
    'R04.simplified_not_listed': [{ ...simplified, list_item: 'list_4_bci' }],
    'R04.exempt_by_nhc': [{ procedure_kind: 'exempt' }],
    'R04.listed_by_experts': [{ list_item: 'list_4_bci' }],
    'R04.emergency_reason_given': [{ ...emergency, emergency_reason: null }],
    'R04.emergency_level_given': [{ ...emergency, emergency_level: null }],
    'R04.emergency_expert': [
      { ...emergency, attending_has_domain_expert: 'N' },
      { ...emergency, attending_has_domain_expert: null }
    ]
  },
  holding: [
    {
      ...simplified,
      meeting_date: null,
      attending_count: null,
      attending_categories: null,
      consent_votes: null
    },
    { ...simplified, decision: 'disapproved', converted_to_meeting: 'Y' },
    emergency,
    {
      accepted_at: null,
      meeting_date: null,
      attending_count: null,
      consent_votes: null,
      decision: 'pending',
      decision_at: null,
      delivered_at: null,
      approval_valid_to: null
    },
    { decision: 'withdrawn', meeting_date: null, attending_count: null, delivered_at: null },
    { is_extended: 'Y', extended_due_date: '2026-10-20', extension_reason: '需补充论证' },
    { attending_count: '6', consent_votes: '4' },
    { regime: 'nhc_2023', attending_count: '9', consent_votes: '5' },
    { list_item: 'list_4_bci', procedure_kind: 'expert_rereview' },
    { regime: 'nhc_2023', procedure_kind: 'exempt' },
    { delivered_at: '2026-09-20' }
  ]
};
