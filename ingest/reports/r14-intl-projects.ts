/** R14, projects with partners abroad: the reviews that each side needs before the project is approved. */
import type { Report } from '../declare.ts';
import { checks } from './r14-intl-projects-checks.ts';
import { columns } from './r14-intl-projects-columns.ts';

export const intlProjects = {
  id: 'R14',
  table: 'intl_projects',
  zh: '国际合作项目伦理审查表',
  en: 'International cooperation projects',
  who: { zh: '中方承担单位', en: 'Chinese institutions that carry them out' },
  frequency: { zh: '立项前即报 + 季度更新', en: 'Before approval, and updated every quarter' },
  deadline: {
    zh: '立项决定前；季后10个工作日内',
    en: 'Before the decision on approval; within 10 working days of the quarter'
  },
  nil: true,
  columns,
  key: ['project_id'],
  institution: { field: 'project_id', via: 'projects' },
  checks,
  due: [
    {
      every: 'quarter',
      by: { workdays_after: 10 },
      owed_by: 'is_active and has_intl_project',
      basis: 'D：季后10个工作日内'
    }
  ]
  // A row that comes before the approval has no date of it yet: no limit can be counted from that date.
} as const satisfies Report;
