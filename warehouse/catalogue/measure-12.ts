/** Measure 12, publicity for research ethics. */
import type { Indicator } from './declare.ts';
import { ofDepartments } from './groupings.ts';
import { measure12Audience } from './measure-12-audience.ts';

const basis = (quoted?: string) => ({
  zh: `市措施二（四）12${quoted === undefined ? '（加强科技伦理宣传）' : `“${quoted}”`}`,
  en: 'City measures II(4)12'
});
const rejectedEvents = {
  zh: '被退回或待关联的宣传交流活动行（R12）；未报的单位和部门另列',
  en: 'Rejected or waiting rows of the outreach events (R12); who did not report is listed'
};

export const measure12: readonly Indicator[] = [
  {
    id: 'IND-12-01',
    measure: '12',
    words: { zh: '重点节点伦理宣传活动数', en: 'Campaign-window events' },
    strength: 'promote',
    direction: 'up',
    unit: 'count',
    mart: 'outreach_event',
    period: 'year',
    over_time: 'sum',
    dept: 'dept',
    by: ofDepartments,
    values: [
      {
        name: 'count',
        words: { zh: '活动数', en: 'Events' },
        dimension: 'campaign',
        parts: ['sci_tech_week', 'sci_tech_workers_day', 'national_sci_pop_day'],
        timing: { flow: 'event_date', until: 'at_date' },
        shape: { kind: 'count', counts: `campaign <> 'none'` }
      }
    ],
    excluded: [
      {
        where: `campaign = 'none'`,
        words: { zh: '不依托重点节点的活动', en: 'Events that belong to no campaign' }
      }
    ],
    missing: { kind: 'records', reports: ['R12'], words: rejectedEvents },
    thresholds: [
      { name: 'count', green: 3, amber: 1, per: 'part', from: '2023-12-01', basis: 'D（市措施点名三个节点）' }
    ],
    small_denominator: false,
    definition: {
      numerator: {
        zh: '本年依托重点节点举办的科技伦理宣传活动数，按节点分列',
        en: 'Events of the year that belong to a campaign, by campaign'
      },
      denominator: null,
      note: {
        zh: '市措施点名的科技活动周、全国科技工作者日、全国科普日逐一评价，全市总数取其中最差的等级；全国科普月列示而不评价。年末以前未达数量的不评价。分部门只列数量：部门主办的归该部门，单位主办的归其主管部门。活动日期是否在节点窗口内由交叉校验提示，不影响统计。',
        en: 'S&T Week, S&T Workers’ Day and Science Popularisation Day, which the measures name, are judged one by one, the total by the worst of them; the Month is shown and not judged. Nothing is missed before the year is over. Departments are shown without being judged: an event is of the department that held it or that supervises the institution. Dates outside the window are remarked elsewhere and count.'
      }
    },
    legal_basis: basis(),
    reports: ['R12'],
    facts: ['organizer_dept', 'campaign', 'event_kind', 'event_date', 'audience', 'is_ethics_dedicated']
  },
  ...measure12Audience(basis, rejectedEvents)
];
