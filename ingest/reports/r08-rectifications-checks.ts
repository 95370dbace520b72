/** Truths about one row of R08. Whether it is overdue depends on the day: rules ask that. */
import type { Check } from '../declare.ts';

export const checks = [
  {
    id: 'R08.due_after_issued',
    level: 'reject',
    fields: ['due_date', 'issued_date'],
    holds: 'due_date > issued_date',
    says: { zh: '整改期限不晚于下达日期。', en: 'Due no later than it was issued.' },
    remedy: { zh: '核对下达日期和整改期限。', en: 'Check both dates.' },
    basis: '市措施三（二）'
  },
  {
    id: 'R08.extended_after_due',
    level: 'reject',
    fields: ['extended_due_date', 'due_date'],
    holds: 'extended_due_date > due_date',
    says: { zh: '延期后期限不晚于原整改期限。', en: 'Extended to no later than its due date.' },
    remedy: { zh: '核对延期后期限。', en: 'Check the extended date.' },
    basis: 'D'
  },
  {
    id: 'R08.extended_date_given',
    level: 'remark',
    fields: ['extended_due_date', 'is_extended'],
    holds: 'not is_extended or extended_due_date is not null',
    says: {
      zh: '已延期，未填延期后期限，仍按原期限计算。',
      en: 'Extended without a date: the due date stays.'
    },
    remedy: {
      zh: '补填下达部门同意的延期后期限。',
      en: 'Give the date that the issuing department granted.'
    },
    basis: 'D'
  },
  {
    id: 'R08.extension_said',
    level: 'remark',
    fields: ['is_extended', 'extended_due_date'],
    holds: 'is_extended or extended_due_date is null',
    says: {
      zh: '已填延期后期限，但“是否延期”填为否，前后不一致。',
      en: 'An extended date, yet not extended.'
    },
    remedy: { zh: '核实是否经下达部门同意延期。', en: 'Check whether the issuing department granted it.' },
    basis: 'D'
  },
  {
    id: 'R08.extension_no_longer',
    level: 'remark',
    fields: ['extended_due_date', 'due_date', 'issued_date'],
    holds: 'extended_due_date - due_date <= due_date - issued_date',
    says: { zh: '延长的天数超过原整改期限的天数。', en: 'The extension is longer than the original period.' },
    remedy: {
      zh: '核对延期后期限；确需更长的，由下达部门说明。',
      en: 'Check the date; a longer one needs a word of the issuing department.'
    },
    basis: 'D'
  },
  {
    id: 'R08.submitted_after_issued',
    level: 'reject',
    fields: ['report_submitted_date', 'issued_date'],
    holds: 'report_submitted_date >= issued_date',
    says: {
      zh: '提交整改报告日早于下达日期。',
      en: 'The report was submitted before the demand was issued.'
    },
    remedy: { zh: '核对两个日期。', en: 'Check both dates.' },
    basis: 'D'
  },
  {
    id: 'R08.accepted_after_submitted',
    level: 'reject',
    fields: ['accepted_date', 'report_submitted_date', 'issued_date'],
    holds: 'accepted_date >= coalesce(report_submitted_date, issued_date)',
    says: { zh: '验收日期早于提交整改报告日（下达日期）。', en: 'Accepted before the report (the demand).' },
    remedy: { zh: '核对验收日期。', en: 'Check the date of acceptance.' },
    basis: 'D'
  },
  {
    id: 'R08.accepted_with_report',
    level: 'remark',
    fields: ['report_submitted_date', 'accepted_date'],
    holds: 'accepted_date is null or report_submitted_date is not null',
    says: {
      zh: '已验收，未填提交整改报告日，不计入按期完成。',
      en: 'Accepted without a report: it does not count as on time.'
    },
    remedy: { zh: '补填提交整改报告日。', en: 'Give the date of the report.' },
    basis: '市措施三（二）'
  },
  {
    id: 'R08.result_given',
    level: 'remark',
    fields: ['acceptance_result', 'accepted_date'],
    holds: 'accepted_date is null or acceptance_result is not null',
    says: { zh: '已填验收日期，未填验收结论。', en: 'A date of acceptance without its result.' },
    remedy: { zh: '补填验收结论。', en: 'Give the result.' },
    basis: 'D'
  },
  {
    id: 'R08.result_dated',
    level: 'remark',
    fields: ['accepted_date', 'acceptance_result'],
    holds: 'acceptance_result is null or accepted_date is not null',
    says: { zh: '已填验收结论，未填验收日期。', en: 'A result of acceptance without its date.' },
    remedy: { zh: '补填验收日期。', en: 'Give the date.' },
    basis: 'D'
  },
  {
    id: 'R08.submitted_dated',
    level: 'remark',
    fields: ['report_submitted_date', 'rect_status'],
    holds: "rect_status <> 'submitted' or report_submitted_date is not null",
    says: { zh: '状态为“已提交”，未填提交整改报告日。', en: 'Submitted, without the date of the report.' },
    remedy: { zh: '补填提交整改报告日，或者更正状态。', en: 'Give the date, or correct the status.' },
    basis: 'D'
  },
  {
    id: 'R08.status_follows_report',
    level: 'remark',
    fields: ['rect_status', 'report_submitted_date'],
    holds: "rect_status <> 'open' or report_submitted_date is null",
    says: {
      zh: '已提交整改报告，状态仍为“已下达”。',
      en: 'The report is submitted, the status is still open.'
    },
    remedy: { zh: '更新状态。', en: 'Update the status.' },
    basis: 'D'
  },
  {
    id: 'R08.closed_by_acceptance',
    level: 'remark',
    fields: ['rect_status', 'acceptance_result'],
    holds:
      "rect_status <> 'closed' or coalesce(acceptance_result in ('passed', 'passed_conditional'), false)",
    says: {
      zh: '状态为“已销号”，没有通过或基本通过的验收结论。',
      en: 'Closed, without a result of acceptance that passed.'
    },
    remedy: {
      zh: '补填验收结论和日期，或者更正状态。',
      en: 'Give the result and its date, or correct the status.'
    },
    basis: '市措施三（二）'
  },
  {
    id: 'R08.alert_named',
    level: 'remark',
    fields: ['alert_rule_id', 'rect_source'],
    holds: "rect_source <> 'platform_alert' or alert_rule_id is not null",
    says: { zh: '问题来源为系统预警，未填规则或预警号。', en: 'From an alert, without its rule.' },
    remedy: { zh: '补填规则号。', en: 'Give the number of the rule.' },
    basis: 'D'
  },
  {
    id: 'R08.major_escalated',
    level: 'remark',
    fields: ['escalated_meeting_date', 'is_major'],
    holds: 'not is_major or escalated_meeting_date is not null',
    says: { zh: '重大问题尚未填提交会商日期。', en: 'A major issue without a date of the joint meeting.' },
    remedy: {
      zh: '认定后10个工作日内提交市级部门会商机制，提交后补填。',
      en: 'Bring it to the joint meeting within 10 working days, then give the date.'
    },
    basis: '市措施三（二）'
  }
] as const satisfies readonly Check[];
