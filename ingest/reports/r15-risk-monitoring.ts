/** R15, what the monitoring of a high-risk or listed activity found in a month. */
import type { Report } from '../declare.ts';
import { checks } from './r15-risk-monitoring-checks.ts';
import { columns } from './r15-risk-monitoring-columns.ts';

export const riskMonitoring = {
  id: 'R15',
  table: 'risk_monitoring',
  zh: '高风险科技活动动态监测表',
  en: 'High-risk activity monitoring',
  who: {
    zh: '承担高、极高风险科技活动或者清单活动的单位',
    en: 'Institutions with activities of high or extreme risk, or listed ones'
  },
  frequency: { zh: '月报', en: 'Monthly' },
  deadline: { zh: '次月10日前', en: 'By the 10th of the next month' },
  nil: true,
  columns,
  key: ['monitor_id'],
  institution: { field: 'project_id', via: 'projects' },
  checks,
  due: [
    {
      every: 'month',
      by: { day_of_next_month: 10, roll: true },
      owed_by: 'is_active and has_high_risk_project',
      basis: 'D：次月10日前，遇休假日顺延'
    }
  ]
} as const satisfies Report;
