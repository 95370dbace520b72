/** R23, what a department supervised in a quarter: one row a department and quarter. */
import type { Report } from '../declare.ts';
import { checks } from './r23-dept-monitoring-checks.ts';
import { columns } from './r23-dept-monitoring-columns.ts';

export const deptMonitoring = {
  id: 'R23',
  table: 'dept_monitoring',
  zh: '部门跟踪监测总结报告',
  en: 'Department monitoring summary',
  who: { zh: '7个市级部门', en: 'The seven municipal departments' },
  frequency: { zh: '季报 + 年报', en: 'Quarterly and yearly' },
  deadline: {
    zh: '季后15个工作日内；年度总结次年1月31日前',
    en: 'Within 15 working days of the quarter; the yearly summary by 31 January of the next year'
  },
  nil: false,
  note: {
    zh: '年度总结报送第四季度一行，报告期填年度（YYYY）。',
    en: 'The yearly summary is the row of the fourth quarter, handed in with the year (YYYY) as report period.'
  },
  columns,
  key: ['dept', 'period'],
  institution: null,
  departments: ['dept'],
  checks,
  // The yearly summary is the fourth quarter's row with the year as report period.
  speaks_of:
    "case when regexp_full_match(report_period, '[0-9]{4}年?') then left(report_period, 4) else period end",
  due: [
    {
      every: 'quarter',
      by: { workdays_after: 15 },
      owed_by_departments: 'is_member',
      basis: 'D：季后15个工作日内'
    },
    {
      every: 'year',
      by: { month: 1, day: 31, year: 'next' },
      owed_by_departments: 'is_member',
      basis: 'D：年度总结次年1月31日前'
    }
  ]
} as const satisfies Report;
