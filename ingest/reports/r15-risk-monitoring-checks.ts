/** Truths about one row of R15. That a month is missing, or that a risk rose, needs other rows: rules ask that. */
import type { Check } from '../declare.ts';
import { columnOf } from './column-of.ts';
import { given } from './given.ts';
import { columns } from './r15-risk-monitoring-columns.ts';

export const checks = [
  {
    id: 'R15.monitored_in_period',
    level: 'remark',
    fields: ['monitor_date', 'monitor_period'],
    holds: "strftime(monitor_date, '%Y-%m') = monitor_period",
    says: { zh: '监测日期不在监测期内。', en: 'The date lies outside the month monitored.' },
    remedy: { zh: '核对监测期和监测日期。', en: 'Check both.' },
    basis: 'D'
  },
  {
    id: 'R15.emergency_plan',
    level: 'remark',
    fields: ['has_emergency_plan'],
    holds: 'has_emergency_plan',
    says: { zh: '高风险科技活动没有应急预案。', en: 'A high-risk activity without an emergency plan.' },
    remedy: { zh: '制定应急预案后更新本表。', en: 'Set one up, then update this row.' },
    basis: '市措施二（三）8'
  },
  {
    id: 'R15.drill_within_year',
    level: 'remark',
    fields: ['last_drill_date', 'monitor_date'],
    holds: 'last_drill_date >= monitor_date - interval 12 month',
    says: { zh: '上次应急演练距监测日期超过12个月。', en: 'The last drill was more than 12 months before.' },
    remedy: { zh: '组织应急演练，或者核对日期。', en: 'Hold a drill, or check the date.' },
    basis: 'D'
  },
  given('R15', columnOf(columns, 'measures_taken'), {
    when: 'warning_raised',
    reads: ['warning_raised'],
    said: { zh: '已触发预警', en: 'A warning was raised' },
    basis: '市措施二（三）8'
  })
] as const satisfies readonly Check[];
