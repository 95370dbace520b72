/**
 * Truths about one row of R09. Limits of 15 working days and 6 months are parameters with dates, counted on the
 * calendar: rules ask them.
 */
import type { Check } from '../declare.ts';

const order = [
  {
    id: 'R09.decided_after_received',
    level: 'reject',
    fields: ['accept_decision_date', 'received_date'],
    holds: 'accept_decision_date >= received_date',
    says: { zh: '受理决定日早于收到日期。', en: 'Decided on before it was received.' },
    remedy: { zh: '核对两个日期。', en: 'Check both dates.' },
    basis: 'D'
  },
  {
    id: 'R09.due_after_decided',
    level: 'reject',
    fields: ['investigation_due_date', 'accept_decision_date', 'received_date'],
    holds: 'investigation_due_date >= coalesce(accept_decision_date, received_date)',
    says: { zh: '调查期限日早于受理决定日（收到日期）。', en: 'Due before it was accepted (received).' },
    remedy: { zh: '核对调查期限日。', en: 'Check the due date.' },
    basis: 'D'
  },
  {
    id: 'R09.extended_after_due',
    level: 'reject',
    fields: ['extended_due_date', 'investigation_due_date'],
    holds: 'extended_due_date > investigation_due_date',
    says: { zh: '延长后期限日不晚于原调查期限日。', en: 'Extended to no later than its due date.' },
    remedy: { zh: '核对延长后期限日。', en: 'Check the extended date.' },
    basis: 'D'
  },
  {
    id: 'R09.ended_after_begun',
    level: 'reject',
    fields: ['investigation_closed_date', 'accept_decision_date', 'received_date'],
    holds: 'investigation_closed_date >= coalesce(accept_decision_date, received_date)',
    says: {
      zh: '调查结束日早于受理决定日（收到日期）。',
      en: 'The investigation ended before acceptance (receipt).'
    },
    remedy: { zh: '核对调查结束日。', en: 'Check the date it ended.' },
    basis: 'D'
  },
  {
    id: 'R09.sanction_after_received',
    level: 'reject',
    fields: ['sanction_date', 'received_date'],
    holds: 'sanction_date >= received_date',
    says: { zh: '处理决定日早于收到日期。', en: 'Sanctioned before it was received.' },
    remedy: { zh: '核对处理决定日。', en: 'Check the date of the sanction.' },
    basis: 'D'
  },
  {
    id: 'R09.completed_after_sanction',
    level: 'reject',
    fields: ['sanction_completed_date', 'sanction_date'],
    holds: 'sanction_completed_date >= sanction_date',
    says: { zh: '处理执行完毕日早于处理决定日。', en: 'Carried out before it was decided.' },
    remedy: { zh: '核对两个日期。', en: 'Check both dates.' },
    basis: 'D'
  },
  {
    id: 'R09.closed_after_investigation',
    level: 'reject',
    fields: ['closed_date', 'investigation_closed_date', 'received_date'],
    holds: 'closed_date >= coalesce(investigation_closed_date, received_date)',
    says: {
      zh: '结案日早于调查结束日（收到日期）。',
      en: 'Closed before the investigation ended (receipt).'
    },
    remedy: { zh: '核对结案日。', en: 'Check the date of closing.' },
    basis: 'D'
  }
] as const satisfies readonly Check[];

const completeness = [
  {
    id: 'R09.decision_dated',
    level: 'remark',
    fields: ['accept_decision_date', 'accept_decision'],
    holds: 'accept_decision is null or accept_decision_date is not null',
    says: { zh: '已作受理决定，未填决定日。', en: 'A decision on acceptance without its date.' },
    remedy: { zh: '补填受理决定日。', en: 'Give the date.' },
    basis: '《科研失信行为调查处理规则》受理时限'
  },
  {
    id: 'R09.decision_given',
    level: 'remark',
    fields: ['accept_decision', 'accept_decision_date'],
    holds: 'accept_decision_date is null or accept_decision is not null',
    says: { zh: '已填受理决定日，未填是否受理。', en: 'A date of decision without the decision.' },
    remedy: { zh: '补填是否受理。', en: 'Give the decision.' },
    basis: '《科研失信行为调查处理规则》受理时限'
  },
  {
    id: 'R09.due_given',
    level: 'remark',
    fields: ['investigation_due_date', 'accept_decision'],
    holds: "accept_decision <> 'accepted' or investigation_due_date is not null",
    says: { zh: '已受理，未填调查期限日。', en: 'Accepted without a due date of the investigation.' },
    remedy: { zh: '补填调查期限日（受理日起6个月）。', en: 'Give it: six months from acceptance.' },
    basis: '《科研失信行为调查处理规则》调查时限'
  },
  {
    id: 'R09.extended_six_months',
    level: 'remark',
    fields: ['extended_due_date', 'investigation_due_date'],
    holds: 'extended_due_date <= investigation_due_date + interval 6 month',
    says: { zh: '延长超过6个月。', en: 'Extended by more than six months.' },
    remedy: { zh: '核对延长后期限日。', en: 'Check the extended date.' },
    basis: '《科研失信行为调查处理规则》调查时限'
  },
  {
    id: 'R09.conclusion_dated',
    level: 'remark',
    fields: ['investigation_closed_date', 'case_conclusion'],
    holds: 'case_conclusion is null or investigation_closed_date is not null',
    says: {
      zh: '已有结论，未填调查结束日，仍按调查中统计。',
      en: 'A conclusion without the end of the investigation: it still runs.'
    },
    remedy: { zh: '补填调查结束日。', en: 'Give the date it ended.' },
    basis: 'D'
  },
  {
    id: 'R09.gravity_given',
    level: 'remark',
    fields: ['violation_severity', 'case_conclusion'],
    holds: "case_conclusion <> 'substantiated' or violation_severity is not null",
    says: { zh: '查实案件未填情节。', en: 'Substantiated without its gravity.' },
    remedy: { zh: '补填情节。', en: 'Give the gravity.' },
    basis: '办法第四十七条、第四十八条'
  },
  {
    id: 'R09.sanctions_named',
    level: 'remark',
    fields: ['sanction_kinds', 'sanction_date'],
    holds: 'sanction_date is null or coalesce(length(sanction_kinds), 0) > 0',
    says: { zh: '已填处理决定日，未填处理措施。', en: 'A date of sanction without its kind.' },
    remedy: { zh: '补选处理措施。', en: 'Choose the sanctions.' },
    basis: 'D'
  },
  {
    id: 'R09.sanction_dated',
    level: 'remark',
    fields: ['sanction_date', 'sanction_kinds', 'sanction_completed_date'],
    holds:
      'sanction_date is not null or (sanction_completed_date is null and coalesce(length(sanction_kinds), 0) = 0)',
    says: { zh: '已填处理措施或执行完毕日，未填处理决定日。', en: 'A sanction without its date.' },
    remedy: { zh: '补填处理决定日。', en: 'Give the date.' },
    basis: '市措施二（三）9'
  }
] as const satisfies readonly Check[];

const consistency = [
  {
    id: 'R09.investigator_independent',
    level: 'remark',
    fields: ['investigator_kind', 'unit_or_head_suspected'],
    holds: "not unit_or_head_suspected or investigator_kind <> 'institution'",
    says: {
      zh: '单位或其负责人涉嫌违规，调查主体仍为本单位。',
      en: 'The institution investigates itself or its head.'
    },
    remedy: {
      zh: '移交上级主管部门调查；没有主管部门的，报省级科技行政部门。',
      en: 'Hand it to the superior department, or to the provincial authority where there is none.'
    },
    basis: '办法第四十九条'
  },
  {
    id: 'R09.not_sanctioned_unproven',
    level: 'remark',
    fields: ['sanction_kinds', 'case_conclusion'],
    holds: "case_conclusion <> 'unsubstantiated' or coalesce(length(sanction_kinds), 0) = 0",
    says: { zh: '结论为未查实，但填了处理措施。', en: 'Unsubstantiated, yet with sanctions.' },
    remedy: { zh: '核对结论和处理措施。', en: 'Check both.' },
    basis: 'D'
  },
  {
    id: 'R09.status_not_accepted',
    level: 'remark',
    fields: ['case_status', 'accept_decision'],
    holds:
      "(coalesce(accept_decision, '') = 'not_accepted') = (case_status = 'not_accepted') or case_status = 'closed'",
    says: { zh: '案件状态与受理决定不一致。', en: 'The status does not suit the decision on acceptance.' },
    remedy: { zh: '核对是否受理和案件状态。', en: 'Check both.' },
    basis: 'D'
  },
  {
    id: 'R09.status_investigated',
    level: 'remark',
    fields: ['accept_decision', 'case_status'],
    holds: "case_status <> 'investigating' or coalesce(accept_decision = 'accepted', false)",
    says: { zh: '状态为“调查中”，没有受理决定。', en: 'Under investigation without having been accepted.' },
    remedy: { zh: '补填是否受理和受理决定日。', en: 'Give the decision and its date.' },
    basis: 'D'
  },
  {
    id: 'R09.status_concluded',
    level: 'remark',
    fields: ['case_conclusion', 'case_status'],
    holds: "case_status not in ('concluded', 'sanctioned') or case_conclusion is not null",
    says: { zh: '状态为已结论或已处理，未填结论。', en: 'Concluded or sanctioned without a conclusion.' },
    remedy: { zh: '补填结论。', en: 'Give the conclusion.' },
    basis: 'D'
  },
  {
    id: 'R09.status_closed',
    level: 'remark',
    fields: ['closed_date', 'case_status'],
    holds:
      "case when closed_date is null then case_status <> 'closed' else case_status in ('closed', 'appealed', 'transferred_out', 'not_accepted') end",
    says: { zh: '案件状态与结案日不一致。', en: 'Status and date of closing do not agree.' },
    remedy: {
      zh: '已结案的填结案日，未结案的清空结案日。',
      en: 'Give the date if it is closed, clear it if not.'
    },
    basis: 'D'
  },
  {
    id: 'R09.transfer_said',
    level: 'remark',
    fields: ['transferred', 'accept_decision', 'case_status', 'sanction_kinds'],
    holds: `transferred or not (coalesce(accept_decision, '') = 'transferred_out' or case_status = 'transferred_out'
      or coalesce(list_contains(sanction_kinds, 'transfer_judicial'), false))`,
    says: { zh: '其他栏目已表明移送，“是否移送”填为否。', en: 'Other columns say that it was transferred.' },
    remedy: { zh: '核实后更正。', en: 'Check and correct.' },
    basis: 'D'
  }
] as const satisfies readonly Check[];

export const checks = [...order, ...completeness, ...consistency] as const satisfies readonly Check[];
