/**
 * Truths about one row of R06. Limits of 30 days and 6 months run on the calendar with its rest days: indicators
 * and rules read them. What was unlawful is remarked, so that its rule can find it.
 */
import type { Check } from '../declare.ts';
import { columnOf } from './column-of.ts';
import { given } from './given.ts';
import { columns } from './r06-list-activities-columns.ts';

const opined = {
  when: "rereview_opinion in ('agree', 'disagree')",
  reads: ['rereview_opinion'],
  said: { zh: '已有复核意见', en: 'The experts gave their opinion' }
};
const approved = "final_decision in ('approved', 'approved_after_revision')";
const checkOpinion = { zh: '对照复核意见书核对。', en: 'Compare it with the written opinion.' };

const rereview = [
  {
    id: 'R06.item_listed',
    level: 'reject',
    fields: ['list_item'],
    holds: "list_item <> 'none'",
    says: { zh: '本表只报清单内科技活动，清单事项不得为“不属于清单”。', en: 'The item is not on the list.' },
    remedy: {
      zh: '选择清单事项；不属于清单的，不报本表。',
      en: 'Choose the item, or leave the activity out.'
    },
    basis: '办法第二十五条及附件'
  },
  given('R06', columnOf(columns, 'exempt_document'), {
    when: "rereview_exempt_basis <> 'none'",
    reads: ['rereview_exempt_basis'],
    said: { zh: '豁免专家复核', en: 'Exempt from the re-review' },
    basis: '办法第三十四条'
  }),
  given('R06', columnOf(columns, 'rereview_applied_date'), {
    when: "rereview_exempt_basis = 'none'",
    reads: ['rereview_exempt_basis'],
    said: { zh: '不豁免专家复核', en: 'Not exempt from the re-review' },
    basis: '办法第二十六条'
  }),
  given('R06', columnOf(columns, 'rereview_opinion'), {
    when: "rereview_exempt_basis = 'none' and rereview_applied_date is not null",
    reads: ['rereview_exempt_basis', 'rereview_applied_date'],
    said: { zh: '已申请专家复核', en: 'The re-review is applied for' },
    basis: '办法第三十条'
  }),
  given('R06', columnOf(columns, 'rereview_expert_count'), { ...opined, basis: '办法第二十八条' }),
  given('R06', columnOf(columns, 'rereview_agree_votes'), { ...opined, basis: '办法第三十条' }),
  given('R06', columnOf(columns, 'rereview_feedback_date'), { ...opined, basis: '办法第三十一条' }),
  {
    id: 'R06.five_experts',
    level: 'remark',
    fields: ['rereview_expert_count'],
    holds: 'rereview_expert_count >= 5',
    says: { zh: '复核专家少于5人。', en: 'Fewer than five experts.' },
    remedy: checkOpinion,
    basis: '办法第二十八条'
  },
  {
    id: 'R06.votes_within_experts',
    level: 'reject',
    fields: ['rereview_agree_votes', 'rereview_expert_count'],
    holds: 'rereview_agree_votes <= rereview_expert_count',
    says: { zh: '复核同意票数多于复核专家数。', en: 'More votes than experts.' },
    remedy: { zh: '核对复核专家数和同意票数。', en: 'Check both numbers.' },
    basis: '办法第三十条'
  },
  {
    id: 'R06.two_thirds',
    level: 'remark',
    fields: ['rereview_opinion', 'rereview_agree_votes', 'rereview_expert_count'],
    holds: "rereview_opinion <> 'agree' or 3 * rereview_agree_votes >= 2 * rereview_expert_count",
    says: {
      zh: '复核意见为同意，同意票数未达到全体复核专家的三分之二。',
      en: 'Agreed with fewer votes than two thirds of all experts.'
    },
    remedy: checkOpinion,
    basis: '办法第三十条'
  },
  {
    id: 'R06.feedback_after_application',
    level: 'reject',
    fields: ['rereview_feedback_date', 'rereview_applied_date'],
    holds: 'rereview_feedback_date >= rereview_applied_date',
    says: { zh: '复核意见反馈日早于复核申请日。', en: 'Fed back before it was applied for.' },
    remedy: { zh: '核对两个日期。', en: 'Check both dates.' },
    basis: '办法第三十一条'
  },
  {
    id: 'R06.pending_has_no_feedback',
    level: 'remark',
    fields: ['rereview_opinion', 'rereview_feedback_date'],
    holds: "rereview_opinion <> 'pending' or rereview_feedback_date is null",
    says: { zh: '复核意见已反馈，仍填为“复核中”。', en: 'Fed back, yet the opinion is pending.' },
    remedy: { zh: '填写复核意见，或者清空反馈日。', en: 'Give the opinion, or clear the date.' },
    basis: '办法第三十一条'
  }
] as const satisfies readonly Check[];

const decision = [
  {
    id: 'R06.decision_dated',
    level: 'remark',
    fields: ['final_decision_date', 'final_decision'],
    holds: "coalesce(final_decision, 'pending') = 'pending' or final_decision_date is not null",
    says: {
      zh: '已有最终审查决定，未填决定日，无法计算登记时限。',
      en: 'A final decision without its date: the limit of registration cannot be told.'
    },
    remedy: { zh: '补填最终审查决定日。', en: 'Give the date.' },
    basis: '办法第三十二条、第四十四条'
  },
  {
    id: 'R06.decision_given',
    level: 'remark',
    fields: ['final_decision', 'final_decision_date'],
    holds: "final_decision_date is null or coalesce(final_decision, 'pending') <> 'pending'",
    says: {
      zh: '已填最终审查决定日，未填最终审查决定或者填为“审查中”。',
      en: 'A date of the final decision, which is not given or pending.'
    },
    remedy: { zh: '填写最终审查决定，或者清空决定日。', en: 'Give the decision, or clear its date.' },
    basis: '办法第三十二条'
  },
  {
    id: 'R06.decided_after_feedback',
    level: 'remark',
    fields: ['final_decision_date', 'rereview_feedback_date'],
    holds: 'final_decision_date >= rereview_feedback_date',
    says: { zh: '最终审查决定日早于复核意见反馈日。', en: 'Decided before the experts fed back.' },
    remedy: {
      zh: '核对两个日期；最终审查决定应当根据复核意见作出。',
      en: 'Check both dates; the decision follows the opinion of the experts.'
    },
    basis: '办法第三十二条'
  },
  {
    id: 'R06.decided_as_opined',
    level: 'remark',
    fields: ['final_decision', 'rereview_opinion'],
    holds: `rereview_opinion <> 'disagree' or not (${approved})`,
    says: {
      zh: '复核意见为不同意，最终审查决定为批准。',
      en: 'The experts disagreed, and it was approved.'
    },
    remedy: {
      zh: '核对复核意见和最终审查决定；确已批准的，应当撤销批准。',
      en: 'Check both; an approval against the opinion must be withdrawn.'
    },
    basis: '办法第三十二条'
  },
  {
    id: 'R06.started_after_decision',
    level: 'remark',
    fields: ['activity_start_date', 'final_decision_date'],
    holds: 'activity_start_date >= final_decision_date',
    says: { zh: '活动开始日早于最终审查决定日。', en: 'It begins before the final decision.' },
    remedy: {
      zh: '核对两个日期；未经审查和复核的，不得开展。',
      en: 'Check both dates; nothing may begin before review and re-review.'
    },
    basis: '办法第四十七条（二）'
  },
  given('R06', columnOf(columns, 'activity_start_date'), {
    when: "activity_status in ('ongoing', 'suspended', 'completed')",
    reads: ['activity_status'],
    said: { zh: '活动已开始', en: 'The activity has begun' },
    basis: '办法第四十七条（二）'
  }),
  {
    id: 'R06.registered_after_decision',
    level: 'remark',
    fields: ['platform_registered_date', 'final_decision_date'],
    holds: 'platform_registered_date >= final_decision_date',
    says: { zh: '国家平台登记日早于最终审查决定日。', en: 'Registered before the final decision.' },
    remedy: { zh: '核对两个日期。', en: 'Check both dates.' },
    basis: '办法第四十四条'
  }
] as const satisfies readonly Check[];

export const checks = [...rereview, ...decision] as const satisfies readonly Check[];
