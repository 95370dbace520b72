/** The 12 columns of R03, in the order of the form, and two for keeping the registration up to date. */
import type { Column } from '../declare.ts';

export const columns = [
  {
    field: 'committee_id',
    zh: '委员会编号',
    en: 'Committee no.',
    type: 'string',
    required: 'yes',
    length: 30,
    ref: 'committees',
    variants: ['委员会代码', '伦理委员会编号', '所属委员会编号', 'Committee ID'],
    example: '0000019C-C01'
  },
  {
    field: 'member_no',
    zh: '委员序号',
    en: 'Member no.',
    type: 'string',
    required: 'yes',
    length: 10,
    variants: ['委员编号', '委员代号', '成员序号', '委员号', 'Member ID'],
    note: {
      zh: '单位自编，M01起，换届不复用；不得填姓名',
      en: 'Numbered by the institution from M01, not used again in the next term; no name'
    },
    example: 'M03'
  },
  {
    field: 'member_category',
    zh: '类别',
    en: 'Category',
    type: 'code',
    required: 'yes',
    codes: 'CL08',
    variants: ['委员类别', '专业类别', '专业背景', 'Member category'],
    note: {
      zh: '每届至少含同行专家、伦理、法律三类',
      en: 'A committee has peers, ethics and law at least'
    },
    example: 'ethics'
  },
  {
    field: 'member_role',
    zh: '职务',
    en: 'Role',
    type: 'code',
    required: 'yes',
    codes: 'CL09',
    variants: ['委员职务', '委员会职务', '会内职务', 'Member role'],
    note: { zh: '一个委员会有且仅有1名主任委员', en: 'One chair a committee, no more and no fewer' },
    example: 'vice_chair'
  },
  {
    field: 'gender',
    zh: '性别（仅结构统计）',
    en: 'Gender (composition only)',
    type: 'code',
    required: 'yes',
    codes: 'CL10',
    variants: ['性别', '委员性别', 'Sex'],
    example: 'female'
  },
  {
    field: 'is_external',
    zh: '是否本单位',
    en: 'External',
    type: 'bool',
    required: 'yes',
    variants: ['是否外部委员', '是否外单位', '是否非本单位', '外部委员', '是否外单位委员'],
    note: {
      zh: '注意：填“是”（Y）表示非本单位委员，填“否”（N）表示本单位委员',
      en: 'Mind the meaning: Y is a member from outside the institution, N one of its own'
    },
    example: 'Y'
  },
  {
    field: 'term_start',
    zh: '任期起',
    en: 'Term from',
    type: 'date',
    required: 'yes',
    variants: ['任期开始日期', '任期起始日期', '任职日期', '任期开始', '聘任日期', '任期自'],
    example: '2024-03-15'
  },
  {
    field: 'term_end',
    zh: '任期止',
    en: 'Term to',
    type: 'date',
    required: 'yes',
    may_be_future: true,
    variants: ['任期结束日期', '任期届满日期', '任期终止日期', '任期结束', '任期至'],
    note: { zh: '任期不超过5年，可以连任', en: 'Five years at most, renewable' },
    example: '2029-03-14'
  },
  {
    field: 'pledge_signed',
    zh: '保密与利益冲突承诺已签',
    en: 'Pledge on confidentiality and conflicts of interest signed',
    type: 'bool',
    required: 'yes',
    variants: [
      '是否签署保密与利益冲突承诺',
      '保密和利益冲突承诺已签',
      '保密与利益冲突承诺是否已签',
      '承诺书已签',
      '承诺是否已签'
    ],
    example: 'Y'
  },
  {
    field: 'training_hours_ytd',
    zh: '本年度审查业务培训学时',
    en: 'Hours of training this year',
    type: 'decimal',
    required: 'yes',
    length: 5,
    scale: 1,
    min: 0,
    variants: ['本年度培训学时', '培训学时', '年度培训学时', '本年培训学时', '业务培训学时'],
    note: { zh: '本年累计，可填一位小数', en: 'Cumulated over the year, with one digit after the point' },
    example: '8.0'
  },
  {
    field: 'meetings_attended_ytd',
    zh: '当年参加的审查会议次数',
    en: 'Review meetings attended this year',
    type: 'int',
    required: 'yes',
    min: 0,
    variants: ['参加审查会议次数', '当年参会次数', '本年参加审查会议次数', '参会次数'],
    example: '5'
  },
  {
    field: 'member_status',
    zh: '状态',
    en: 'Status',
    type: 'code',
    required: 'yes',
    codes: 'CL22',
    variants: ['委员状态', '任职状态', '有效状态', 'Member status'],
    example: 'active'
  },
  {
    // Added to the form, with the next: whether a change reached the national platform cannot be told from the others.
    field: 'changed_date',
    zh: '变动日期',
    en: 'Date of change',
    type: 'date',
    required: 'no',
    variants: ['委员变动日期', '变更日期', '变动日', '调整日期'],
    note: {
      zh: '新任、离任、职务调整等变动发生日；本届设立以来未变动的留空',
      en: 'When the member joined, left or changed role; empty if nothing changed since the committee was set up'
    },
    example: ''
  },
  {
    field: 'platform_updated_date',
    zh: '国家平台更新日期',
    en: 'Date updated on the national platform',
    type: 'date',
    required: 'no',
    variants: ['平台更新日期', '国家平台更新日', '国家平台变更登记日期', '平台变更日期'],
    note: { zh: '变动后30日内在国家平台更新', en: 'Within 30 days of the change' },
    example: ''
  }
] as const satisfies readonly Column[];
