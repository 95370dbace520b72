/** R03, who sits on a committee: by number and never by name, to compute its composition. */
import type { Report } from '../declare.ts';
import { checks } from './r03-committee-members-checks.ts';
import { columns } from './r03-committee-members-columns.ts';

export const committeeMembers = {
  id: 'R03',
  table: 'committee_members',
  zh: '委员会委员结构表（去标识）',
  en: 'Committee member composition (pseudonymous)',
  who: { zh: '设有委员会的单位', en: 'Institutions with a committee' },
  frequency: { zh: '变更即报 + 季度确认', en: 'When changed, and confirmed every quarter' },
  deadline: { zh: '与R02同', en: 'As R02' },
  nil: true,
  note: {
    zh: '不采集姓名、身份证号、电话、照片；委员以单位内部序号表示，仅用于组成合规计算；对外只出汇总数。',
    en: 'No names, identity numbers, telephones or photographs: members are numbered within the institution, to compute the composition; only totals are shown.'
  },
  columns,
  key: ['committee_id', 'member_no'],
  institution: { field: 'committee_id', via: 'committees' },
  checks,
  due: [
    {
      every: 'quarter',
      by: { workdays_after: 10 },
      owed_by: 'is_active and (has_active_committee or (has_committee and committee_from is null))',
      basis: 'D：季度确认，季后10个工作日内；变更另按办法第四十三条30日内'
    }
  ],
  filed_within: [
    { id: 'R03.appointed', field: 'term_start', limit: { days: 30 }, basis: '办法第四十三条（与R02同）' },
    {
      id: 'R03.changed',
      field: 'changed_date',
      recurs: true,
      limit: { days: 30 },
      basis: '办法第四十三条（与R02同）'
    }
  ]
} as const satisfies Report;
