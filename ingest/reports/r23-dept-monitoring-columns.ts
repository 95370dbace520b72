/** The 11 columns of R23, in the order of the form. */
import type { Column } from '../declare.ts';

export const columns = [
  {
    field: 'dept',
    zh: '部门',
    en: 'Department',
    type: 'code',
    required: 'yes',
    codes: 'CL03',
    variants: ['填报部门', '报送部门', '部门名称', '市级部门'],
    example: 'health_commission'
  },
  {
    field: 'period',
    zh: '期间',
    en: 'Quarter',
    type: 'quarter',
    required: 'yes',
    variants: ['季度', '所属期间', '所属季度', '统计期间'],
    note: { zh: 'YYYY-Qn，如 2026-Q3', en: 'YYYY-Qn, for example 2026-Q3' },
    example: '2026-Q3'
  },
  {
    field: 'submitted_date',
    zh: '提交日期',
    en: 'Date submitted',
    type: 'date',
    required: 'no',
    variants: ['报送日期', '提交时间', '总结提交日期', '上报日期'],
    note: { zh: '总结分析完成的填写', en: 'Needed once the summary is done' },
    example: '2026-10-20'
  },
  {
    field: 'supervised_count',
    zh: '监管单位数',
    en: 'Institutions supervised',
    type: 'int',
    required: 'yes',
    min: 0,
    variants: ['监管单位数量', '主管单位数', '所管单位数', '监管单位'],
    note: {
      zh: '与名录中本部门主管的有效单位数一致',
      en: 'As many as are active under the department in the registry'
    },
    example: '38'
  },
  {
    field: 'inspected_count',
    zh: '开展监督检查单位数',
    en: 'Of these, inspected',
    type: 'int',
    required: 'yes',
    min: 0,
    variants: ['监督检查单位数', '检查单位数', '已检查单位数', '其中开展监督检查单位数'],
    example: '6'
  },
  {
    field: 'issues_found',
    zh: '发现问题数',
    en: 'Issues found',
    type: 'int',
    required: 'yes',
    min: 0,
    variants: ['问题数', '发现问题数量', '检查发现问题数'],
    example: '5'
  },
  {
    field: 'rectifications_issued',
    zh: '督促整改数',
    en: 'Rectifications issued',
    type: 'int',
    required: 'yes',
    min: 0,
    variants: ['督促整改数量', '整改数', '下达整改数', '督促整改问题数'],
    example: '5'
  },
  {
    field: 'major_reported',
    zh: '上报会商重大问题数',
    en: 'Major issues brought to the joint meeting',
    type: 'int',
    required: 'yes',
    min: 0,
    variants: ['重大问题数', '上报重大问题数', '提交会商重大问题数', '上报会商问题数'],
    example: '0'
  },
  {
    field: 'duty_assigned',
    zh: '责任分工是否明确',
    en: 'Duties assigned',
    type: 'bool',
    required: 'yes',
    variants: ['责任分工', '是否明确责任分工', '责任分工明确'],
    example: 'Y'
  },
  {
    field: 'publicity_events',
    zh: '本期宣传教育活动数',
    en: 'Publicity events in the period',
    type: 'int',
    required: 'yes',
    min: 0,
    variants: ['宣传教育活动数', '宣传活动数', '本期宣传活动数', '宣传教育场次'],
    example: '2'
  },
  {
    field: 'analysis_done',
    zh: '总结分析是否完成',
    en: 'Summary done',
    type: 'bool',
    required: 'yes',
    variants: ['是否完成总结分析', '总结分析', '总结是否完成'],
    example: 'Y'
  }
] as const satisfies readonly Column[];
