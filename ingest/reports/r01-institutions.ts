/** R01, the registry of institutions: the only source of denominators by institution. */
import type { Report } from '../declare.ts';
import { checks } from './r01-institutions-checks.ts';

export const institutions = {
  id: 'R01',
  table: 'institutions',
  zh: '单位登记表（名录）',
  en: 'Institution registry',
  who: {
    zh: '各单位填报；市科技局建档、主管部门核对',
    en: 'Institutions; the S&T bureau keeps the file, the supervising department confirms'
  },
  frequency: { zh: '首次建档 + 变更即报 + 年度确认', en: 'Initially, on change, and confirmed every year' },
  deadline: {
    zh: '变更后10个工作日内；年度确认每年1月31日前',
    en: 'Within 10 working days of a change; the yearly confirmation by 31 January'
  },
  nil: false,
  note: {
    zh: '分母的唯一来源：所有“率”指标的单位分母都取自本表。',
    en: 'The only source of denominators: every rate counts its institutions here.'
  },
  columns: [
    {
      field: 'institution_uscc',
      zh: '统一社会信用代码',
      en: 'Unified social credit code',
      type: 'string',
      required: 'yes',
      length: 18,
      variants: [
        '统一信用代码',
        '社会信用代码',
        '信用代码',
        '单位代码',
        '机构代码',
        '单位统一社会信用代码',
        'USCC'
      ],
      example: '12210100000000019C'
    },
    {
      field: 'institution_name',
      zh: '单位名称',
      en: 'Name of institution',
      type: 'string',
      required: 'yes',
      length: 100,
      variants: ['机构名称', '名称', '单位全称', 'Institution name', 'Institution'],
      free_text: true,
      example: '示例大学（虚构）'
    },
    {
      field: 'institution_kind',
      zh: '单位类型',
      en: 'Kind of institution',
      type: 'code',
      required: 'yes',
      codes: 'CL01',
      variants: ['机构类型', '单位类别', '单位性质', 'Institution type'],
      example: 'university'
    },
    {
      field: 'affiliation_level',
      zh: '隶属层级',
      en: 'Level of affiliation',
      type: 'code',
      required: 'yes',
      codes: 'CL02',
      variants: ['隶属关系', '隶属级别', '层级', 'Affiliation'],
      note: {
        zh: '“市属”口径的指标只计 municipal',
        en: 'Indicators on municipal bodies count municipal only'
      },
      example: 'municipal'
    },
    {
      field: 'supervising_dept',
      zh: '行业主管部门',
      en: 'Supervising department',
      type: 'code',
      required: 'yes',
      codes: 'CL03',
      variants: ['主管部门', '业务主管部门', '行业主管', 'Supervisor'],
      note: { zh: '决定预警抄送路径', en: 'Decides who receives a copy of an alert' },
      example: 'education_bureau'
    },
    {
      field: 'district_code',
      zh: '属地区县代码',
      en: 'District code',
      type: 'code',
      required: 'yes',
      codes: 'CL20',
      variants: ['区县代码', '所在区县', '属地区县', '区县', '行政区划代码', '所属区县', 'District'],
      note: {
        zh: 'GB/T 2260 六位码，按实际所在地填，不从信用代码推定',
        en: 'Six digits of GB/T 2260, where the institution really is; not taken from its credit code'
      },
      example: '210112'
    },
    {
      field: 'sector',
      zh: '行业领域',
      en: 'Sector',
      type: 'code',
      required: 'yes',
      codes: 'CL04',
      variants: ['所属行业', '行业', '所属领域', 'Industry'],
      example: 'education'
    },
    {
      field: 'sensitive_fields',
      zh: '敏感领域（多选）',
      en: 'Sensitive fields',
      type: 'codes',
      required: 'yes',
      codes: 'CL05',
      variants: ['敏感领域', '涉及敏感领域', '科技伦理敏感领域'],
      note: { zh: '选“不涉及”时不得再选其他', en: 'None stands alone' },
      example: 'life_science;artificial_intelligence'
    },
    {
      field: 'sensitive_involved',
      zh: '研究内容是否涉及敏感领域',
      en: 'Research touches sensitive fields',
      type: 'bool',
      required: 'yes',
      variants: ['是否涉及敏感领域', '研究内容涉及敏感领域', '是否涉敏感领域'],
      example: 'Y'
    },
    {
      field: 'has_research_tasks',
      zh: '是否承担科研任务',
      en: 'Has research tasks',
      type: 'bool',
      required: 'yes',
      variants: ['承担科研任务', '是否有科研任务', '是否承担科研项目'],
      note: {
        zh: '否则不计入培训、审查分母',
        en: 'Others do not count in denominators of training and review'
      },
      example: 'Y'
    },
    {
      field: 'uses_lab_animals',
      zh: '是否有实验动物使用',
      en: 'Uses laboratory animals',
      type: 'bool',
      required: 'yes',
      variants: ['是否使用实验动物', '实验动物使用', '使用实验动物'],
      note: {
        zh: '是的，应有实验动物福利伦理审查安排',
        en: 'Then a review of animal welfare must be arranged'
      },
      example: 'Y'
    },
    {
      field: 'research_staff_count',
      zh: '科技人员数',
      en: 'Research staff',
      type: 'int',
      required: 'conditional',
      min: 0,
      variants: ['科技人员', '科研人员数', '科技人员总数', '科研人员总数', 'Number of researchers'],
      note: {
        zh: '直接从事科技活动的人员，期末人数；承担科研任务的必填',
        en: 'People directly in S&T activities at the end of the period; needed with research tasks'
      },
      example: '860'
    },
    {
      field: 'student_count',
      zh: '在校生数（高校）',
      en: 'Students (universities)',
      type: 'int',
      required: 'conditional',
      min: 0,
      variants: ['在校生数', '在校学生数', '学生数', '在校生人数', 'Number of students'],
      note: { zh: '高等学校必填', en: 'Needed of universities' },
      example: '18000'
    },
    {
      field: 'has_committee',
      zh: '是否已设科技伦理（审查）委员会',
      en: 'Has an ethics committee',
      type: 'bool',
      required: 'yes',
      variants: [
        '是否已设科技伦理审查委员会',
        '是否已设科技伦理委员会',
        '是否设立伦理委员会',
        '是否已设伦理委员会',
        '已设委员会'
      ],
      note: {
        zh: '须与委员会登记表的有效记录一致',
        en: 'Agrees with the active records of the committee report'
      },
      example: 'Y'
    },
    {
      field: 'internal_rules',
      zh: '已建制度（多选）',
      en: 'Internal rules in place',
      type: 'codes',
      required: 'conditional',
      codes: 'CL21',
      variants: ['已建制度', '内部制度', '已建立制度', '制度建设情况'],
      note: { zh: '尚未建立任何制度的留空', en: 'Leave empty where there is none yet' },
      example: 'charter;risk_assessment;coi;investigation'
    },
    {
      field: 'institution_status',
      zh: '状态',
      en: 'Status',
      type: 'code',
      required: 'yes',
      codes: 'CL22',
      variants: ['单位状态', '机构状态', '有效状态', 'Institution status'],
      note: { zh: '“有效”才进入分母', en: 'Only the active count in denominators' },
      example: 'active'
    },
    {
      field: 'valid_from',
      zh: '生效日期',
      en: 'Valid from',
      type: 'date',
      required: 'yes',
      variants: ['生效日', '有效期起', '起始日期', '开始日期'],
      example: '2024-01-01'
    },
    {
      field: 'valid_to',
      zh: '失效日期',
      en: 'Valid to',
      type: 'date',
      required: 'no',
      may_be_future: true,
      variants: ['失效日', '有效期止', '终止日期', '有效期至'],
      note: { zh: '空即有效', en: 'Empty means valid' },
      example: ''
    },
    {
      field: 'contact_role',
      zh: '联络岗位（非姓名）',
      en: 'Contact post (no name)',
      type: 'string',
      required: 'yes',
      length: 40,
      free_text: true,
      variants: ['联络岗位', '联系岗位', '联络部门', '联系部门', 'Contact'],
      note: {
        zh: '只填岗位或部门，电话用单位固定电话；不得填姓名、身份证号、个人手机',
        en: 'A post or department, with an office line; no name, identity number or mobile number'
      },
      example: '科研处伦理办公室'
    }
  ],
  key: ['institution_uscc'],
  institution: { field: 'institution_uscc' },
  checks,
  due: [
    {
      every: 'year',
      by: { month: 1, day: 31 },
      owed_by: 'is_active',
      basis: 'D：年度确认每年1月31日前；变更后10个工作日内另报'
    }
  ],
  filed_within: [
    {
      id: 'R01.in_force',
      field: 'valid_from',
      recurs: true,
      limit: { workdays: 10 },
      basis: 'D：变更后10个工作日内'
    }
  ]
} as const satisfies Report;
