/** R24, referrals between departments: the one refers, the other acknowledges and completes. */
import type { Report } from '../declare.ts';
import { checks } from './r24-dept-referrals-checks.ts';
import { columns } from './r24-dept-referrals-columns.ts';

export const deptReferrals = {
  id: 'R24',
  table: 'dept_referrals',
  zh: '部门协同交办单',
  en: 'Inter-department referrals',
  who: { zh: '交办部门、承办部门', en: 'The referring and the receiving department' },
  frequency: { zh: '发生即报', en: 'As it happens' },
  deadline: {
    zh: '交办当日；办结后3个工作日内',
    en: 'On the day of referral; within 3 working days of completion'
  },
  nil: true,
  columns,
  key: ['referral_id'],
  institution: null,
  departments: ['from_dept', 'to_dept'],
  checks,
  due: [],
  filed_within: [
    { id: 'R24.referred', field: 'referred_date', limit: { days: 0 }, basis: 'D：交办当日' },
    { id: 'R24.completed', field: 'completed_date', limit: { workdays: 3 }, basis: 'D：办结后3个工作日内' }
  ]
} as const satisfies Report;
