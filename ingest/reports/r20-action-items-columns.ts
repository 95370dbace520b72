/** The 12 columns of R20, in the order of the form. */
import type { Column } from '../declare.ts';

export const columns = [
  {
    field: 'action_id',
    zh: '事项编号',
    en: 'Action item no.',
    type: 'string',
    required: 'yes',
    length: 40,
    variants: ['督办事项编号', '议定事项编号', '督办编号', '事项号', 'Action ID'],
    example: 'MT-2026-02-A03'
  },
  {
    field: 'meeting_id',
    zh: '会议编号',
    en: 'Meeting no.',
    type: 'string',
    required: 'yes',
    length: 30,
    ref: 'meetings',
    variants: ['会商会议编号', '会议号', '所属会议编号', 'Meeting ID'],
    example: 'MT-2026-02'
  },
  {
    field: 'resolution_no',
    zh: '决议序号',
    en: 'Resolution no.',
    type: 'int',
    required: 'yes',
    min: 1,
    variants: ['决议号', '决议编号', '序号', '议定事项序号'],
    note: { zh: '本次会议内从1起编号', en: 'From 1 within the meeting' },
    example: '2'
  },
  {
    field: 'action_summary',
    zh: '事项内容',
    en: 'Action in short',
    type: 'string',
    required: 'yes',
    length: 200,
    free_text: true,
    variants: ['事项', '议定事项', '议定事项内容', '督办事项', '工作内容', '内容'],
    example: '制定高校课程建设指引'
  },
  {
    field: 'lead_dept',
    zh: '牵头部门',
    en: 'Leading department',
    type: 'code',
    required: 'yes',
    codes: 'CL03',
    variants: ['牵头单位', '责任部门', '责任单位', '主办部门', 'Lead department'],
    example: 'education_bureau'
  },
  {
    field: 'support_depts',
    zh: '配合部门（多选）',
    en: 'Supporting departments',
    type: 'codes',
    required: 'no',
    codes: 'CL03',
    variants: ['配合部门', '配合单位', '协办部门', '协同部门'],
    note: { zh: '不含牵头部门', en: 'Without the leading one' },
    example: 'scitech_bureau'
  },
  {
    field: 'assigned_date',
    zh: '下达日期',
    en: 'Date assigned',
    type: 'date',
    required: 'yes',
    variants: ['下达时间', '交办日期', '部署日期'],
    example: '2026-07-15'
  },
  {
    field: 'due_date',
    zh: '办结期限',
    en: 'Due date',
    type: 'date',
    required: 'yes',
    may_be_future: true,
    variants: ['办理期限', '完成期限', '办结时限', '完成时限', '截止日期'],
    note: {
      zh: '经批准延期的改填延期后的期限',
      en: 'The date granted, once it is extended'
    },
    example: '2026-09-30'
  },
  {
    field: 'completed_date',
    zh: '办结日期',
    en: 'Date completed',
    type: 'date',
    required: 'no',
    variants: ['办结时间', '完成日期', '完成时间', '实际办结日期'],
    note: { zh: '空即未办结', en: 'Empty means open' },
    example: ''
  },
  {
    field: 'action_status',
    zh: '状态',
    en: 'Status',
    type: 'code',
    required: 'yes',
    codes: 'CL63',
    variants: ['督办状态', '办理状态', '事项状态', '进展情况', '办理情况'],
    note: { zh: '是否逾期由系统推定', en: 'Whether it is overdue is derived' },
    example: 'in_progress'
  },
  {
    field: 'extension_count',
    zh: '延期次数',
    en: 'Extensions',
    type: 'int',
    required: 'yes',
    min: 0,
    variants: ['延期数', '已延期次数', '延长次数'],
    example: '0'
  },
  {
    field: 'rectification_id',
    zh: '关联重大问题',
    en: 'Rectification of the major issue',
    type: 'string',
    required: 'no',
    length: 40,
    ref: 'rectifications',
    variants: ['关联整改编号', '整改编号', '重大问题编号', '关联重大问题编号'],
    note: { zh: '填整改编号', en: 'The number of the rectification' },
    example: ''
  }
] as const satisfies readonly Column[];
