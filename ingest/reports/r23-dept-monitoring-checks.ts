/** Truths about one row of R23. That the institutions supervised are those of the registry needs R01. */
import type { Check } from '../declare.ts';
import { columnOf } from './column-of.ts';
import { given } from './given.ts';
import { columns } from './r23-dept-monitoring-columns.ts';

export const checks = [
  {
    id: 'R23.submitted_after_begin',
    level: 'reject',
    fields: ['submitted_date', 'period'],
    holds:
      'submitted_date >= make_date(cast(left(period, 4) as integer), 3 * cast(right(period, 1) as integer) - 2, 1)',
    says: { zh: '提交日期早于所填期间的第一日。', en: 'Submitted before the quarter began.' },
    remedy: { zh: '核对提交日期和期间。', en: 'Check the date and the quarter.' },
    basis: 'D'
  },
  {
    id: 'R23.inspected_within',
    level: 'reject',
    fields: ['inspected_count', 'supervised_count'],
    holds: 'inspected_count <= supervised_count',
    says: {
      zh: '开展监督检查单位数多于监管单位数。',
      en: 'More institutions were inspected than are supervised.'
    },
    remedy: { zh: '核对两个数字；同一单位只计一次。', en: 'Check both; each institution counts once.' },
    basis: '市措施三（二）'
  },
  {
    // What was found in an earlier quarter may be issued in this one.
    id: 'R23.issued_within',
    level: 'remark',
    fields: ['rectifications_issued', 'issues_found'],
    holds: 'rectifications_issued <= issues_found',
    says: { zh: '督促整改数多于发现问题数。', en: 'More rectifications were issued than issues found.' },
    remedy: {
      zh: '核对两个数字；本期督促整改以前发现的问题的，无需更正。',
      en: 'Check both; nothing to correct where issues of an earlier quarter were issued in this one.'
    },
    basis: '市措施三（二）'
  },
  {
    id: 'R23.duty_assigned',
    level: 'remark',
    fields: ['duty_assigned'],
    holds: 'duty_assigned',
    says: { zh: '部门责任分工尚未明确。', en: 'Duties are not assigned.' },
    remedy: {
      zh: '30日内明确责任分工，明确后更新本表。',
      en: 'Assign them within 30 days, then update this row.'
    },
    basis: '市措施三（一）'
  },
  {
    id: 'R23.analysis_done',
    level: 'remark',
    fields: ['analysis_done'],
    holds: 'analysis_done',
    says: { zh: '本期总结分析尚未完成。', en: 'The summary of the period is not done.' },
    remedy: { zh: '完成总结分析后更新本表。', en: 'Finish it, then update this row.' },
    basis: '市措施三（二）'
  },
  given('R23', columnOf(columns, 'submitted_date'), {
    when: 'analysis_done',
    reads: ['analysis_done'],
    said: {
      zh: '总结分析已完成',
      en: 'The summary is done'
    },
    basis: '市措施三（二）'
  })
] as const satisfies readonly Check[];
