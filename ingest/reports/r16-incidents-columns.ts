/** The 15 columns of R16, in the order of the form. */
import type { Column } from '../declare.ts';

export const columns = [
  {
    field: 'incident_id',
    zh: '事件编号',
    en: 'Incident no.',
    type: 'string',
    required: 'yes',
    length: 40,
    variants: ['事件号', '伦理事件编号', '科技伦理事件编号', 'Incident ID'],
    example: 'IN-2026-001'
  },
  {
    field: 'institution_uscc',
    zh: '单位代码',
    en: 'Credit code of the institution',
    type: 'string',
    required: 'yes',
    length: 18,
    ref: 'institutions',
    variants: [
      '发生单位代码',
      '事件单位代码',
      '统一社会信用代码',
      '统一信用代码',
      '社会信用代码',
      '机构代码',
      'USCC'
    ],
    example: '12210100000000019C'
  },
  {
    field: 'project_id',
    zh: '项目编号',
    en: 'Project no.',
    type: 'string',
    required: 'no',
    length: 40,
    ref: 'projects',
    variants: ['项目号', '课题编号', '涉及项目编号', '科技活动编号', 'Project ID'],
    example: 'P2026-031'
  },
  {
    field: 'incident_kind',
    zh: '事件类型',
    en: 'Kind of incident',
    type: 'code',
    required: 'yes',
    codes: 'CL54',
    variants: ['事件类别', '伦理事件类型', '事件种类'],
    example: 'participant_harm'
  },
  {
    field: 'incident_level',
    zh: '事件等级',
    en: 'Level of incident',
    type: 'code',
    required: 'yes',
    codes: 'CL55',
    variants: ['事件级别', '事件分级', '伦理事件等级'],
    example: 'level_3'
  },
  {
    field: 'discovered_at',
    zh: '发现时间',
    en: 'Time found',
    type: 'datetime',
    required: 'yes',
    variants: ['事件发现时间', '发现日期', '发现时刻'],
    note: { zh: '精确到分钟，如 2026-07-02 08:30', en: 'To the minute, for example 2026-07-02 08:30' },
    example: '2026-07-02T08:30+08:00'
  },
  {
    field: 'first_reported_at',
    zh: '首报时间',
    en: 'Time first reported',
    type: 'datetime',
    required: 'yes',
    variants: ['首次报告时间', '首次上报时间', '首报日期'],
    note: { zh: '发现后24小时内', en: 'Within 24 hours of finding it' },
    example: '2026-07-02T16:00+08:00'
  },
  {
    field: 'plan_activated_at',
    zh: '应急预案启动时间',
    en: 'Time the emergency plan was activated',
    type: 'datetime',
    required: 'no',
    variants: ['预案启动时间', '启动应急预案时间', '应急启动时间', '应急响应启动时间'],
    example: '2026-07-02T10:00+08:00'
  },
  {
    field: 'activity_suspended',
    zh: '活动是否暂停',
    en: 'Activity suspended',
    type: 'bool',
    required: 'yes',
    variants: ['是否暂停活动', '科技活动是否暂停', '是否已暂停', '是否暂停'],
    note: { zh: '特别重大、重大事件应暂停', en: 'Due at levels I and II' },
    example: 'Y'
  },
  {
    field: 'resolved_at',
    zh: '处置结束时间',
    en: 'Time resolved',
    type: 'datetime',
    required: 'no',
    variants: ['处置完成时间', '处置结束日期', '应急处置结束时间', '结束时间'],
    example: '2026-07-05T18:00+08:00'
  },
  {
    field: 'final_report_date',
    zh: '终报日期',
    en: 'Date of the final report',
    type: 'date',
    required: 'no',
    variants: ['终报时间', '终结报告日期', '最终报告日期'],
    note: { zh: '处置结束后10个工作日内', en: 'Within 10 working days of its end' },
    example: '2026-07-15'
  },
  {
    field: 'affected_count',
    zh: '影响人数（不含身份）',
    en: 'Persons affected (no identities)',
    type: 'int',
    required: 'yes',
    min: 0,
    variants: ['影响人数', '受影响人数', '涉及人数'],
    note: { zh: '只报人数，不报身份', en: 'How many, no identities' },
    example: '1'
  },
  {
    field: 'case_id',
    zh: '是否引发案件',
    en: 'Case that followed',
    type: 'string',
    required: 'no',
    length: 40,
    ref: 'cases',
    variants: ['案件编号', '引发案件编号', '关联案件编号', 'Case ID'],
    note: {
      zh: '填案件编号；未引发案件的留空，不填“是”“否”',
      en: 'The number of the case, not Y or N; empty if there is none'
    },
    example: ''
  },
  {
    field: 'rectification_id',
    zh: '是否引发整改',
    en: 'Rectification that followed',
    type: 'string',
    required: 'no',
    length: 40,
    ref: 'rectifications',
    variants: ['整改编号', '引发整改编号', '关联整改编号', 'Rectification ID'],
    note: {
      zh: '填整改编号；未引发整改的留空，不填“是”“否”',
      en: 'The number of the rectification, not Y or N; empty if there is none'
    },
    example: 'RC-2026-017'
  },
  {
    field: 'incident_status',
    zh: '事件状态',
    en: 'Status of incident',
    type: 'code',
    required: 'yes',
    codes: 'CL56',
    variants: ['状态', '处置状态', '事件进展', 'Status'],
    example: 'resolved'
  }
] as const satisfies readonly Column[];
