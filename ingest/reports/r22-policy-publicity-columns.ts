/** The 11 columns of R22, in the order of the form. */
import type { Column } from '../declare.ts';

export const columns = [
  {
    field: 'publicity_id',
    zh: '编号',
    en: 'No.',
    type: 'string',
    required: 'yes',
    length: 40,
    variants: ['宣传解读编号', '自查编号', '活动编号', '记录编号', 'Publicity ID'],
    example: 'PP-2026-006'
  },
  {
    field: 'publicity_kind',
    zh: '类型',
    en: 'Kind of publicity',
    type: 'code',
    required: 'yes',
    codes: 'CL64',
    variants: ['宣传解读类型', '类别', '活动类型', 'Publicity type'],
    example: 'interpretation_session'
  },
  {
    field: 'organizer_dept',
    zh: '组织部门',
    en: 'Organising department',
    type: 'code',
    required: 'conditional',
    codes: 'CL03',
    variants: ['主办部门', '举办部门', '解读部门', '发布部门', 'Organizer department'],
    note: { zh: '宣传解读必填', en: 'Needed of an interpretation' },
    example: 'scitech_bureau'
  },
  {
    field: 'institution_uscc',
    zh: '单位代码',
    en: 'Credit code of the institution',
    type: 'string',
    required: 'conditional',
    length: 18,
    ref: 'institutions',
    variants: [
      '自查单位代码',
      '统一社会信用代码',
      '统一信用代码',
      '社会信用代码',
      '信用代码',
      '机构代码',
      'USCC'
    ],
    note: { zh: '自查必填', en: 'Needed of a self-check' },
    example: ''
  },
  {
    field: 'publicity_date',
    zh: '日期',
    en: 'Date',
    type: 'date',
    required: 'yes',
    variants: ['活动日期', '自查日期', '解读日期', '发布日期', '时间'],
    note: { zh: '自查填完成日期', en: 'Of a self-check, the day it was finished' },
    example: '2026-03-18'
  },
  {
    field: 'regimes',
    zh: '涉及制度（多选）',
    en: 'Regimes concerned',
    type: 'codes',
    required: 'yes',
    codes: 'CL07',
    variants: ['涉及制度', '解读制度', '适用制度', '自查依据'],
    example: 'most_2023;ai_2026'
  },
  {
    field: 'covered_usccs',
    zh: '参加单位代码（多）',
    en: 'Credit codes of those attending',
    type: 'strings',
    required: 'conditional',
    ref: 'institutions',
    variants: ['参加单位代码', '参会单位代码', '覆盖单位代码', '参加单位', '参加单位统一社会信用代码'],
    note: {
      zh: '制度解读会必填，多个代码以分号分隔；覆盖率按单位去重',
      en: 'Needed of a session; separated by semicolons; each institution is counted once'
    },
    example: '12210100000000019C'
  },
  {
    field: 'attendees',
    zh: '参加人次',
    en: 'Attendance',
    type: 'int',
    required: 'yes',
    min: 0,
    variants: ['参加人数', '参会人次', '参会人数', '参与人次'],
    note: { zh: '没有集中参加的填0', en: '0 where there was no gathering' },
    example: '180'
  },
  {
    field: 'check_items',
    zh: '自查条目数',
    en: 'Items checked',
    type: 'int',
    required: 'conditional',
    min: 0,
    variants: ['自查项数', '自查条目', '自查事项数', '自查项目数'],
    note: { zh: '自查必填', en: 'Needed of a self-check' },
    example: '40'
  },
  {
    field: 'nonconformities',
    zh: '自查不符合数',
    en: 'Nonconformities',
    type: 'int',
    required: 'conditional',
    min: 0,
    variants: ['不符合数', '不符合项数', '自查不符合项数', '发现问题数'],
    note: { zh: '自查必填，没有的填0', en: 'Needed of a self-check, 0 where there are none' },
    example: '3'
  },
  {
    field: 'nonconformities_fixed',
    zh: '已整改数',
    en: 'Of these, fixed',
    type: 'int',
    required: 'conditional',
    min: 0,
    variants: ['已整改项数', '不符合项已整改数', '整改完成数', '其中已整改数'],
    note: { zh: '有不符合项的必填', en: 'Needed where there are nonconformities' },
    example: '2'
  }
] as const satisfies readonly Column[];
