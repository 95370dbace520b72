/** R06, activities on the list of the Measures: expert re-review and registration. The city only follows them. */
import type { Report } from '../declare.ts';
import { checks } from './r06-list-activities-checks.ts';
import { columns } from './r06-list-activities-columns.ts';

/** Every step of a listed activity is reported as it happens. */
const step = <const Id extends string>(id: Id, field: string) =>
  ({ id, field, limit: { workdays: 5 }, basis: 'D：各节点发生后5个工作日内' }) as const;

export const listActivities = {
  id: 'R06',
  table: 'list_activities',
  zh: '清单内科技活动登记与复核表',
  en: 'List-activity re-review & registration',
  who: { zh: '承担清单活动的单位', en: 'Institutions with listed activities' },
  frequency: { zh: '发生即报 + 季度更新', en: 'As it happens, and updated every quarter' },
  deadline: {
    zh: '各节点发生后5个工作日内；国家平台登记：获批后30日内',
    en: 'Within 5 working days of each step; registration on the national platform within 30 days of approval'
  },
  nil: true,
  note: {
    zh: '清单=办法附件7项；复核由省级“地方”或国务院行业主管部门组织，市级只跟踪。',
    en: 'The list has the 7 items annexed to the Measures; the province or a central ministry re-reviews, the city only follows.'
  },
  columns,
  key: ['list_activity_id'],
  institution: { field: 'project_id', via: 'projects' },
  checks,
  due: [
    {
      every: 'quarter',
      by: { workdays_after: 10 },
      owed_by: 'is_active and has_listed_activity',
      basis: 'D：季度更新，季后10个工作日内'
    }
  ],
  filed_within: [
    step('R06.applied', 'rereview_applied_date'),
    step('R06.fed_back', 'rereview_feedback_date'),
    step('R06.decided', 'final_decision_date'),
    step('R06.started', 'activity_start_date'),
    step('R06.registered', 'platform_registered_date')
  ]
} as const satisfies Report;
