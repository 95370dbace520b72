/** Words of the digest in both languages. */
import type { Words } from '#ingest/declare.ts';
import type { Section } from '../digest-content.ts';
import type { Level } from '../rules/declare.ts';

export type Language = keyof Words;

export const product = { zh: '善鉴', en: 'Shanjian' } as const satisfies Words;
export const digestName = {
  zh: '科技伦理治理提醒',
  en: 'Research-ethics governance: reminders'
} as const satisfies Words;

export const sectionWords = {
  new: { zh: '新增', en: 'New' },
  worse: { zh: '加重', en: 'Worse' },
  reminder: { zh: '到期提醒', en: 'Due soon' },
  reports: { zh: '报送临期与逾期', en: 'Reports due soon or overdue' },
  recovered: { zh: '已恢复', en: 'Recovered' },
  critical: { zh: '此前已提醒、仍未解除的重大事项', en: 'Critical, said before and still open' }
} as const satisfies Record<Section, Words>;

/** As counted in the subject: 3项新增. */
export const counted: Record<Section, (n: number) => Words> = {
  new: (n) => ({ zh: `${n}项新增`, en: `${n} new` }),
  worse: (n) => ({ zh: `${n}项加重`, en: `${n} worse` }),
  reminder: (n) => ({ zh: `${n}项临期`, en: `${n} due soon` }),
  reports: (n) => ({ zh: `${n}项报送`, en: `${n} about reports` }),
  recovered: (n) => ({ zh: `${n}项恢复`, en: `${n} recovered` }),
  critical: (n) => ({ zh: `${n}项重大未解除`, en: `${n} critical still open` })
};

/** Said under the heading of a section. */
export const sectionNote: Partial<Record<Section, Words>> = {
  reports: {
    zh: '各单位在本平台没有登记邮箱，请转告所列单位。',
    en: 'Institutions have no mailbox here: please pass this on to those listed.'
  }
};

/** Those of whom the same is said. */
export const institutions = (n: number): Words => ({ zh: `${n} 家`, en: `${n} in all` });

export const levelWords = {
  L2: { zh: '升级至行业主管部门', en: 'escalated to the supervising department' },
  L3: { zh: '升级至市科技主管部门责任处室', en: 'escalated to the lead department' },
  L4: { zh: '升级至市级会商机制', en: 'escalated to the joint meeting' },
  L5: { zh: '升级至省级主管部门', en: 'escalated to the province' }
} as const satisfies Record<Level, Words>;

export const label = {
  limit: { zh: '阈值', en: 'limit' },
  due: { zh: '到期日', en: 'due' },
  act_by: { zh: '办理期限', en: 'act by' },
  rose_from: { zh: '原为', en: 'was' },
  recovered: { zh: '情形已消除', en: 'The condition has cleared' },
  voided: { zh: '相关记录已作废', en: 'The record was voided' },
  all_alerts: { zh: '查看全部预警', en: 'All alerts' },
  all_rectifications: { zh: '查看整改台账', en: 'All rectifications' }
} as const satisfies Record<string, Words>;

export const more = (n: number): Words => ({
  zh: `另有 ${n} 项，请在平台查看`,
  en: `${n} more on the dashboard`
});

export const footer = (data_day: string): Words[] => [
  {
    zh: `数据截至 ${data_day}。本邮件由填报数据自动生成，所列均属疑似，待人工核实；核实前不作为认定依据。`,
    en: `Data as of ${data_day}. Generated from submitted data: everything above is suspected until a person confirms it.`
  },
  {
    zh: '本邮件每日至多一封，仅列新增、加重、临期和恢复的事项，且仅限您的权限范围。请勿直接回复。',
    en: 'At most one mail a day, with what is new, worse, due soon or recovered within what you may see. Please do not reply.'
  }
];
