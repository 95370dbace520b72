/** R16, ethics incidents: when they were found, reported and resolved, and how many people they touched. */
import type { Report } from '../declare.ts';
import { checks } from './r16-incidents-checks.ts';
import { columns } from './r16-incidents-columns.ts';

export const incidents = {
  id: 'R16',
  table: 'incidents',
  zh: '科技伦理事件应急处置表',
  en: 'Ethics incidents & response',
  who: { zh: '发生事件的单位', en: 'Institutions where an incident happened' },
  frequency: { zh: '发生即报', en: 'As it happens' },
  deadline: {
    zh: '首报：发现后24小时内（重大2小时内电话+24小时内表）；续报每3个工作日；终报处置结束后10个工作日',
    en: 'First report within 24 hours of finding it (major ones by telephone within 2 hours); then every 3 working days; final report within 10 working days of its end'
  },
  nil: true,
  note: {
    zh: '首报时限为管理设定（非办法原文），须由市科技局确认。',
    en: 'The limit of the first report is a management default, not law; the bureau confirms it.'
  },
  columns,
  key: ['incident_id'],
  institution: { field: 'institution_uscc' },
  checks,
  due: [],
  filed_within: [
    {
      // 24 hours end on the day after; whether the hours were kept is told by the times in the row.
      id: 'R16.first_report',
      field: 'discovered_at',
      limit: { days: 1 },
      basis: 'D：首报发现后24小时内'
    },
    {
      id: 'R16.final_report',
      field: 'resolved_at',
      limit: { workdays: 10 },
      basis: 'D：终报处置结束后10个工作日内'
    }
  ]
} as const satisfies Report;
