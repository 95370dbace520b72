/** R05, follow-up reviews: when the next is due on what was approved, and what it found. */
import type { Report } from '../declare.ts';
import { checks } from './r05-followups-checks.ts';
import { columns } from './r05-followups-columns.ts';

export const followups = {
  id: 'R05',
  table: 'followups',
  zh: '跟踪审查台账',
  en: 'Follow-up (continuing) reviews',
  who: { zh: '各委员会', en: 'Committees' },
  frequency: { zh: '月报', en: 'Monthly' },
  deadline: { zh: '次月10日前', en: 'By the 10th of the next month' },
  nil: true,
  note: {
    zh: '每个已批准且在实施的项目至少一条“下次应跟踪日”。',
    en: 'Every project that is approved and under way has at least one row with its next due date.'
  },
  columns,
  key: ['followup_id'],
  institution: { field: 'review_id', via: 'reviews' },
  checks,
  due: [
    {
      every: 'month',
      by: { day_of_next_month: 10, roll: true },
      owed_by: 'is_active and has_active_committee',
      basis: 'D：次月10日前，遇休假日顺延'
    }
  ]
} as const satisfies Report;
