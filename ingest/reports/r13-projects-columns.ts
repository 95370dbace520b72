/** The 25 columns of R13, in the order of the form, and one that a rule needs. The file is long because the row is. */
import type { Column } from '../declare.ts';

export const columns = [
  {
    field: 'project_id',
    zh: '项目编号',
    en: 'Project no.',
    type: 'string',
    required: 'yes',
    length: 40,
    variants: ['项目号', '课题编号', '科技活动编号', '立项编号', 'Project ID'],
    example: 'P2026-031'
  },
  {
    field: 'institution_uscc',
    zh: '承担单位代码',
    en: 'Credit code of the institution',
    type: 'string',
    required: 'yes',
    length: 18,
    ref: 'institutions',
    variants: [
      '承担单位统一社会信用代码',
      '项目承担单位代码',
      '统一社会信用代码',
      '统一信用代码',
      '社会信用代码',
      '单位代码',
      'USCC'
    ],
    example: '12210100000000019C'
  },
  {
    field: 'project_level',
    zh: '项目级别',
    en: 'Level of project',
    type: 'code',
    required: 'yes',
    codes: 'CL48',
    variants: ['级别', '课题级别', '项目层级', '立项级别'],
    example: 'municipal'
  },
  {
    field: 'funding_kind',
    zh: '资金来源',
    en: 'Source of funding',
    type: 'code',
    required: 'yes',
    codes: 'CL49',
    variants: ['经费来源', '资金类型', '项目资金来源', '经费类型'],
    note: { zh: '财政资金项目计入承诺覆盖率', en: 'Fiscal projects count for the coverage of commitments' },
    example: 'fiscal'
  },
  {
    field: 'managing_dept',
    zh: '项目管理部门',
    en: 'Managing department',
    type: 'code',
    required: 'conditional',
    codes: 'CL03',
    variants: ['管理部门', '项目主管部门', '立项部门', '归口管理部门'],
    note: { zh: '市级项目必填', en: 'Needed of municipal projects' },
    example: 'scitech_bureau'
  },
  {
    field: 'sensitive_fields',
    zh: '领域',
    en: 'Fields',
    type: 'codes',
    required: 'yes',
    codes: 'CL05',
    variants: ['敏感领域', '研究领域', '所属领域', '涉及领域', '敏感领域（多选）', '科技伦理敏感领域'],
    note: {
      zh: '可多选；不涉及敏感领域的选“不涉及”，不得同时选其他',
      en: 'Several are possible; “none” stands alone'
    },
    example: 'medicine'
  },
  {
    field: 'approved_project_date',
    zh: '立项日期',
    en: 'Date the project was approved',
    type: 'date',
    required: 'no',
    variants: ['立项时间', '批准立项日期', '项目立项日期', '立项日'],
    example: '2026-03-10'
  },
  {
    field: 'start_date',
    zh: '开始日期',
    en: 'Start date',
    type: 'date',
    required: 'no',
    may_be_future: true,
    variants: ['项目开始日期', '起始日期', '开始时间', '执行期开始', '实施开始日期'],
    note: { zh: '未开始的填计划开始日期', en: 'The planned date if it has not begun' },
    example: '2026-04-01'
  },
  {
    field: 'end_date',
    zh: '结束日期',
    en: 'End date',
    type: 'date',
    required: 'no',
    may_be_future: true,
    variants: ['项目结束日期', '终止日期', '结束时间', '执行期结束', '计划结束日期', '完成日期'],
    note: { zh: '未结束的填计划结束日期', en: 'The planned date if it has not ended' },
    example: '2028-03-31'
  },
  {
    field: 'risk_assessed',
    zh: '伦理风险评估是否完成',
    en: 'Ethics risk assessment done',
    type: 'bool',
    required: 'yes',
    variants: ['是否完成伦理风险评估', '是否完成风险评估', '伦理风险评估', '风险评估是否完成'],
    example: 'Y'
  },
  {
    field: 'risk_assessed_date',
    zh: '评估完成日期',
    en: 'Date of the assessment',
    type: 'date',
    required: 'conditional',
    variants: ['风险评估日期', '风险评估完成日期', '伦理风险评估日期', '评估日期', '评估完成时间'],
    note: {
      zh: '已完成评估的必填；应不晚于开始日期',
      en: 'Needed with the assessment; no later than the start'
    },
    example: '2026-03-20'
  },
  {
    field: 'in_review_scope',
    zh: '评估结论：是否属审查范围',
    en: 'Within the scope of review',
    type: 'bool',
    required: 'conditional',
    variants: ['是否属审查范围', '是否属于审查范围', '属于审查范围', '评估结论', '是否应当审查'],
    note: { zh: '已完成评估的必填', en: 'Needed with the assessment' },
    example: 'Y'
  },
  {
    field: 'activity_scope',
    zh: '活动类别（多选）',
    en: 'Categories of activity',
    type: 'codes',
    required: 'conditional',
    codes: 'CL06',
    variants: ['活动类别', '科技活动类别', '涉及类别'],
    note: { zh: '属审查范围的必填', en: 'Needed within the scope of review' },
    example: 'human_participants'
  },
  {
    field: 'list_item',
    zh: '清单事项',
    en: 'Listed item',
    type: 'code',
    required: 'yes',
    codes: 'CL14',
    variants: ['清单项目', '专家复核清单事项', '清单类别', '是否清单事项'],
    note: {
      zh: '不属于清单的选“不属于清单”；属于清单的另报清单内科技活动登记与复核表',
      en: '“Not listed” otherwise; a listed activity is reported in R06 as well'
    },
    example: 'none'
  },
  {
    field: 'risk_level',
    zh: '伦理风险等级',
    en: 'Level of ethics risk',
    type: 'code',
    required: 'yes',
    codes: 'CL50',
    variants: ['风险等级', '科技伦理风险等级', '风险级别', '伦理风险级别'],
    example: 'medium'
  },
  {
    field: 'approval_review_id',
    zh: '批准审查编号',
    en: 'Review no. of the approval',
    type: 'string',
    required: 'no',
    length: 40,
    ref: 'reviews',
    variants: ['伦理审查编号', '审查编号', '批准的审查编号', '伦理批件号', '审查批件号', 'Review ID'],
    note: { zh: '属审查范围且已开始的应填', en: 'Due once a project within the scope has begun' },
    example: '0000019C-C01-2026-0012'
  },
  {
    field: 'commitment_signed_date',
    zh: '承诺书签署日期',
    en: 'Date the commitment was signed',
    type: 'date',
    required: 'no',
    variants: ['承诺书签订日期', '承诺签署日期', '伦理承诺书签署日期', '承诺日期'],
    note: { zh: '财政资金项目应在立项前签署', en: 'Before approval for fiscal projects' },
    example: '2026-03-05'
  },
  {
    field: 'pi_commitment_signed',
    zh: '负责人是否签署',
    en: 'Signed by the project lead',
    type: 'bool',
    required: 'yes',
    variants: ['负责人是否签署承诺', '项目负责人是否签署', '负责人是否签署承诺书', '负责人承诺'],
    example: 'Y'
  },
  {
    field: 'process_checks_ytd',
    zh: '全过程检查次数（本年）',
    en: 'Checks this year',
    type: 'int',
    required: 'yes',
    min: 0,
    variants: ['全过程检查次数', '本年检查次数', '检查次数', '过程检查次数'],
    example: '1'
  },
  {
    field: 'issues_found_ytd',
    zh: '检查发现问题数（本年）',
    en: 'Issues found this year',
    type: 'int',
    required: 'yes',
    min: 0,
    variants: ['检查发现问题数', '本年发现问题数', '发现问题数', '检查发现的问题数'],
    example: '0'
  },
  {
    field: 'issues_corrected_ytd',
    zh: '已纠正问题数（本年）',
    en: 'Of these, corrected',
    type: 'int',
    required: 'yes',
    min: 0,
    variants: ['已纠正问题数', '本年已纠正问题数', '纠正问题数', '已整改问题数'],
    note: { zh: '只计本年检查发现的问题中已纠正的', en: 'Of those found this year' },
    example: '0'
  },
  {
    field: 'sensitive_release',
    zh: '是否有敏感成果待发布',
    en: 'Sensitive results to be released',
    type: 'bool',
    required: 'yes',
    variants: ['是否有敏感成果', '敏感成果待发布', '有无敏感成果待发布', '是否有敏感成果发布'],
    note: { zh: '已发布的仍填“是”', en: 'Still Y once they are released' },
    example: 'N'
  },
  {
    field: 'release_date',
    zh: '敏感成果首次发布日期',
    en: 'Date sensitive results were first released',
    type: 'date',
    required: 'no',
    variants: ['首次发布日期', '敏感成果发布日期', '成果发布日期', '成果首次发布日期'],
    note: { zh: '应不早于发布前审核决定日', en: 'No earlier than the decision of the pre-release check' },
    example: ''
  },
  {
    field: 'is_international',
    zh: '是否国际合作',
    en: 'International cooperation',
    type: 'bool',
    required: 'yes',
    variants: ['国际合作', '是否国际合作项目', '是否涉及国际合作'],
    note: { zh: '是的，另报国际合作项目伦理审查表', en: 'Then it is reported in R14 as well' },
    example: 'N'
  },
  {
    field: 'project_status',
    zh: '项目状态',
    en: 'Status of project',
    type: 'code',
    required: 'yes',
    codes: 'CL25',
    variants: ['状态', '实施状态', '进展状态', '项目进展', 'Status'],
    example: 'ongoing'
  },
  {
    // Added to the form: how long an issue has stayed uncorrected cannot be told from the counts.
    field: 'oldest_open_issue_date',
    zh: '最早未纠正问题发现日期',
    en: 'Date the oldest uncorrected issue was found',
    type: 'date',
    required: 'no',
    variants: ['未纠正问题发现日期', '未纠正问题最早发现日期', '问题发现日期'],
    note: {
      zh: '检查发现的问题尚未全部纠正的，填其中最早发现的日期',
      en: 'Where issues are not all corrected, when the oldest of them was found'
    },
    example: ''
  }
] as const satisfies readonly Column[];
