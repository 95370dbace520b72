/** R13, the ledger of projects: risk assessment, review before the start, commitment, checks on the way. */
import type { Report } from '../declare.ts';
import { checks } from './r13-projects-checks.ts';
import { columns } from './r13-projects-columns.ts';

export const projects = {
  id: 'R13',
  table: 'projects',
  zh: '科技活动（项目）伦理管理台账',
  en: 'S&T activity (project) ethics ledger',
  who: {
    zh: '项目承担单位；项目管理部门核对',
    en: 'Institutions that carry out projects; the managing departments check'
  },
  frequency: {
    zh: '季报；财政资金项目立项即报',
    en: 'Quarterly; fiscal projects when they are approved'
  },
  deadline: {
    zh: '季后10个工作日内；立项后15个工作日内',
    en: 'Within 10 working days of the quarter; within 15 working days of approval'
  },
  nil: true,
  note: {
    zh: '承诺书、风险评估、应审尽审的分母。涉密项目不得填报，仅线下掌握。',
    en: 'The denominators of commitment, risk assessment and review. Classified projects are never reported here.'
  },
  columns,
  key: ['project_id'],
  institution: { field: 'institution_uscc' },
  departments: ['managing_dept'],
  checks,
  due: [
    {
      every: 'quarter',
      by: { workdays_after: 10 },
      owed_by: 'is_active and has_research_tasks',
      basis: 'D：季后10个工作日内'
    }
  ],
  filed_within: [
    {
      id: 'R13.approved',
      field: 'approved_project_date',
      when: "funding_kind = 'fiscal'",
      limit: { workdays: 15 },
      basis: 'D：财政资金项目立项后15个工作日内'
    }
  ]
} as const satisfies Report;
