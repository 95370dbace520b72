/** The 9 columns of R24, in the order of the form. */
import type { Column } from '../declare.ts';

export const columns = [
  {
    field: 'referral_id',
    zh: '交办编号',
    en: 'Referral no.',
    type: 'string',
    required: 'yes',
    length: 40,
    variants: ['交办单编号', '交办单号', '交办号', 'Referral ID'],
    example: 'RF-2026-013'
  },
  {
    field: 'from_dept',
    zh: '交办部门',
    en: 'Referring department',
    type: 'code',
    required: 'yes',
    codes: 'CL03',
    variants: ['交办单位', '转办部门', '移交部门', 'From'],
    example: 'scitech_bureau'
  },
  {
    field: 'to_dept',
    zh: '承办部门',
    en: 'Receiving department',
    type: 'code',
    required: 'yes',
    codes: 'CL03',
    variants: ['承办单位', '办理部门', '接收部门', '接办部门', 'To'],
    example: 'health_commission'
  },
  {
    field: 'referral_kind',
    zh: '事由类别',
    en: 'Kind of referral',
    type: 'code',
    required: 'yes',
    codes: 'CL65',
    variants: ['事由', '交办类别', '交办事由', '类别', '交办类型'],
    example: 'alert_routing'
  },
  {
    field: 'referred_date',
    zh: '交办日期',
    en: 'Date referred',
    type: 'date',
    required: 'yes',
    variants: ['交办时间', '转办日期', '移交日期'],
    example: '2026-09-10'
  },
  {
    field: 'acknowledged_date',
    zh: '签收日期',
    en: 'Date acknowledged',
    type: 'date',
    required: 'no',
    variants: ['签收时间', '接收日期', '收件日期'],
    note: { zh: '交办后3个工作日内', en: 'Within 3 working days of referral' },
    example: '2026-09-11'
  },
  {
    field: 'due_date',
    zh: '办结期限',
    en: 'Due date',
    type: 'date',
    required: 'yes',
    may_be_future: true,
    variants: ['办理期限', '办结时限', '办理时限', '截止日期', '完成期限'],
    example: '2026-09-24'
  },
  {
    field: 'completed_date',
    zh: '办结日期',
    en: 'Date completed',
    type: 'date',
    required: 'no',
    variants: ['办结时间', '完成日期', '完成时间', '实际办结日期'],
    note: { zh: '空即未办结', en: 'Empty means open' },
    example: '2026-09-22'
  },
  {
    field: 'related_id',
    zh: '关联编号',
    en: 'Related no.',
    type: 'string',
    required: 'no',
    length: 40,
    variants: ['关联单号', '关联预警编号', '关联整改编号', '关联案件编号', '相关编号'],
    note: { zh: '预警、整改或者案件的编号', en: 'Of the alert, rectification or case' },
    example: 'RC-2026-017'
  }
] as const satisfies readonly Column[];
