/** The 12 columns of R05, in the order of the form. */
import type { Column } from '../declare.ts';

export const columns = [
  {
    field: 'followup_id',
    zh: '跟踪审查编号',
    en: 'Follow-up no.',
    type: 'string',
    required: 'yes',
    length: 40,
    variants: ['跟踪编号', '跟踪审查号', '跟踪审查序号', 'Follow-up ID'],
    example: '0000019C-F-2026-003'
  },
  {
    field: 'review_id',
    zh: '原审查编号',
    en: 'Review no. of the approval',
    type: 'string',
    required: 'yes',
    length: 40,
    ref: 'reviews',
    variants: ['审查编号', '原伦理审查编号', '原批件号', '批准审查编号', '初始审查编号', 'Review ID'],
    note: {
      zh: '填作出批准或者修改后批准决定的审查编号',
      en: 'The review that approved, or approved after revision'
    },
    example: '0000019C-C01-2025-0007'
  },
  {
    field: 'followup_trigger',
    zh: '触发原因',
    en: 'Trigger',
    type: 'code',
    required: 'yes',
    codes: 'CL24',
    variants: ['跟踪触发原因', '跟踪原因', '触发类型', '跟踪审查原因'],
    example: 'scheduled'
  },
  {
    field: 'due_date',
    zh: '应完成日',
    en: 'Due date',
    type: 'date',
    required: 'yes',
    may_be_future: true,
    variants: ['应完成日期', '应跟踪日', '应跟踪日期', '下次应跟踪日', '跟踪到期日', '应完成时间'],
    note: {
      zh: '上次审查后12个月内，清单活动6个月内',
      en: 'Within 12 months of the last review, 6 months for listed activities'
    },
    example: '2026-10-08'
  },
  {
    field: 'interval_basis',
    zh: '频度调整依据',
    en: 'Ground for another interval',
    type: 'string',
    required: 'no',
    length: 100,
    free_text: true,
    variants: ['频次调整依据', '跟踪频度调整依据', '调整依据', '频度依据'],
    note: {
      zh: '仅适用简易程序审查的活动可以调整频度（办法第二十三条），调整的须填依据',
      en: 'Only for activities under the simplified procedure (Art. 23); then give the ground'
    },
    example: ''
  },
  {
    field: 'completed_at',
    zh: '完成时间',
    en: 'Date completed',
    type: 'date',
    required: 'no',
    variants: ['完成日期', '实际完成日期', '跟踪审查完成时间', '完成日'],
    note: { zh: '空即未完成', en: 'Empty means not completed' },
    example: '2026-09-28'
  },
  {
    field: 'protocol_changed',
    zh: '方案是否调整',
    en: 'Protocol changed',
    type: 'bool',
    required: 'conditional',
    variants: ['研究方案是否调整', '是否调整方案', '方案是否变更'],
    note: { zh: '已完成的必填', en: 'Needed once completed' },
    example: 'N'
  },
  {
    field: 'risk_changed',
    zh: '风险是否变化',
    en: 'Risk changed',
    type: 'bool',
    required: 'conditional',
    variants: ['伦理风险是否变化', '是否发生风险变化', '风险有无变化'],
    note: {
      zh: '已完成的必填；是的，须重新评估',
      en: 'Needed once completed; if Y the risk is assessed anew'
    },
    example: 'N'
  },
  {
    field: 'change_date',
    zh: '变化发生日',
    en: 'Date of the change',
    type: 'date',
    required: 'conditional',
    variants: ['变化发生日期', '变化日期', '变化发生时间', '风险变化日期'],
    note: { zh: '方案调整或风险变化的必填', en: 'Needed when the protocol or the risk changed' },
    example: ''
  },
  {
    field: 'change_reported_date',
    zh: '负责人报告日',
    en: 'Date the lead reported it',
    type: 'date',
    required: 'conditional',
    variants: ['负责人报告日期', '变化报告日期', '报告日期', '负责人报告时间'],
    note: { zh: '方案调整或风险变化的必填', en: 'Needed when the protocol or the risk changed' },
    example: ''
  },
  {
    field: 'followup_decision',
    zh: '跟踪结论',
    en: 'Follow-up decision',
    type: 'code',
    required: 'conditional',
    codes: 'CL16',
    variants: ['跟踪审查结论', '跟踪审查决定', '跟踪决定', '审查结论'],
    note: { zh: '已完成的必填', en: 'Needed once completed' },
    example: 'continue'
  },
  {
    field: 'issues_found',
    zh: '发现问题数',
    en: 'Issues found',
    type: 'int',
    required: 'yes',
    min: 0,
    variants: ['发现的问题数', '问题数', '跟踪发现问题数'],
    note: { zh: '发现问题的，另报问题整改台账', en: 'Issues are reported in R08 as well' },
    example: '0'
  }
] as const satisfies readonly Column[];
