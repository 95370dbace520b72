/**
 * Truths about one row of R04. What cannot be true is rejected: order of dates, a decision without its time,
 * more votes than members. What was unlawful is remarked, so that its rule can find it. Attendance against the
 * members of the committee, and a vote counted over all members, need R02. The file is long because the law
 * says most about this row.
 */
import type { Check } from '../declare.ts';
import { columnOf } from './column-of.ts';
import { given } from './given.ts';
import { columns } from './r04-reviews-columns.ts';

/** Holds where no meeting has decided: another procedure, or nothing decided. */
const noMeeting = "procedure_kind not in ('general', 'emergency') or decision in ('pending', 'withdrawn')";
const notSimplified = "procedure_kind <> 'simplified'";
const notEmergency = "procedure_kind <> 'emergency'";
const undecided = "decision in ('pending', 'withdrawn')";

const metAndDecided = {
  when: "procedure_kind in ('general', 'emergency') and decision not in ('pending', 'withdrawn')",
  reads: ['procedure_kind', 'decision'],
  said: { zh: '会议审查已作决定', en: 'Decided by meeting' }
};
const emergency = {
  when: "procedure_kind = 'emergency'",
  reads: ['procedure_kind'],
  said: { zh: '适用应急程序', en: 'An emergency procedure' }
};

const checkRecord = { zh: '对照会议记录补填或更正。', en: 'Complete or correct it from the minutes.' };

const order = [
  {
    id: 'R04.accepted_after_applied',
    level: 'reject',
    fields: ['accepted_at', 'applied_at'],
    holds: 'accepted_at >= applied_at',
    says: { zh: '受理时间早于申请提交时间。', en: 'Accepted before it was applied for.' },
    remedy: { zh: '核对申请提交时间和受理时间。', en: 'Check both times.' },
    basis: 'VAL-07'
  },
  {
    id: 'R04.decided_after_accepted',
    level: 'reject',
    fields: ['decision_at', 'accepted_at', 'applied_at'],
    holds: 'decision_at >= coalesce(accepted_at, applied_at)',
    says: { zh: '决定时间早于受理（申请）时间。', en: 'Decided before it was accepted (applied for).' },
    remedy: { zh: '核对受理时间和决定时间。', en: 'Check both times.' },
    basis: 'VAL-07'
  },
  {
    id: 'R04.delivered_after_decided',
    level: 'reject',
    fields: ['delivered_at', 'decision_at'],
    holds: 'delivered_at is null or (decision_at is not null and delivered_at >= cast(decision_at as date))',
    says: { zh: '送达时间早于决定时间，或者尚无决定。', en: 'Delivered before it was decided.' },
    remedy: { zh: '核对决定时间和送达时间。', en: 'Check both.' },
    basis: 'VAL-07'
  },
  {
    id: 'R04.pending_has_no_time',
    level: 'reject',
    fields: ['decision_at', 'decision'],
    holds: "decision <> 'pending' or decision_at is null",
    says: { zh: '审查决定为“审查中”，但填了决定时间。', en: 'Pending, yet with a time of decision.' },
    remedy: { zh: '填写已作出的决定，或者清空决定时间。', en: 'Give the decision, or clear its time.' },
    basis: 'VAL-09'
  },
  {
    id: 'R04.decision_has_time',
    level: 'reject',
    fields: ['decision_at', 'decision'],
    holds: "decision = 'pending' or decision_at is not null",
    says: { zh: '已有审查决定，未填决定时间。', en: 'A decision without its time.' },
    remedy: { zh: '补填决定时间；尚未决定的改为“审查中”。', en: 'Give the time, or say that it is pending.' },
    basis: 'VAL-09'
  },
  {
    id: 'R04.valid_after_decided',
    level: 'reject',
    fields: ['approval_valid_to', 'decision_at'],
    holds: 'approval_valid_to >= cast(decision_at as date)',
    says: { zh: '批准有效期早于决定时间。', en: 'The approval ends before it was decided.' },
    remedy: { zh: '核对批准有效期。', en: 'Check the end of validity.' },
    basis: 'D'
  },
  {
    id: 'R04.extended_after_accepted',
    level: 'reject',
    fields: ['extended_due_date', 'accepted_at'],
    holds: 'extended_due_date >= cast(accepted_at as date)',
    says: { zh: '延长后期限早于受理时间。', en: 'The extended limit lies before acceptance.' },
    remedy: { zh: '核对延长后期限。', en: 'Check the extended limit.' },
    basis: '办法第十七条'
  },
  {
    id: 'R04.accepted_before_decided',
    level: 'remark',
    fields: ['accepted_at', 'decision'],
    holds: `${undecided} or accepted_at is not null`,
    says: {
      zh: '已作审查决定，未填受理时间，无法计算审查时限。',
      en: 'Decided without a time of acceptance: its time limit cannot be told.'
    },
    remedy: { zh: '补填受理时间。', en: 'Give the time of acceptance.' },
    basis: '办法第十条、第十七条'
  }
] as const satisfies readonly Check[];

const extension = [
  {
    id: 'R04.extended_limit_given',
    level: 'remark',
    fields: ['extended_due_date', 'is_extended'],
    holds: 'not is_extended or extended_due_date is not null',
    says: {
      zh: '已延长，未填延长后期限，仍按法定期限计算。',
      en: 'Extended without a limit: the statutory one stays.'
    },
    remedy: { zh: '补填延长后期限。', en: 'Give the extended limit.' },
    basis: '办法第十七条'
  },
  {
    id: 'R04.extension_reason_given',
    level: 'remark',
    fields: ['extension_reason', 'is_extended'],
    holds: 'not is_extended or extension_reason is not null',
    says: {
      zh: '已延长，未填延长理由，仍按法定期限计算。',
      en: 'Extended without a reason: the statutory limit stays.'
    },
    remedy: { zh: '补填延长理由。', en: 'Give the reason.' },
    basis: '办法第十七条'
  },
  {
    // Rest days only move the statutory limit later: a date within 30 days is surely not beyond it.
    id: 'R04.extended_beyond_limit',
    level: 'remark',
    fields: ['extended_due_date', 'accepted_at'],
    holds: 'extended_due_date > cast(accepted_at as date) + 30',
    says: {
      zh: '延长后期限不晚于法定期限，不构成延长。',
      en: 'The extended limit is no later than the statutory one.'
    },
    remedy: { zh: '核对延长后期限。', en: 'Check the extended limit.' },
    basis: '办法第十七条'
  },
  {
    id: 'R04.one_notice',
    level: 'remark',
    fields: ['supplement_notices'],
    holds: 'supplement_notices <= 1',
    says: { zh: '材料补正通知超过1次。', en: 'More than one notice to complete the material.' },
    remedy: {
      zh: '材料不齐的应当一次性告知；核对次数。',
      en: 'One complete notice is due; check the number.'
    },
    basis: '办法第十条'
  }
] as const satisfies readonly Check[];

const meeting = [
  {
    id: 'R04.votes_within_attending',
    level: 'reject',
    fields: ['consent_votes', 'attending_count'],
    holds: 'consent_votes <= attending_count',
    says: { zh: '同意票数多于到会委员数。', en: 'More votes than members attending.' },
    remedy: { zh: '核对到会委员数和同意票数。', en: 'Check both numbers.' },
    basis: 'VAL-08'
  },
  given('R04', columnOf(columns, 'meeting_date'), { ...metAndDecided, basis: '办法第十一条' }),
  {
    id: 'R04.quorum',
    level: 'remark',
    fields: ['attending_count', 'procedure_kind', 'decision'],
    holds: `${noMeeting} or coalesce(attending_count, 0) >= 5`,
    says: { zh: '到会委员数未填或者少于5人。', en: 'Fewer than five members attending, or not given.' },
    remedy: checkRecord,
    basis: '办法第十四条'
  },
  {
    id: 'R04.categories_attending',
    level: 'remark',
    fields: ['attending_categories', 'procedure_kind', 'decision'],
    holds: `${noMeeting} or (attending_categories is not null and list_contains(attending_categories, 'sci_tech_peer')
      and list_contains(attending_categories, 'ethics') and list_contains(attending_categories, 'law'))`,
    says: {
      zh: '到会委员未覆盖同行专家、伦理、法律等类别，或者未填。',
      en: 'Peers, ethics and law are not all attending, or not given.'
    },
    remedy: checkRecord,
    basis: '办法第七条、第十四条'
  },
  {
    id: 'R04.genders_attending',
    level: 'remark',
    fields: ['attending_both_genders', 'procedure_kind', 'decision'],
    holds: `${noMeeting} or coalesce(attending_both_genders, false)`,
    says: { zh: '到会委员未含不同性别，或者未填。', en: 'Not both genders attending, or not given.' },
    remedy: checkRecord,
    basis: '办法第七条、第十四条'
  },
  {
    id: 'R04.external_attending',
    level: 'remark',
    fields: ['attending_has_external', 'procedure_kind', 'decision'],
    holds: `${noMeeting} or coalesce(attending_has_external, false)`,
    says: { zh: '到会委员未含非本单位委员，或者未填。', en: 'No external member attending, or not given.' },
    remedy: checkRecord,
    basis: '办法第七条、第十四条'
  },
  given('R04', columnOf(columns, 'consent_votes'), { ...metAndDecided, basis: '办法第十六条' }),
  {
    // Where more than half of all members decide (nhc_2023, biomed_2026) the members are needed: a rule asks.
    id: 'R04.two_thirds',
    level: 'remark',
    fields: ['consent_votes', 'attending_count', 'regime', 'procedure_kind', 'decision'],
    holds: `${noMeeting} or regime in ('nhc_2023', 'biomed_2026') or 3 * consent_votes >= 2 * attending_count`,
    says: {
      zh: '同意票数未达到会委员的三分之二。',
      en: 'The votes are fewer than two thirds of those attending.'
    },
    remedy: {
      zh: '核对票数；票数不足的，应当重新审议。',
      en: 'Check the votes; if they are too few the matter must be decided again.'
    },
    basis: '办法第十六条'
  }
] as const satisfies readonly Check[];

const procedures = [
  given('R04', columnOf(columns, 'simplified_basis'), {
    when: "procedure_kind = 'simplified'",
    reads: ['procedure_kind'],
    said: { zh: '适用简易程序', en: 'A simplified procedure' },
    basis: '办法第二十二条、第二十三条'
  }),
  {
    id: 'R04.simplified_reviewers',
    level: 'remark',
    fields: ['simplified_reviewer_count', 'procedure_kind', 'decision'],
    holds: `${notSimplified} or ${undecided} or coalesce(simplified_reviewer_count, 0) >= 2`,
    says: {
      zh: '简易程序审查委员数未填或者少于2人。',
      en: 'A simplified procedure with fewer than two reviewers, or not given.'
    },
    remedy: { zh: '补填或更正审查委员数。', en: 'Give or correct the number.' },
    basis: '办法第二十三条'
  },
  {
    id: 'R04.simplified_conversion',
    level: 'remark',
    fields: ['converted_to_meeting', 'decision', 'procedure_kind'],
    holds: `${notSimplified} or ${undecided} or (converted_to_meeting is not null and (decision <> 'disapproved' or converted_to_meeting))`,
    says: {
      zh: '简易程序未填是否转为会议审查，或者作出不予批准决定而未转会议审查。',
      en: 'It is not said whether it became a meeting review, or it was disapproved without one.'
    },
    remedy: {
      zh: '补填；审查意见为否定性的，应当转为会议审查。',
      en: 'Say so; a negative opinion must go to a meeting.'
    },
    basis: '办法第二十四条'
  },
  {
    id: 'R04.simplified_not_listed',
    level: 'remark',
    fields: ['procedure_kind', 'review_subject', 'list_item'],
    holds: `${notSimplified} or review_subject <> 'initial' or list_item = 'none'`,
    says: {
      zh: '清单事项的初始审查不得适用简易程序。',
      en: 'A listed activity was first reviewed by the simplified procedure.'
    },
    remedy: {
      zh: '核对程序和清单事项；确属清单的，改为会议审查。',
      en: 'Check both; a listed activity needs a meeting.'
    },
    basis: '办法第二十二条、第二十五条'
  },
  {
    id: 'R04.exempt_by_nhc',
    level: 'remark',
    fields: ['procedure_kind', 'regime'],
    holds: "procedure_kind <> 'exempt' or regime = 'nhc_2023'",
    says: {
      zh: '免除伦理审查仅适用于《涉及人的生命科学和医学研究伦理审查办法》。',
      en: 'Only the NHC Measures know an exemption from review.'
    },
    remedy: { zh: '核对适用制度和审查程序。', en: 'Check the regime and the procedure.' },
    basis: '《涉及人的生命科学和医学研究伦理审查办法》第三十二条'
  },
  {
    id: 'R04.listed_by_experts',
    level: 'remark',
    fields: ['list_item', 'procedure_kind', 'decision'],
    holds:
      "list_item = 'none' or procedure_kind = 'expert_rereview' or decision not in ('approved', 'approved_after_revision')",
    says: {
      zh: '清单事项获得批准，未见专家复核程序。',
      en: 'A listed activity was approved outside the expert re-review.'
    },
    remedy: {
      zh: '经专家复核的，程序改为“专家复核程序”；依法豁免的，在清单活动表填报依据。',
      en: 'If experts re-reviewed it, say so; if it is exempt, give the ground in R06.'
    },
    basis: '办法第二十五条、第二十六条、第三十四条'
  },
  given('R04', columnOf(columns, 'emergency_reason'), { ...emergency, basis: '办法第三十五条、第三十九条' }),
  given('R04', columnOf(columns, 'emergency_level'), { ...emergency, basis: '办法第三十六条' }),
  {
    id: 'R04.emergency_expert',
    level: 'remark',
    fields: ['attending_has_domain_expert', 'procedure_kind', 'decision'],
    holds: `${notEmergency} or ${undecided} or coalesce(attending_has_domain_expert, false)`,
    says: {
      zh: '应急审查到会未含相关专业委员或顾问，或者未填。',
      en: 'No member or adviser of the specialty attended the emergency review, or not given.'
    },
    remedy: checkRecord,
    basis: '办法第三十七条'
  }
] as const satisfies readonly Check[];

export const checks = [...order, ...extension, ...meeting, ...procedures] as const satisfies readonly Check[];
