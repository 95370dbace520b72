/** For each check, changes to the example row of its report that break it. */
import type { Texts } from './typed-table.ts';

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
const substantiated: Texts = {
  investigation_closed_date: '2026-09-01',
  case_conclusion: 'substantiated',
  violation_severity: 'minor',
  case_status: 'concluded'
};

export const violating: Record<string, readonly Texts[]> = {
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
  ],

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
  'R02.annual_list_report_by_march': [{ annual_list_report_date: '2026-04-01' }],

  'R04.accepted_after_applied': [{ accepted_at: '2026-09-01T09:09+08:00' }],
  'R04.decided_after_accepted': [
    { decision_at: '2026-09-01T14:59+08:00' },
    { accepted_at: null, decision_at: '2026-09-01T09:09+08:00' }
  ],
  'R04.delivered_after_decided': [{ delivered_at: '2026-09-19' }, { decision: 'pending', decision_at: null }],
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
  'R04.meeting_given': [{ meeting_date: null }, { ...emergency, meeting_date: null }],
  'R04.quorum': [{ attending_count: '4', consent_votes: '4' }, { attending_count: null }],
  'R04.categories_attending': [
    { attending_categories: 'sci_tech_peer;law' },
    { attending_categories: 'ethics;law' },
    { attending_categories: 'sci_tech_peer;ethics' },
    { attending_categories: null }
  ],
  'R04.genders_attending': [{ attending_both_genders: 'N' }, { attending_both_genders: null }],
  'R04.external_attending': [{ attending_has_external: 'N' }, { attending_has_external: null }],
  'R04.votes_given': [{ consent_votes: null }],
  'R04.two_thirds': [
    { attending_count: '7', consent_votes: '4' },
    { attending_count: '5', consent_votes: '3', regime: 'ai_2026' }
  ],
  'R04.simplified_ground_given': [{ ...simplified, simplified_basis: null }],
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
  ],

  'R08.due_after_issued': [{ due_date: '2026-10-12' }],
  'R08.extended_after_due': [{ is_extended: 'Y', extended_due_date: '2026-11-02' }],
  'R08.extended_date_given': [{ is_extended: 'Y' }],
  'R08.extension_said': [{ extended_due_date: '2026-11-10' }],
  'R08.extension_no_longer': [{ is_extended: 'Y', extended_due_date: '2026-11-24' }],
  'R08.submitted_after_issued': [{ report_submitted_date: '2026-10-11' }],
  'R08.accepted_after_submitted': [
    { accepted_date: '2026-10-29', acceptance_result: 'passed' },
    { accepted_date: '2026-10-11', acceptance_result: 'passed', report_submitted_date: null }
  ],
  'R08.accepted_with_report': [
    { accepted_date: '2026-11-05', acceptance_result: 'passed', report_submitted_date: null }
  ],
  'R08.result_given': [{ accepted_date: '2026-11-05' }],
  'R08.result_dated': [{ acceptance_result: 'passed' }],
  'R08.submitted_dated': [{ report_submitted_date: null }],
  'R08.status_follows_report': [{ rect_status: 'open' }],
  'R08.closed_by_acceptance': [
    { rect_status: 'closed' },
    { rect_status: 'closed', accepted_date: '2026-11-05', acceptance_result: 'failed' }
  ],
  'R08.alert_named': [{ alert_rule_id: null }],
  'R08.major_escalated': [{ is_major: 'Y' }],

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
  ],

  'R21.trained_plausible': [{ staff_trained_ytd: '1306' }],
  'R21.hires_trained_within': [{ new_hires_trained_ytd: '53' }],
  'R21.events_within': [{ academic_events_with_ethics: '19' }],
  'R21.review_dated': [{ leadership_review_date: null }],
  'R21.review_said': [{ leadership_risk_review: 'N' }],
  'R21.review_in_period': [{ leadership_review_date: '2026-06-30' }, { leadership_review_date: '2025-08-18' }]
};

/** Changes that are lawful and complete: no check may say anything. */
export const holding: Record<string, readonly Texts[]> = {
  R01: [
    { sensitive_fields: 'none', sensitive_involved: 'N' },
    { institution_kind: 'medical_institution', student_count: null },
    { has_research_tasks: 'N', research_staff_count: null },
    { institution_status: 'dissolved', valid_to: '2024-01-01' },
    { institution_kind: 'enterprise', institution_uscc: '91210112MA00000310', student_count: null }
  ],
  R02: [
    { platform_registered_date: null, platform_reg_no: null },
    { regimes: 'most_2023', health_filed_date: null },
    { member_count: '7' },
    { annual_report_date: '2026-03-31' },
    { annual_report_date: null, annual_list_report_date: null, has_simplified_sop: null }
  ],
  R04: [
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
  ],
  R08: [
    { rect_status: 'open', report_submitted_date: null },
    { is_extended: 'Y', extended_due_date: '2026-11-23' },
    { rect_status: 'closed', accepted_date: '2026-11-05', acceptance_result: 'passed_conditional' },
    { rect_status: 'returned', accepted_date: '2026-11-05', acceptance_result: 'failed' },
    { rect_source: 'dept_inspection', alert_rule_id: null },
    { is_major: 'Y', escalated_meeting_date: '2026-10-20' }
  ],
  R09: [
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
  ],
  R21: [
    { staff_trained_ytd: '1305' },
    { leadership_risk_review: 'N', leadership_review_date: null },
    {
      new_hires_ytd: '0',
      new_hires_trained_ytd: '0',
      academic_events: '0',
      academic_events_with_ethics: '0'
    },
    { leadership_review_date: '2026-09-30' }
  ]
};
