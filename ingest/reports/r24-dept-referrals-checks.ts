/** Truths about one row of R24. Days to acknowledge run on the calendar with its rest days: an indicator counts them. */
import type { Check } from '../declare.ts';
import { columnOf } from './column-of.ts';
import { given } from './given.ts';
import { columns } from './r24-dept-referrals-columns.ts';

export const checks = [
  {
    // “Other” stands for more than one department.
    id: 'R24.to_another',
    level: 'reject',
    fields: ['to_dept', 'from_dept'],
    holds: "to_dept <> from_dept or to_dept = 'other_dept'",
    says: { zh: '承办部门与交办部门相同。', en: 'A department refers to itself.' },
    remedy: { zh: '核对交办部门和承办部门。', en: 'Check both departments.' },
    basis: '市措施三（一）'
  },
  {
    id: 'R24.due_after_referred',
    level: 'reject',
    fields: ['due_date', 'referred_date'],
    holds: 'due_date >= referred_date',
    says: { zh: '办结期限早于交办日期。', en: 'Due before it was referred.' },
    remedy: { zh: '核对两个日期。', en: 'Check both dates.' },
    basis: 'D'
  },
  {
    id: 'R24.acknowledged_after_referred',
    level: 'reject',
    fields: ['acknowledged_date', 'referred_date'],
    holds: 'acknowledged_date >= referred_date',
    says: { zh: '签收日期早于交办日期。', en: 'Acknowledged before it was referred.' },
    remedy: { zh: '核对两个日期。', en: 'Check both dates.' },
    basis: 'D'
  },
  {
    id: 'R24.completed_after_referred',
    level: 'reject',
    fields: ['completed_date', 'referred_date'],
    holds: 'completed_date >= referred_date',
    says: { zh: '办结日期早于交办日期。', en: 'Completed before it was referred.' },
    remedy: { zh: '核对两个日期。', en: 'Check both dates.' },
    basis: 'D'
  },
  {
    id: 'R24.acknowledged_by_completion',
    level: 'remark',
    fields: ['acknowledged_date', 'completed_date'],
    holds: 'acknowledged_date <= completed_date',
    says: { zh: '签收日期晚于办结日期。', en: 'Acknowledged after it was completed.' },
    remedy: { zh: '核对两个日期。', en: 'Check both dates.' },
    basis: 'D'
  },
  given('R24', columnOf(columns, 'acknowledged_date'), {
    when: 'completed_date is not null',
    reads: ['completed_date'],
    said: { zh: '已办结', en: 'Completed' },
    basis: 'D'
  })
] as const satisfies readonly Check[];
