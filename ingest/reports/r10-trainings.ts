/** R10, the ledger of training sessions: one row a session, numbers of people and never a list of them. */
import type { Report } from '../declare.ts';
import { checks } from './r10-trainings-checks.ts';
import { columns } from './r10-trainings-columns.ts';

export const trainings = {
  id: 'R10',
  table: 'trainings',
  zh: '科技伦理培训台账',
  en: 'Training sessions',
  who: { zh: '各单位、委员会、主管部门', en: 'Institutions, committees and supervising departments' },
  frequency: { zh: '季报', en: 'Quarterly' },
  deadline: { zh: '季后10个工作日内', en: 'Within 10 working days of the quarter' },
  nil: true,
  note: { zh: '按场次报人数，不报名单。', en: 'Numbers of people by session, no lists of names.' },
  columns,
  key: ['training_id'],
  institution: { field: 'institution_uscc' },
  departments: ['organizer_dept'],
  checks,
  due: [
    {
      every: 'quarter',
      by: { workdays_after: 10 },
      owed_by: 'has_research_tasks and is_active',
      owed_by_departments: 'is_member',
      basis: 'D：季后10个工作日内'
    }
  ]
} as const satisfies Report;
