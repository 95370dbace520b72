/** The 17 columns of R06, in the order of the form, and one that its own conditions name. */
import type { Column } from '../declare.ts';

export const columns = [
  {
    field: 'list_activity_id',
    zh: '清单活动编号',
    en: 'Listed activity no.',
    type: 'string',
    required: 'yes',
    length: 40,
    variants: ['清单活动号', '清单内科技活动编号', '清单编号', 'Listed activity ID'],
    example: 'LA-2026-002'
  },
  {
    field: 'project_id',
    zh: '项目编号',
    en: 'Project no.',
    type: 'string',
    required: 'yes',
    length: 40,
    ref: 'projects',
    variants: ['项目号', '课题编号', '科技活动编号', 'Project ID'],
    example: 'P2026-040'
  },
  {
    field: 'list_item',
    zh: '清单事项',
    en: 'Listed item',
    type: 'code',
    required: 'yes',
    codes: 'CL14',
    variants: ['清单项目', '专家复核清单事项', '清单类别', '所属清单事项'],
    example: 'list_6_algorithm'
  },
  {
    field: 'preliminary_review_id',
    zh: '初步审查编号',
    en: 'Review no. of the preliminary review',
    type: 'string',
    required: 'yes',
    length: 40,
    ref: 'reviews',
    variants: ['初审编号', '初步伦理审查编号', '审查编号', '初始审查编号', 'Review ID'],
    example: '0000019C-C01-2026-0020'
  },
  {
    field: 'rereview_org',
    zh: '复核组织单位',
    en: 'Authority of the re-review',
    type: 'code',
    required: 'yes',
    codes: 'CL17',
    variants: ['专家复核组织单位', '复核单位', '复核组织部门'],
    example: 'provincial'
  },
  {
    field: 'rereview_exempt_basis',
    zh: '复核豁免依据',
    en: 'Ground of exemption from the re-review',
    type: 'code',
    required: 'yes',
    codes: 'CL18',
    variants: ['豁免依据', '专家复核豁免依据', '免于复核依据', '是否豁免复核'],
    note: {
      zh: '不豁免的选“不豁免”；豁免的须填豁免依据文件名称',
      en: '“Not exempt” otherwise; if exempt, name the document'
    },
    example: 'none'
  },
  {
    field: 'rereview_applied_date',
    zh: '复核申请日',
    en: 'Date the re-review was applied for',
    type: 'date',
    required: 'conditional',
    variants: ['复核申请日期', '申请复核日期', '专家复核申请日期', '复核申请时间'],
    note: { zh: '不豁免的必填', en: 'Needed unless exempt' },
    example: '2026-08-01'
  },
  {
    field: 'rereview_expert_count',
    zh: '复核专家数',
    en: 'Experts of the re-review',
    type: 'int',
    required: 'conditional',
    min: 0,
    variants: ['复核专家人数', '专家数', '专家人数', '专家组人数'],
    note: { zh: '已有复核意见的必填；不少于5人', en: 'Needed with an opinion; five or more' },
    example: '7'
  },
  {
    field: 'rereview_agree_votes',
    zh: '复核同意票数',
    en: 'Votes in favour',
    type: 'int',
    required: 'conditional',
    min: 0,
    variants: ['同意票数', '复核同意人数', '专家同意票数'],
    note: { zh: '已有复核意见的必填', en: 'Needed with an opinion' },
    example: '6'
  },
  {
    field: 'rereview_opinion',
    zh: '复核意见',
    en: 'Opinion of the re-review',
    type: 'code',
    required: 'conditional',
    codes: 'CL19',
    variants: ['专家复核意见', '复核结论', '复核结果'],
    note: {
      zh: '已申请复核的必填；同意须经全体复核专家三分之二以上同意',
      en: 'Needed once applied for; agreement takes two thirds of all experts'
    },
    example: 'agree'
  },
  {
    field: 'rereview_feedback_date',
    zh: '复核意见反馈日',
    en: 'Date of the feedback',
    type: 'date',
    required: 'no',
    variants: ['复核反馈日期', '复核意见反馈日期', '反馈日期', '复核反馈日'],
    note: { zh: '一般在申请后30日内', en: 'As a rule within 30 days of the application' },
    example: '2026-08-28'
  },
  {
    field: 'final_decision_date',
    zh: '最终审查决定日',
    en: 'Date of the final decision',
    type: 'date',
    required: 'no',
    variants: ['最终审查决定日期', '最终决定日期', '最终决定日', '伦理批准日期'],
    example: '2026-09-02'
  },
  {
    field: 'final_decision',
    zh: '最终审查决定',
    en: 'Final decision',
    type: 'code',
    required: 'no',
    codes: 'CL15',
    variants: ['最终决定', '委员会最终决定', '最终审查结论'],
    example: 'approved'
  },
  {
    field: 'activity_start_date',
    zh: '活动开始日',
    en: 'Date the activity begins',
    type: 'date',
    required: 'no',
    may_be_future: true,
    variants: ['活动开始日期', '开始日期', '科技活动开始日期', '开展日期'],
    note: { zh: '未开始的填计划开始日', en: 'The planned date if it has not begun' },
    example: '2026-09-15'
  },
  {
    field: 'platform_registered_date',
    zh: '国家平台登记日',
    en: 'Date registered on the national platform',
    type: 'date',
    required: 'no',
    variants: ['国家平台登记日期', '平台登记日期', '登记日期', '国家科技伦理平台登记日期'],
    note: { zh: '最终批准后30日内', en: 'Within 30 days of the final approval' },
    example: '2026-09-20'
  },
  {
    field: 'last_followup_date',
    zh: '上次跟踪审查日',
    en: 'Date of the last follow-up',
    type: 'date',
    required: 'no',
    variants: ['上次跟踪审查日期', '最近跟踪审查日期', '上次跟踪日期', '最近一次跟踪审查日期'],
    note: { zh: '间隔一般不超过6个月', en: 'As a rule at intervals of six months at most' },
    example: ''
  },
  {
    field: 'activity_status',
    zh: '活动状态',
    en: 'Status of activity',
    type: 'code',
    required: 'yes',
    codes: 'CL25',
    variants: ['状态', '实施状态', '科技活动状态', 'Status'],
    example: 'ongoing'
  },
  {
    // Added to the form, which asks for the name of the document and has no cell for it.
    field: 'exempt_document',
    zh: '豁免依据文件名称',
    en: 'Document of the exemption',
    type: 'string',
    required: 'no',
    length: 100,
    free_text: true,
    variants: ['豁免文件名称', '豁免依据文件', '豁免依据文件名', '豁免文件名'],
    note: { zh: '豁免复核的填文件名称或文号', en: 'Title or number of the document, if exempt' },
    example: ''
  }
] as const satisfies readonly Column[];
