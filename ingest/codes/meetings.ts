/** The joint meeting of departments, its action items and referrals. */
import type { CodeList } from './code-list.ts';

export const meetings = {
  CL62: {
    id: 'CL62',
    name: 'meeting_kind',
    zh: '会议类型',
    en: 'Kind of meeting',
    items: [
      { code: 'regular', zh: '定期会商', en: 'Regular' },
      { code: 'special', zh: '专题会商', en: 'Special' },
      { code: 'liaison', zh: '联络员会议', en: 'Liaison' }
    ]
  },
  CL63: {
    id: 'CL63',
    name: 'action_status',
    zh: '督办状态',
    en: 'Status of an action item',
    items: [
      { code: 'not_started', zh: '未启动', en: 'Not started' },
      { code: 'in_progress', zh: '推进中', en: 'In progress' },
      { code: 'done', zh: '办结', en: 'Done' },
      { code: 'extended', zh: '经批准延期', en: 'Extended' },
      { code: 'cancelled', zh: '取消', en: 'Cancelled' }
    ]
  },
  CL65: {
    id: 'CL65',
    name: 'referral_kind',
    zh: '交办类别',
    en: 'Kind of referral',
    items: [
      { code: 'alert_routing', zh: '预警转办', en: 'Alert routing' },
      { code: 'case_transfer', zh: '线索移交', en: 'Lead transfer' },
      { code: 'data_verification', zh: '数据核实', en: 'Data verification' },
      { code: 'joint_inspection', zh: '联合检查', en: 'Joint inspection' },
      { code: 'major_issue', zh: '重大问题', en: 'Major issue' }
    ]
  }
} as const satisfies Record<string, CodeList>;
