/** R07, reviews left to another committee, and reviews of others that are recognised. */
import type { Report } from '../declare.ts';
import { checks } from './r07-delegations-checks.ts';
import { columns } from './r07-delegations-columns.ts';

export const delegations = {
  id: 'R07',
  table: 'delegations',
  zh: '委托审查与结果互认表',
  en: 'Delegated review & mutual recognition',
  who: {
    zh: '委托方单位；受托方确认',
    en: 'The institution that delegates; the entrusted one confirms'
  },
  frequency: { zh: '发生即报 + 季度更新', en: 'As it happens, and updated every quarter' },
  deadline: {
    zh: '签订/认可后10个工作日内',
    en: 'Within 10 working days of signing or recognising'
  },
  nil: true,
  columns,
  key: ['delegation_id'],
  institution: { field: 'institution_uscc' },
  checks,
  due: [
    {
      every: 'quarter',
      by: { workdays_after: 10 },
      owed_by: 'is_active and has_delegation',
      basis: 'D：季度更新，季后10个工作日内'
    }
  ],
  filed_within: [
    {
      // The form has no day of signing: an agreement is taken to be signed by the day from which it runs.
      id: 'R07.agreed',
      field: 'valid_from',
      when: "delegation_kind <> 'mutual_recognition'",
      limit: { workdays: 10 },
      basis: 'D：签订后10个工作日内'
    },
    {
      id: 'R07.recognised',
      field: 'recognition_date',
      limit: { workdays: 10 },
      basis: 'D：认可后10个工作日内'
    }
  ]
} as const satisfies Report;
