/** R02, the register of ethics (review) committees; fields mirror the national registration platform. */
import type { Report } from '../declare.ts';
import { checks } from './r02-committees-checks.ts';

export const committees = {
  id: 'R02',
  table: 'committees',
  zh: '科技伦理（审查）委员会登记表',
  en: 'Ethics (review) committees',
  who: { zh: '设有委员会的单位', en: 'Institutions with a committee' },
  frequency: { zh: '设立/变更即报 + 季度确认', en: 'When set up or changed, and confirmed every quarter' },
  deadline: {
    zh: '设立后30日内在国家平台登记，同时报本表；变更后30日内',
    en: 'Within 30 days of setting up, together with the registration on the national platform; within 30 days of a change'
  },
  nil: true,
  note: {
    zh: '字段对齐国家科技伦理管理信息登记平台（组成、章程、工作制度）。',
    en: 'Fields mirror the national registration platform (composition, charter, working rules).'
  },
  columns: [
    {
      field: 'committee_id',
      zh: '委员会编号',
      en: 'Committee no.',
      type: 'string',
      required: 'yes',
      length: 30,
      variants: ['委员会代码', '伦理委员会编号', 'Committee ID'],
      note: {
        zh: '统一社会信用代码后8位-C序号，换届不变',
        en: 'Last 8 characters of the credit code, then -C and a number; kept through terms'
      },
      example: '0000019C-C01'
    },
    {
      field: 'institution_uscc',
      zh: '统一社会信用代码',
      en: 'Unified social credit code',
      type: 'string',
      required: 'yes',
      length: 18,
      ref: 'institutions',
      variants: ['统一信用代码', '社会信用代码', '信用代码', '单位代码', '机构代码', '所属单位代码', 'USCC'],
      example: '12210100000000019C'
    },
    {
      field: 'committee_name',
      zh: '委员会名称',
      en: 'Name of committee',
      type: 'string',
      required: 'yes',
      length: 100,
      free_text: true,
      variants: ['名称', '伦理委员会名称', '科技伦理委员会名称', 'Committee name'],
      example: '示例大学科技伦理委员会'
    },
    {
      field: 'review_scope',
      zh: '审查范围（多选）',
      en: 'Scope of review',
      type: 'codes',
      required: 'yes',
      codes: 'CL06',
      variants: ['审查范围', '受理范围', '审查类别', 'Review scope'],
      example: 'human_participants;laboratory_animal'
    },
    {
      field: 'regimes',
      zh: '适用制度',
      en: 'Applicable regimes',
      type: 'codes',
      required: 'yes',
      codes: 'CL07',
      variants: ['适用制度（多选）', '适用办法', '适用规定', 'Regimes'],
      note: {
        zh: '可多选；决定法定人数和表决规则',
        en: 'Several are possible; they decide quorum and voting'
      },
      example: 'most_2023;nhc_2023'
    },
    {
      field: 'established_date',
      zh: '设立日期',
      en: 'Date set up',
      type: 'date',
      required: 'yes',
      variants: ['成立日期', '设立时间', '成立时间', 'Established'],
      example: '2024-03-15'
    },
    {
      field: 'platform_registered_date',
      zh: '国家平台登记日期',
      en: 'Date registered on the national platform',
      type: 'date',
      required: 'no',
      variants: ['平台登记日期', '国家平台登记时间', '登记日期', '国家科技伦理平台登记日期'],
      note: { zh: '设立后30日内', en: 'Within 30 days of setting up' },
      example: '2024-04-08'
    },
    {
      field: 'platform_reg_no',
      zh: '国家平台登记号',
      en: 'Registration no. on the national platform',
      type: 'string',
      required: 'conditional',
      length: 60,
      variants: ['平台登记号', '国家平台登记编号', '登记号', '平台编号', '登记编号'],
      note: { zh: '有登记日期的必填', en: 'Needed with the date of registration' },
      example: '（平台号）'
    },
    {
      field: 'health_filed_date',
      zh: '卫健备案日期',
      en: 'Date filed with the health authority',
      type: 'date',
      required: 'conditional',
      variants: ['卫健委备案日期', '卫生健康部门备案日期', '备案日期', '医学伦理备案日期'],
      note: {
        zh: '适用制度含《涉及人的生命科学和医学研究伦理审查办法》的，设立后3个月内备案',
        en: 'Within 3 months of setting up, where the NHC Measures apply'
      },
      example: '2024-05-20'
    },
    {
      field: 'member_count',
      zh: '委员总数',
      en: 'Members',
      type: 'int',
      required: 'yes',
      min: 0,
      variants: ['委员人数', '委员数', '委员会人数', '委员会委员数', 'Number of members'],
      note: { zh: '不少于7人', en: 'Seven or more' },
      example: '9'
    },
    {
      field: 'committee_status',
      zh: '委员会状态',
      en: 'Status of committee',
      type: 'code',
      required: 'yes',
      codes: 'CL22',
      variants: ['状态', '有效状态', 'Status', 'Committee status'],
      example: 'active'
    },
    {
      field: 'has_charter',
      zh: '章程是否制定',
      en: 'Has a charter',
      type: 'bool',
      required: 'yes',
      variants: ['是否制定章程', '章程', '有无章程'],
      example: 'Y'
    },
    {
      field: 'has_coi_rule',
      zh: '利益冲突管理机制',
      en: 'Has a rule on conflicts of interest',
      type: 'bool',
      required: 'yes',
      variants: ['是否有利益冲突管理机制', '利益冲突管理', '利益冲突管理制度'],
      example: 'Y'
    },
    {
      field: 'has_conf_archive_rule',
      zh: '保密与档案制度',
      en: 'Has rules on confidentiality and archives',
      type: 'bool',
      required: 'yes',
      variants: ['保密和档案制度', '保密档案制度', '保密与档案管理制度', '是否有保密与档案制度'],
      example: 'Y'
    },
    {
      field: 'has_emergency_rule',
      zh: '应急审查制度',
      en: 'Has a rule on emergency review',
      type: 'bool',
      required: 'yes',
      variants: ['是否有应急审查制度', '应急审查机制', '应急审查规程'],
      example: 'Y'
    },
    {
      field: 'has_simplified_sop',
      zh: '简易程序工作规程',
      en: 'Has a procedure for simplified review',
      type: 'bool',
      required: 'conditional',
      variants: ['是否有简易程序工作规程', '简易程序规程', '简易审查规程'],
      note: {
        zh: '本期有简易程序审查的必填，且应为是',
        en: 'Needed, and should be Y, where simplified reviews were held in the period'
      },
      example: 'Y'
    },
    {
      field: 'staff_count',
      zh: '专职工作人员数',
      en: 'Full-time staff',
      type: 'int',
      required: 'yes',
      min: 0,
      variants: ['专职人员数', '专职工作人员', '专职秘书数', '工作人员数'],
      example: '2'
    },
    {
      field: 'accepts_delegation',
      zh: '可否接受外部委托',
      en: 'Accepts delegated reviews',
      type: 'bool',
      required: 'yes',
      variants: ['是否接受外部委托', '是否接受委托', '可否接受委托', '接受外部委托'],
      example: 'Y'
    },
    {
      field: 'annual_report_date',
      zh: '上年度报告提交日期',
      en: 'Date of last year’s annual report',
      type: 'date',
      required: 'no',
      variants: ['上年度工作报告提交日期', '年度报告提交日期', '年度工作报告提交日期'],
      note: { zh: '每年3月31日前', en: 'By 31 March' },
      example: '2026-03-20'
    },
    {
      field: 'annual_list_report_date',
      zh: '上年度清单活动实施报告提交日期',
      en: 'Date of last year’s report on listed activities',
      type: 'date',
      required: 'conditional',
      variants: ['清单活动实施报告提交日期', '年度清单活动报告提交日期', '清单活动年度报告提交日期'],
      note: { zh: '有在办清单活动的必填', en: 'Needed where listed activities are under way' },
      example: '2026-03-25'
    }
  ],
  key: ['committee_id'],
  institution: { field: 'institution_uscc' },
  checks,
  due: [
    {
      every: 'quarter',
      by: { workdays_after: 10 },
      // Since it has one; and where the registry says so and no committee was ever reported.
      owed_by: 'is_active and (has_active_committee or (has_committee and committee_from is null))',
      basis: 'D：季度确认，季后10个工作日内；设立和变更另按办法第四十三条30日内'
    }
  ],
  filed_within: [
    { id: 'R02.set_up', field: 'established_date', limit: { days: 30 }, basis: '办法第四十三条' }
  ]
} as const satisfies Report;
