/** The 11 columns of R18, in the order of the form. */
import type { Column } from '../declare.ts';

export const columns = [
  {
    field: 'typical_case_id',
    zh: '案例编号',
    en: 'Case no.',
    type: 'string',
    required: 'yes',
    length: 40,
    variants: ['典型案例编号', '案例号', '案例代码', 'Typical case ID'],
    example: 'TC-2026-002'
  },
  {
    field: 'recommending_dept',
    zh: '推荐部门',
    en: 'Recommending department',
    type: 'code',
    required: 'yes',
    codes: 'CL03',
    variants: ['推荐单位', '报送部门', '征集部门', 'Recommended by'],
    note: {
      zh: '单位推荐的填其主管部门',
      en: 'For a case of an institution’s own, its supervising department'
    },
    example: 'health_commission'
  },
  {
    field: 'institution_uscc',
    zh: '来源单位代码',
    en: 'Credit code of the institution',
    type: 'string',
    required: 'yes',
    length: 18,
    ref: 'institutions',
    variants: [
      '来源单位统一社会信用代码',
      '案例来源单位代码',
      '统一社会信用代码',
      '统一信用代码',
      '社会信用代码',
      '单位代码',
      'USCC'
    ],
    example: '12210100000000019C'
  },
  {
    field: 'case_theme',
    zh: '案例类型',
    en: 'Theme of the case',
    type: 'code',
    required: 'yes',
    codes: 'CL59',
    variants: ['案例主题', '案例类别', '类型', '主题'],
    example: 'review_practice'
  },
  {
    field: 'case_nature',
    zh: '性质',
    en: 'Nature of the case',
    type: 'code',
    required: 'yes',
    codes: 'CL60',
    variants: ['案例性质', '正反面', '正面/反面'],
    example: 'positive'
  },
  {
    field: 'recommended_date',
    zh: '推荐日期',
    en: 'Date recommended',
    type: 'date',
    required: 'yes',
    variants: ['推荐时间', '报送日期', '征集日期'],
    example: '2026-06-30'
  },
  {
    field: 'desensitised',
    zh: '脱敏确认',
    en: 'Desensitised',
    type: 'bool',
    required: 'yes',
    variants: ['是否脱敏', '是否已脱敏', '脱敏情况', '是否完成脱敏'],
    example: 'Y'
  },
  {
    field: 'selected_date',
    zh: '入选日期',
    en: 'Date selected',
    type: 'date',
    required: 'no',
    variants: ['入选时间', '评选入选日期', '遴选日期'],
    note: { zh: '未入选的留空', en: 'Empty where it was not' },
    example: '2026-08-10'
  },
  {
    field: 'promotion_kind',
    zh: '推广方式',
    en: 'Way of promotion',
    type: 'code',
    required: 'no',
    codes: 'CL61',
    variants: ['推广形式', '推广渠道', '推广途径'],
    note: { zh: '入选的填写', en: 'Needed once selected' },
    example: 'city_bulletin'
  },
  {
    field: 'promoted_date',
    zh: '推广日期',
    en: 'Date promoted',
    type: 'date',
    required: 'no',
    variants: ['推广时间', '通报日期', '首次推广日期'],
    example: '2026-09-01'
  },
  {
    field: 'reuse_count',
    zh: '被其他单位采用数',
    en: 'Institutions that took it up',
    type: 'int',
    required: 'yes',
    min: 0,
    variants: ['采用单位数', '被采用数', '其他单位采用数', '采用数'],
    example: '0'
  }
] as const satisfies readonly Column[];
