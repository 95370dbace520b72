/** R17, research on ethics and what came of it: one row a piece of research, with one output. */
import type { Report } from '../declare.ts';
import { checks } from './r17-ethics-research-checks.ts';
import { columns } from './r17-ethics-research-columns.ts';

export const ethicsResearch = {
  id: 'R17',
  table: 'ethics_research',
  zh: '科技伦理研究与咨询成果表',
  en: 'Ethics research projects & outputs',
  who: { zh: '单位、社团', en: 'Institutions and societies' },
  frequency: { zh: '半年报', en: 'Every half-year' },
  deadline: { zh: '7月15日、1月15日前', en: 'By 15 July and 15 January' },
  nil: true,
  columns,
  key: ['research_id'],
  institution: { field: 'institution_uscc' },
  checks,
  due: [
    {
      every: 'half_year',
      by: { day_of_next_month: 15, roll: false },
      owed_by: 'has_research_tasks and is_active',
      basis: 'D：7月15日、1月15日前'
    }
  ]
} as const satisfies Report;
