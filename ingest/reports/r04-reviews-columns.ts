/**
 * The 31 columns of R04, in the order of the form. The file is long because a ledger row is.
 */
import type { Column } from '../declare.ts';

export const columns = [
  {
    field: 'review_id',
    zh: '审查编号',
    en: 'Review no.',
    type: 'string',
    required: 'yes',
    length: 40,
    variants: ['伦理审查编号', '审查号', '审查批件号', '受理编号', 'Review ID'],
    example: '0000019C-C01-2026-0012'
  },
  {
    field: 'committee_id',
    zh: '委员会编号',
    en: 'Committee no.',
    type: 'string',
    required: 'yes',
    length: 30,
    ref: 'committees',
    variants: ['委员会代码', '伦理委员会编号', 'Committee ID'],
    example: '0000019C-C01'
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
    example: 'P2026-031'
  },
  {
    field: 'review_subject',
    zh: '审查事项类型',
    en: 'Subject of review',
    type: 'code',
    required: 'yes',
    codes: 'CL11',
    variants: ['审查事项', '审查类型', '事项类型', 'Review type'],
    example: 'initial'
  },
  {
    field: 'regime',
    zh: '适用制度',
    en: 'Applicable regime',
    type: 'code',
    required: 'yes',
    codes: 'CL07',
    variants: ['适用办法', '适用规定', '审查依据'],
    note: { zh: '决定表决与时限规则', en: 'Decides voting and time limits' },
    example: 'most_2023'
  },
  {
    field: 'procedure_kind',
    zh: '审查程序',
    en: 'Review procedure',
    type: 'code',
    required: 'yes',
    codes: 'CL12',
    variants: ['程序类型', '审查程序类型', '审查方式', 'Procedure'],
    example: 'general'
  },
  {
    field: 'simplified_basis',
    zh: '简易程序依据',
    en: 'Ground for the simplified procedure',
    type: 'code',
    required: 'conditional',
    codes: 'CL13',
    variants: ['简易程序理由', '适用简易程序依据', '简易审查依据'],
    note: { zh: '简易程序必填', en: 'Needed with the simplified procedure' },
    example: ''
  },
  {
    field: 'activity_scope',
    zh: '活动类别（多选）',
    en: 'Categories of activity',
    type: 'codes',
    required: 'yes',
    codes: 'CL06',
    variants: ['活动类别', '科技活动类别', '涉及类别'],
    example: 'human_participants'
  },
  {
    field: 'list_item',
    zh: '清单事项',
    en: 'Listed item',
    type: 'code',
    required: 'yes',
    codes: 'CL14',
    variants: ['清单内事项', '是否清单事项', '复核清单事项'],
    note: {
      zh: '属于清单的须经专家复核，豁免的在清单活动表填依据',
      en: 'A listed activity needs expert re-review, or a ground for exemption in R06'
    },
    example: 'none'
  },
  {
    field: 'applied_at',
    zh: '申请提交时间',
    en: 'Applied at',
    type: 'datetime',
    required: 'yes',
    variants: ['申请时间', '提交时间', '申请日期', '提交日期', '申请提交日期'],
    example: '2026-09-01T09:10+08:00'
  },
  {
    field: 'supplement_notices',
    zh: '材料补正通知次数',
    en: 'Notices to complete the material',
    type: 'int',
    required: 'yes',
    min: 0,
    variants: ['补正通知次数', '补正次数', '材料补正次数'],
    note: { zh: '应一次性告知', en: 'One complete notice at most' },
    example: '0'
  },
  {
    field: 'accepted_at',
    zh: '受理时间',
    en: 'Accepted at',
    type: 'datetime',
    required: 'no',
    variants: ['受理日期', '正式受理时间'],
    note: { zh: '空即未受理；时限自受理起算', en: 'Empty means not accepted; the limit runs from here' },
    example: '2026-09-01T15:00+08:00'
  },
  {
    field: 'is_extended',
    zh: '是否延长',
    en: 'Extended',
    type: 'bool',
    required: 'yes',
    variants: ['是否延期', '是否延长时限', '延长'],
    example: 'N'
  },
  {
    field: 'extended_due_date',
    zh: '延长后期限',
    en: 'Extended limit',
    type: 'date',
    required: 'conditional',
    may_be_future: true,
    variants: ['延期后期限', '延长后的期限', '延长至', '延长后期限日'],
    note: { zh: '延长的必填，晚于法定期限', en: 'Needed when extended, later than the statutory limit' },
    example: ''
  },
  {
    field: 'extension_reason',
    zh: '延长理由',
    en: 'Reason for extension',
    type: 'string',
    required: 'conditional',
    length: 200,
    free_text: true,
    variants: ['延期理由', '延长原因', '延期原因'],
    note: { zh: '延长的必填', en: 'Needed when extended' },
    example: ''
  },
  {
    field: 'meeting_date',
    zh: '会议日期',
    en: 'Date of meeting',
    type: 'date',
    required: 'conditional',
    variants: ['审查会议日期', '会议时间', '开会日期', 'Meeting date'],
    note: { zh: '一般程序、应急程序必填', en: 'Needed with the general and the emergency procedure' },
    example: '2026-09-20'
  },
  {
    field: 'attending_count',
    zh: '到会委员数（该事项，不含回避者）',
    en: 'Members attending (without those recused)',
    type: 'int',
    required: 'conditional',
    min: 0,
    variants: ['到会委员数', '到会人数', '参会委员数', '出席委员数', '到会委员人数', 'Attending members'],
    example: '7'
  },
  {
    field: 'attending_categories',
    zh: '到会委员类别（多选）',
    en: 'Categories of members attending',
    type: 'codes',
    required: 'conditional',
    codes: 'CL08',
    variants: ['到会委员类别', '参会委员类别', '出席委员类别'],
    example: 'sci_tech_peer;ethics;law'
  },
  {
    field: 'attending_both_genders',
    zh: '到会是否含不同性别',
    en: 'Both genders attending',
    type: 'bool',
    required: 'conditional',
    variants: ['到会含不同性别', '是否含不同性别', '到会委员是否含不同性别'],
    example: 'Y'
  },
  {
    field: 'attending_has_external',
    zh: '到会是否含非本单位委员',
    en: 'External member attending',
    type: 'bool',
    required: 'conditional',
    variants: ['到会含非本单位委员', '是否含非本单位委员', '到会是否含外部委员', '是否含外单位委员'],
    example: 'Y'
  },
  {
    field: 'attending_has_domain_expert',
    zh: '到会是否含相关专业委员或顾问',
    en: 'Member or adviser of the specialty attending',
    type: 'bool',
    required: 'conditional',
    variants: ['到会含相关专业委员或顾问', '是否含相关专业委员或顾问', '是否含专业顾问'],
    note: { zh: '应急程序必填', en: 'Needed with the emergency procedure' },
    example: 'Y'
  },
  {
    field: 'recused_count',
    zh: '回避委员数',
    en: 'Members recused',
    type: 'int',
    required: 'yes',
    min: 0,
    variants: ['回避人数', '回避委员人数'],
    example: '1'
  },
  {
    field: 'consent_votes',
    zh: '同意该决定的票数',
    en: 'Votes for the decision',
    type: 'int',
    required: 'conditional',
    min: 0,
    variants: ['同意票数', '赞成票数', '同意票', '赞成该决定的票数'],
    note: {
      zh: '赞成本次所作决定的票数，不是赞成项目的票数',
      en: 'Votes for the decision that was taken, not for the project'
    },
    example: '6'
  },
  {
    field: 'simplified_reviewer_count',
    zh: '简易程序审查委员数',
    en: 'Reviewers of the simplified procedure',
    type: 'int',
    required: 'conditional',
    min: 0,
    variants: ['简易程序审查人数', '简易审查委员数', '简易程序委员数'],
    note: { zh: '简易程序必填，2人以上', en: 'Needed with the simplified procedure, two or more' },
    example: ''
  },
  {
    field: 'converted_to_meeting',
    zh: '是否转为会议审查',
    en: 'Turned into a meeting review',
    type: 'bool',
    required: 'conditional',
    variants: ['是否转会议审查', '转为会议审查', '是否转会议'],
    note: { zh: '简易程序必填', en: 'Needed with the simplified procedure' },
    example: 'N'
  },
  {
    field: 'decision',
    zh: '审查决定',
    en: 'Decision',
    type: 'code',
    required: 'yes',
    codes: 'CL15',
    variants: ['决定', '审查结论', '审查结果', '审查意见'],
    example: 'approved'
  },
  {
    field: 'decision_at',
    zh: '决定时间',
    en: 'Decided at',
    type: 'datetime',
    required: 'conditional',
    variants: ['审查决定时间', '决定日期', '作出决定时间', '审查决定日期'],
    note: { zh: '“审查中”留空', en: 'Empty while pending' },
    example: '2026-09-20T17:00+08:00'
  },
  {
    field: 'delivered_at',
    zh: '送达时间',
    en: 'Delivered on',
    type: 'date',
    required: 'no',
    variants: ['送达日期', '决定送达日期', '决定送达时间'],
    example: '2026-09-21'
  },
  {
    field: 'approval_valid_to',
    zh: '批准有效期至',
    en: 'Approval valid to',
    type: 'date',
    required: 'no',
    may_be_future: true,
    variants: ['有效期至', '批准有效期', '批件有效期至'],
    example: '2028-09-19'
  },
  {
    field: 'emergency_reason',
    zh: '应急事由',
    en: 'Reason for emergency',
    type: 'string',
    required: 'conditional',
    length: 200,
    free_text: true,
    variants: ['应急理由', '应急原因', '应急审查事由'],
    note: { zh: '应急程序必填', en: 'Needed with the emergency procedure' },
    example: ''
  },
  {
    field: 'emergency_level',
    zh: '应急紧急程度分级',
    en: 'Level of emergency',
    type: 'code',
    required: 'conditional',
    codes: 'CL23',
    variants: ['应急分级', '紧急程度', '应急级别', '应急紧急程度'],
    note: { zh: '应急程序必填', en: 'Needed with the emergency procedure' },
    example: ''
  }
] as const satisfies readonly Column[];
