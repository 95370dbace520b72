/** The 12 columns of R15, in the order of the form. */
import type { Column } from '../declare.ts';

export const columns = [
  {
    field: 'monitor_id',
    zh: '监测编号',
    en: 'Monitoring no.',
    type: 'string',
    required: 'yes',
    length: 40,
    variants: ['监测号', '监测记录编号', '动态监测编号', 'Monitoring ID'],
    example: 'MN-2026-09-002'
  },
  {
    field: 'project_id',
    zh: '项目编号',
    en: 'Project no.',
    type: 'string',
    required: 'yes',
    length: 40,
    ref: 'projects',
    variants: ['项目号', '课题编号', '科技活动编号', 'Project ID'],
    example: 'P2026-040'
  },
  {
    field: 'monitor_period',
    zh: '监测期',
    en: 'Month monitored',
    type: 'month',
    required: 'yes',
    variants: ['监测期间', '监测月份', '监测所属期', '监测周期'],
    note: { zh: 'YYYY-MM，如 2026-09', en: 'YYYY-MM, for example 2026-09' },
    example: '2026-09'
  },
  {
    field: 'monitor_date',
    zh: '监测日期',
    en: 'Date of monitoring',
    type: 'date',
    required: 'yes',
    variants: ['监测时间', '监测日', '动态监测日期'],
    example: '2026-09-28'
  },
  {
    field: 'assessed_risk_level',
    zh: '风险评估等级',
    en: 'Level of risk assessed',
    type: 'code',
    required: 'yes',
    codes: 'CL50',
    variants: ['风险等级', '评估风险等级', '本期风险等级', '伦理风险等级'],
    example: 'high'
  },
  {
    field: 'risk_trend',
    zh: '较上期变化',
    en: 'Change since the last period',
    type: 'code',
    required: 'yes',
    codes: 'CL51',
    variants: ['风险变化趋势', '风险趋势', '与上期相比', '较上期趋势'],
    example: 'stable'
  },
  {
    field: 'risk_points',
    zh: '关键风险点（多选）',
    en: 'Key risks',
    type: 'codes',
    required: 'yes',
    codes: 'CL52',
    variants: ['关键风险点', '风险点', '主要风险点', '伦理风险点'],
    example: 'informed_consent;data_privacy'
  },
  {
    field: 'control_status',
    zh: '防控措施执行情况',
    en: 'Controls in effect',
    type: 'code',
    required: 'yes',
    codes: 'CL53',
    variants: ['防控措施执行', '风险防控措施执行情况', '措施执行情况', '防控措施落实情况'],
    example: 'effective'
  },
  {
    field: 'has_emergency_plan',
    zh: '是否有应急预案',
    en: 'Has an emergency plan',
    type: 'bool',
    required: 'yes',
    variants: ['有无应急预案', '应急预案', '是否制定应急预案'],
    note: { zh: '应有预案', en: 'There should be one' },
    example: 'Y'
  },
  {
    field: 'last_drill_date',
    zh: '上次应急演练日期',
    en: 'Date of the last drill',
    type: 'date',
    required: 'no',
    variants: ['应急演练日期', '最近应急演练日期', '上次演练日期', '最近一次应急演练日期'],
    note: { zh: '建议12个月内演练一次', en: 'One within 12 months is advised' },
    example: '2026-03-12'
  },
  {
    field: 'warning_raised',
    zh: '是否触发预警',
    en: 'Warning raised',
    type: 'bool',
    required: 'yes',
    variants: ['是否预警', '触发预警', '有无预警'],
    example: 'N'
  },
  {
    field: 'measures_taken',
    zh: '已采取措施',
    en: 'Measures taken',
    type: 'string',
    required: 'conditional',
    length: 200,
    free_text: true,
    variants: ['采取措施', '采取的措施', '处置措施', '应对措施'],
    note: {
      zh: '触发预警的必填；不得填写个人信息和涉密内容',
      en: 'Needed with a warning; no personal data, nothing classified'
    },
    example: ''
  }
] as const satisfies readonly Column[];
