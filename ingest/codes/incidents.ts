/** Ethics incidents. */
import type { CodeList } from './code-list.ts';

export const incidents = {
  CL54: {
    id: 'CL54',
    name: 'incident_kind',
    zh: '事件类型',
    en: 'Kind of incident',
    items: [
      { code: 'participant_harm', zh: '研究参与者受损', en: 'Participant harm' },
      { code: 'privacy_breach', zh: '隐私/数据泄露', en: 'Privacy breach' },
      { code: 'animal_welfare_breach', zh: '动物福利事件', en: 'Animal-welfare breach' },
      { code: 'biosafety_event', zh: '生物安全事件', en: 'Biosafety event' },
      { code: 'algorithm_harm', zh: '算法致害', en: 'Algorithmic harm' },
      { code: 'unapproved_activity', zh: '未批先行被发现', en: 'Unapproved activity' },
      { code: 'public_controversy', zh: '重大社会争议', en: 'Public controversy' },
      { code: 'other_incident', zh: '其他', en: 'Other' }
    ]
  },
  CL55: {
    id: 'CL55',
    name: 'incident_level',
    zh: '事件等级',
    en: 'Level of incident',
    note: {
      zh: '分级标准以市级应急文件为准',
      en: 'The city’s emergency documents set the levels'
    },
    items: [
      { code: 'level_1', zh: '特别重大', en: 'Level I' },
      { code: 'level_2', zh: '重大', en: 'Level II' },
      { code: 'level_3', zh: '较大', en: 'Level III' },
      { code: 'level_4', zh: '一般', en: 'Level IV' }
    ]
  },
  CL56: {
    id: 'CL56',
    name: 'incident_status',
    zh: '事件状态',
    en: 'Status of an incident',
    items: [
      { code: 'ongoing', zh: '处置中', en: 'Ongoing' },
      { code: 'contained', zh: '已控制', en: 'Contained' },
      { code: 'resolved', zh: '处置结束', en: 'Resolved' },
      { code: 'closed', zh: '终报归档', en: 'Closed' }
    ]
  }
} as const satisfies Record<string, CodeList>;
