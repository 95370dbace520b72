/** R04, the ledger of ethics reviews: one row a review, figures about it and never its content. */
import type { Report } from '../declare.ts';
import { checks } from './r04-reviews-checks.ts';
import { columns } from './r04-reviews-columns.ts';

export const reviews = {
  id: 'R04',
  table: 'reviews',
  zh: '伦理审查台账',
  en: 'Ethics review ledger',
  who: {
    zh: '各委员会（含受托方对所审项目）',
    en: 'Committees (the entrusted one for what it reviews)'
  },
  frequency: { zh: '月报', en: 'Monthly' },
  deadline: {
    zh: '次月10日前（遇休假日顺延）；应急审查24小时内快报',
    en: 'By the 10th of the next month, moved past rest days; emergency reviews within 24 hours'
  },
  nil: true,
  note: {
    zh: '一行一次审查。只报元数据，不报方案正文、受试者信息、涉密内容。',
    en: 'One row a review. Metadata only: no protocol texts, no participants, nothing classified.'
  },
  columns,
  key: ['review_id'],
  institution: { field: 'committee_id', via: 'committees' },
  checks,
  due: [
    {
      every: 'month',
      by: { day_of_next_month: 10, roll: true },
      owed_by: 'is_active and has_active_committee',
      basis: 'D：次月10日前，遇休假日顺延'
    }
  ],
  filed_within: [
    {
      // 24 hours end on the day after.
      id: 'R04.emergency',
      field: 'accepted_at',
      when: "procedure_kind = 'emergency'",
      limit: { days: 1 },
      basis: 'D：应急审查24小时内快报'
    }
  ]
} as const satisfies Report;
