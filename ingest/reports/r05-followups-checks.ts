/**
 * Truths about one row of R05. The due date is computed anew from the review that it follows, and the kind of that
 * review decides whether the interval may differ: cross-checks ask that.
 */
import type { Check } from '../declare.ts';
import { columnOf } from './column-of.ts';
import { given } from './given.ts';
import { columns } from './r05-followups-columns.ts';

const completed = {
  when: 'completed_at is not null',
  reads: ['completed_at'],
  said: { zh: '跟踪审查已完成', en: 'The follow-up is completed' }
};
const changed = {
  when: 'protocol_changed or risk_changed',
  reads: ['protocol_changed', 'risk_changed'],
  said: { zh: '方案调整或者风险变化', en: 'The protocol or the risk changed' }
};

export const checks = [
  given('R05', columnOf(columns, 'protocol_changed'), { ...completed, basis: '办法第十九条' }),
  given('R05', columnOf(columns, 'risk_changed'), { ...completed, basis: '办法第十九条' }),
  given('R05', columnOf(columns, 'followup_decision'), { ...completed, basis: '办法第十九条' }),
  {
    id: 'R05.decision_dated',
    level: 'remark',
    fields: ['completed_at', 'followup_decision'],
    holds: 'followup_decision is null or completed_at is not null',
    says: {
      zh: '已有跟踪结论，未填完成时间，仍按未完成统计。',
      en: 'A decision without the date of completion: it counts as not completed.'
    },
    remedy: { zh: '补填完成时间；尚未完成的清空跟踪结论。', en: 'Give the date, or clear the decision.' },
    basis: '办法第十九条'
  },
  given('R05', columnOf(columns, 'change_date'), { ...changed, basis: '办法第二十条' }),
  given('R05', columnOf(columns, 'change_reported_date'), { ...changed, basis: '办法第二十条' }),
  {
    id: 'R05.change_said',
    level: 'remark',
    fields: ['change_date', 'protocol_changed', 'risk_changed'],
    holds: 'change_date is null or coalesce(protocol_changed, true) or coalesce(risk_changed, true)',
    says: {
      zh: '已填变化发生日，但方案和风险均填为没有变化，前后不一致。',
      en: 'A date of change, yet neither protocol nor risk changed.'
    },
    remedy: { zh: '核实后更正。', en: 'Check and correct.' },
    basis: '办法第二十条'
  },
  {
    id: 'R05.reported_after_change',
    level: 'reject',
    fields: ['change_reported_date', 'change_date'],
    holds: 'change_reported_date >= change_date',
    says: { zh: '负责人报告日早于变化发生日。', en: 'Reported before it changed.' },
    remedy: { zh: '核对两个日期。', en: 'Check both dates.' },
    basis: '办法第二十条'
  },
  {
    id: 'R05.risk_assessed_anew',
    level: 'remark',
    fields: ['followup_decision', 'risk_changed'],
    holds: "not risk_changed or followup_decision <> 'continue'",
    says: {
      zh: '风险已变化，跟踪结论为不作调整继续实施。',
      en: 'The risk changed, and the activity continues without any change.'
    },
    remedy: {
      zh: '确认已重新评估风险；需调整方案或重新审查的，更正跟踪结论。',
      en: 'Make sure that the risk was assessed anew; correct the decision if it asks for more.'
    },
    basis: '办法第二十条'
  }
] as const satisfies readonly Check[];
