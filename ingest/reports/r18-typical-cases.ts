/** R18, typical cases: recommended by a department or institution, selected and promoted by the departments. */
import type { Report } from '../declare.ts';
import { checks } from './r18-typical-cases-checks.ts';
import { columns } from './r18-typical-cases-columns.ts';

export const typicalCases = {
  id: 'R18',
  table: 'typical_cases',
  zh: '典型案例征集表',
  en: 'Typical cases',
  who: { zh: '各部门、单位推荐', en: 'Recommended by departments and institutions' },
  frequency: { zh: '半年报', en: 'Every half-year' },
  deadline: { zh: '7月15日、1月15日前', en: 'By 15 July and 15 January' },
  nil: true,
  note: {
    zh: '案例须脱敏并经单位同意公开。',
    en: 'Cases are desensitised, and public with the consent of their institution.'
  },
  columns,
  key: ['typical_case_id'],
  institution: { field: 'institution_uscc' },
  departments: ['recommending_dept'],
  checks,
  due: [
    {
      every: 'half_year',
      by: { day_of_next_month: 15, roll: false },
      owed_by_departments: 'is_member',
      basis: 'D：7月15日、1月15日前；由部门汇总征集'
    }
  ],
  // An institution may recommend; it does not select itself.
  department_owns: ['selected_date', 'promotion_kind', 'promoted_date']
} as const satisfies Report;
