/** The 15 columns of R10, in the order of the form. */
import type { Column } from '../declare.ts';

export const columns = [
  {
    field: 'training_id',
    zh: '培训编号',
    en: 'Training no.',
    type: 'string',
    required: 'yes',
    length: 40,
    variants: ['培训场次编号', '场次编号', '培训号', '台账编号', 'Training ID'],
    example: 'TR-2026-021'
  },
  {
    field: 'institution_uscc',
    zh: '举办单位代码',
    en: 'Credit code of the organising institution',
    type: 'string',
    required: 'conditional',
    length: 18,
    ref: 'institutions',
    variants: [
      '举办单位统一社会信用代码',
      '主办单位代码',
      '统一社会信用代码',
      '统一信用代码',
      '社会信用代码',
      '单位代码',
      'USCC'
    ],
    note: {
      zh: '与举办部门二选一；委员会举办的填所在单位代码',
      en: 'This or the organising department; for a committee, its institution'
    },
    example: '12210100000000019C'
  },
  {
    field: 'organizer_dept',
    zh: '举办部门',
    en: 'Organising department',
    type: 'code',
    required: 'conditional',
    codes: 'CL03',
    variants: ['主办部门', '组织部门', '培训举办部门', 'Organizer department'],
    note: { zh: '部门举办的填写', en: 'Where a department held it' },
    example: ''
  },
  {
    field: 'training_kind',
    zh: '培训类型',
    en: 'Kind of training',
    type: 'code',
    required: 'yes',
    codes: 'CL41',
    variants: ['类型', '培训类别', '培训种类', 'Training type'],
    example: 'onboarding'
  },
  {
    field: 'training_date',
    zh: '日期',
    en: 'Date of training',
    type: 'date',
    required: 'yes',
    variants: ['培训日期', '培训时间', '举办日期', '举办时间', 'Date'],
    note: { zh: '多日培训填开始日期', en: 'The first day where it took several' },
    example: '2026-09-05'
  },
  {
    field: 'hours',
    zh: '学时',
    en: 'Hours',
    type: 'decimal',
    required: 'yes',
    length: 4,
    scale: 1,
    min: 0.5,
    max: 80,
    variants: ['培训学时', '学时数', '课时', '培训课时'],
    example: '4.0'
  },
  {
    field: 'attendees_staff',
    zh: '参训科技人员人次',
    en: 'Research staff attending',
    type: 'int',
    required: 'yes',
    min: 0,
    variants: ['参训科技人员', '参训科技人员数', '科技人员参训人次', '参训科研人员人次'],
    example: '120'
  },
  {
    field: 'attendees_staff_first_ytd',
    zh: '其中：本年度首次参训人数',
    en: 'Of these, for the first time this year',
    type: 'int',
    required: 'yes',
    min: 0,
    variants: ['本年度首次参训人数', '其中本年度首次参训人数', '首次参训人数', '本年首次参训人数'],
    note: { zh: '用于计算去重的覆盖率', en: 'So that coverage counts each person once' },
    example: '96'
  },
  {
    field: 'attendees_new_hires',
    zh: '参训新入职人数',
    en: 'New hires attending',
    type: 'int',
    required: 'conditional',
    min: 0,
    variants: ['新入职参训人数', '参训新入职人员数', '新入职人数', '其中新入职人数'],
    note: { zh: '入职培训必填', en: 'Needed for onboarding' },
    example: '35'
  },
  {
    field: 'attendees_members',
    zh: '参训委员人次',
    en: 'Committee members attending',
    type: 'int',
    required: 'yes',
    min: 0,
    variants: ['参训委员', '参训委员数', '委员参训人次', '参训委员人数'],
    example: '0'
  },
  {
    field: 'attendees_students',
    zh: '参训学生人次',
    en: 'Students attending',
    type: 'int',
    required: 'yes',
    min: 0,
    variants: ['参训学生', '参训学生数', '学生参训人次', '参训学生人数'],
    example: '0'
  },
  {
    field: 'assessed_count',
    zh: '考核人数',
    en: 'Assessed',
    type: 'int',
    required: 'yes',
    min: 0,
    variants: ['参加考核人数', '考试人数', '参考人数'],
    note: { zh: '未组织考核的填0', en: '0 where nobody was' },
    example: '120'
  },
  {
    field: 'passed_count',
    zh: '考核合格人数',
    en: 'Passed',
    type: 'int',
    required: 'yes',
    min: 0,
    variants: ['合格人数', '考核通过人数', '考试合格人数'],
    example: '117'
  },
  {
    field: 'other_institutions',
    zh: '覆盖外单位数',
    en: 'Other institutions reached',
    type: 'int',
    required: 'yes',
    min: 0,
    variants: ['外单位数', '覆盖外单位', '参训外单位数', '覆盖其他单位数'],
    example: '0'
  },
  {
    field: 'topic',
    zh: '内容主题',
    en: 'Topic',
    type: 'code',
    required: 'yes',
    codes: 'CL42',
    variants: ['主题', '培训主题', '培训内容', '内容'],
    example: 'regulation_interpretation'
  }
] as const satisfies readonly Column[];
