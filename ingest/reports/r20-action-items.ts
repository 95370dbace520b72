/** R20, resolutions of the joint meeting and who carries them out: one row an action item. */
import type { Report } from '../declare.ts';
import { checks } from './r20-action-items-checks.ts';
import { columns } from './r20-action-items-columns.ts';

export const actionItems = {
  id: 'R20',
  table: 'action_items',
  zh: '会商议定事项督办表',
  en: 'Resolutions & action items',
  who: { zh: '各责任部门', en: 'The departments responsible' },
  frequency: { zh: '月更新', en: 'Updated every month' },
  deadline: { zh: '每月5日前', en: 'By the 5th of every month' },
  nil: true,
  columns,
  key: ['action_id'],
  institution: null,
  departments: ['lead_dept'],
  checks,
  due: [
    {
      every: 'month',
      by: { day_of_next_month: 5, roll: false },
      owed_by_departments: 'has_open_action_item',
      basis: 'D：每月5日前；有未办结事项的牵头部门'
    }
  ]
} as const satisfies Report;
