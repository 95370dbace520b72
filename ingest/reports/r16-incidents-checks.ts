/** Truths about one row of R16. The limits of first and final report are parameters with dates: a rule asks them. */
import type { Check } from '../declare.ts';
import { columnOf } from './column-of.ts';
import { given } from './given.ts';
import { columns } from './r16-incidents-columns.ts';

export const checks = [
  {
    id: 'R16.reported_after_found',
    level: 'reject',
    fields: ['first_reported_at', 'discovered_at'],
    holds: 'first_reported_at >= discovered_at',
    says: { zh: '首报时间早于发现时间。', en: 'Reported before it was found.' },
    remedy: { zh: '核对两个时间。', en: 'Check both times.' },
    basis: '市措施二（三）8'
  },
  {
    id: 'R16.resolved_after_found',
    level: 'reject',
    fields: ['resolved_at', 'discovered_at'],
    holds: 'resolved_at >= discovered_at',
    says: { zh: '处置结束时间早于发现时间。', en: 'Resolved before it was found.' },
    remedy: { zh: '核对两个时间。', en: 'Check both times.' },
    basis: 'D'
  },
  {
    id: 'R16.final_report_after_end',
    level: 'remark',
    fields: ['final_report_date', 'resolved_at'],
    holds:
      'final_report_date is null or (resolved_at is not null and final_report_date >= cast(resolved_at as date))',
    says: {
      zh: '已填终报日期，但处置结束时间未填或者晚于终报日期。',
      en: 'A final report without the end of the incident, or before it.'
    },
    remedy: {
      zh: '终报在处置结束后提交；核对处置结束时间和终报日期。',
      en: 'It comes after the end; check both.'
    },
    basis: 'D'
  },
  {
    id: 'R16.serious_suspended',
    level: 'remark',
    fields: ['activity_suspended', 'incident_level'],
    holds: "incident_level not in ('level_1', 'level_2') or activity_suspended",
    says: {
      zh: '特别重大、重大事件的相关活动未暂停。',
      en: 'At level I or II, and the activity is not suspended.'
    },
    remedy: {
      zh: '立即暂停相关科技活动并更新本表；等级填错的，更正事件等级。',
      en: 'Suspend the activity at once and update this row, or correct the level.'
    },
    basis: '市措施二（三）8'
  },
  given('R16', columnOf(columns, 'resolved_at'), {
    when: "incident_status in ('resolved', 'closed')",
    reads: ['incident_status'],
    said: { zh: '事件处置已结束', en: 'The incident is resolved' },
    basis: 'D'
  }),
  given('R16', columnOf(columns, 'final_report_date'), {
    when: "incident_status = 'closed'",
    reads: ['incident_status'],
    said: { zh: '事件已终报归档', en: 'The incident is closed' },
    basis: 'D'
  }),
  {
    id: 'R16.status_follows_end',
    level: 'remark',
    fields: ['incident_status', 'resolved_at'],
    holds: "incident_status <> 'ongoing' or resolved_at is null",
    says: { zh: '已填处置结束时间，状态仍为“处置中”。', en: 'Resolved, and the status is still ongoing.' },
    remedy: { zh: '更新事件状态，或者清空处置结束时间。', en: 'Update the status, or clear the time.' },
    basis: 'D'
  }
] as const satisfies readonly Check[];
