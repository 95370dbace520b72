/** The 12 columns of R17, in the order of the form. */
import type { Column } from '../declare.ts';

export const columns = [
  {
    field: 'research_id',
    zh: '研究编号',
    en: 'Research no.',
    type: 'string',
    required: 'yes',
    length: 40,
    variants: ['课题编号', '研究项目编号', '项目编号', '成果编号', 'Research ID'],
    note: {
      zh: '一项研究有多项成果的，每项成果一行，分别编号',
      en: 'One row and number for each output, where a piece of research has several'
    },
    example: 'ER-2026-003'
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
      '承担单位代码',
      '牵头单位代码',
      '统一社会信用代码',
      '统一信用代码',
      '社会信用代码',
      '机构代码',
      'USCC'
    ],
    example: '12210100000000019C'
  },
  {
    field: 'research_kind',
    zh: '研究类型',
    en: 'Kind of research',
    type: 'code',
    required: 'yes',
    codes: 'CL57',
    variants: ['类型', '研究类别', '课题类型', '项目类型', 'Research type'],
    example: 'funded_project'
  },
  {
    field: 'sensitive_fields',
    zh: '主题领域',
    en: 'Fields',
    type: 'codes',
    required: 'yes',
    codes: 'CL05',
    variants: ['主题领域（多选）', '研究领域', '领域', '敏感领域', '涉及领域'],
    note: { zh: '可多选', en: 'Several are possible' },
    example: 'artificial_intelligence'
  },
  {
    field: 'start_date',
    zh: '立项/启动日期',
    en: 'Date begun',
    type: 'date',
    required: 'yes',
    variants: ['立项日期', '启动日期', '立项时间', '启动时间', '开始日期'],
    example: '2026-01-10'
  },
  {
    field: 'end_date',
    zh: '结题日期',
    en: 'Date ended',
    type: 'date',
    required: 'no',
    variants: ['结题时间', '完成日期', '结束日期', '验收日期'],
    note: { zh: '未结题的留空，不填计划日期', en: 'Empty while it goes on; no planned date' },
    example: ''
  },
  {
    field: 'output_kind',
    zh: '成果类型',
    en: 'Kind of output',
    type: 'code',
    required: 'no',
    codes: 'CL58',
    variants: ['成果形式', '成果类别', '研究成果类型', 'Output type'],
    note: { zh: '有成果的填写', en: 'Where there is one' },
    example: 'advisory_report'
  },
  {
    field: 'output_date',
    zh: '成果日期',
    en: 'Date of output',
    type: 'date',
    required: 'conditional',
    variants: ['成果时间', '成果形成日期', '成果提交日期', '成果发布日期'],
    note: { zh: '有成果的必填', en: 'Needed with an output' },
    example: '2026-06-20'
  },
  {
    field: 'adopted',
    zh: '是否被部门采纳',
    en: 'Adopted by a department',
    type: 'bool',
    required: 'conditional',
    variants: ['是否采纳', '是否被采纳', '采纳情况', '部门采纳'],
    note: {
      zh: '成果为咨询建议或者规范、标准、指南的必填；尚未答复的可暂空',
      en: 'Needed of advice and standards; empty as long as no answer has come'
    },
    example: 'Y'
  },
  {
    field: 'adopted_by_dept',
    zh: '采纳部门',
    en: 'Adopting department',
    type: 'code',
    required: 'conditional',
    codes: 'CL03',
    variants: ['采纳单位', '采纳成果部门', 'Adopted by'],
    note: { zh: '已采纳的必填', en: 'Needed when adopted' },
    example: 'scitech_bureau'
  },
  {
    field: 'partner_count',
    zh: '合作单位数',
    en: 'Partner institutions',
    type: 'int',
    required: 'yes',
    min: 0,
    variants: ['合作单位数量', '合作单位个数', '参与单位数', '协作单位数'],
    example: '2'
  },
  {
    field: 'published',
    zh: '是否公开发布/获批标准',
    en: 'Published, or approved as a standard',
    type: 'bool',
    required: 'yes',
    variants: ['是否公开发布', '是否发布', '公开发布', '是否获批标准', '是否公开发布或获批标准'],
    example: 'N'
  }
] as const satisfies readonly Column[];
