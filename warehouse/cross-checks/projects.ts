/** Projects in their ledger and in the reports about listed, international and high-risk activities. */
import type { CrossCheck } from './declare.ts';

export const projects: readonly CrossCheck[] = [
  {
    id: 'VAL-10 review',
    file: 'listed-in-project-and-review',
    report: 'R04',
    field: 'list_item',
    against: 'R13',
    says: {
      zh: '审查台账的清单事项（{found}）与项目台账（{expected}）不一致。',
      en: 'The review says {found}, its project {expected}.'
    },
    remedy: { zh: '核对清单事项，更正有误的一张。', en: 'Check the listed item and correct the wrong one.' },
    basis: 'VAL-10'
  },
  {
    id: 'VAL-10 activity',
    file: 'listed-in-project-and-activity',
    report: 'R06',
    field: 'list_item',
    against: 'R13',
    says: {
      zh: '清单活动表的清单事项（{found}）与项目台账（{expected}）不一致。',
      en: 'The activity says {found}, its project {expected}.'
    },
    remedy: { zh: '核对清单事项，更正有误的一张。', en: 'Check the listed item and correct the wrong one.' },
    basis: 'VAL-10'
  },
  {
    id: 'VAL-10 missing',
    file: 'listed-project-without-activity',
    report: 'R13',
    field: 'list_item',
    against: 'R06',
    says: {
      zh: '项目属于清单事项（{found}）且已开始，没有清单活动登记与复核记录。',
      en: 'A listed project ({found}) has begun without a record of its re-review and registration.'
    },
    remedy: { zh: '补报清单活动登记与复核表。', en: 'Report the listed activity (R06).' },
    basis: 'VAL-10'
  },
  {
    id: 'VAL-13 missing',
    file: 'international-project-reported',
    report: 'R13',
    field: 'is_international',
    against: 'R14',
    says: {
      zh: '项目填“国际合作”，国际合作项目伦理审查表中没有记录。',
      en: 'An international project without its row of the international report.'
    },
    remedy: {
      zh: '补报国际合作项目伦理审查表，或者更正项目台账。',
      en: 'Report it (R14), or correct the project.'
    },
    basis: 'VAL-13'
  },
  {
    id: 'VAL-13 said',
    file: 'international-project-said',
    report: 'R14',
    field: 'project_id',
    against: 'R13',
    says: {
      zh: '已报国际合作项目伦理审查表，项目台账却填“非国际合作”。',
      en: 'Reported as international; the project says that it is not.'
    },
    remedy: { zh: '核对项目台账。', en: 'Check the project.' },
    basis: 'VAL-13'
  },
  {
    id: 'VAL-17',
    file: 'high-risk-monitored',
    report: 'R13',
    field: 'risk_level',
    against: 'R15',
    says: {
      zh: '高风险或清单内的在研项目没有{expected}的动态监测记录。',
      en: 'A high-risk or listed project without its monitoring of {expected}.'
    },
    remedy: { zh: '补报高风险科技活动动态监测表。', en: 'Report the monitoring (R15).' },
    basis: 'VAL-17'
  }
];
