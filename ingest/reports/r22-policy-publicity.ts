/** R22, how rules are made known: departments interpret them, institutions check themselves against them. */
import type { Report } from '../declare.ts';
import { checks } from './r22-policy-publicity-checks.ts';
import { columns } from './r22-policy-publicity-columns.ts';

export const policyPublicity = {
  id: 'R22',
  table: 'policy_publicity',
  zh: '制度宣传解读与自查表',
  en: 'Policy interpretation & self-check',
  who: {
    zh: '主管部门（宣传解读）；单位（自查）',
    en: 'Supervising departments (interpretation); institutions (self-check)'
  },
  frequency: { zh: '季报；自查年报', en: 'Quarterly; self-checks every year' },
  deadline: {
    zh: '季后10个工作日内；自查12月15日前',
    en: 'Within 10 working days of the quarter; self-checks by 15 December'
  },
  nil: true,
  note: {
    zh: '宣传解读按季报送，报告期填季度（YYYY-Qn）；自查按年报送，报告期填年度（YYYY）。',
    en: 'Interpretations are reported by quarter (report period YYYY-Qn), self-checks by year (report period YYYY).'
  },
  columns,
  key: ['publicity_id'],
  institution: { field: 'institution_uscc' },
  departments: ['organizer_dept'],
  checks,
  speaks_of: "case when publicity_kind = 'self_check' then cast(year(publicity_date) as varchar) end",
  due: [
    {
      every: 'quarter',
      by: { workdays_after: 10 },
      owed_by_departments: 'is_member',
      basis: 'D：宣传解读季后10个工作日内'
    },
    {
      every: 'year',
      by: { month: 12, day: 15, year: 'same' },
      owed_by: 'has_research_tasks and is_active',
      basis: 'D：单位自查每年12月15日前'
    }
  ]
} as const satisfies Report;
