/** The 12 columns of R14, in the order of the form. */
import type { Column } from '../declare.ts';

export const columns = [
  {
    field: 'project_id',
    zh: '项目编号',
    en: 'Project no.',
    type: 'string',
    required: 'yes',
    length: 40,
    ref: 'projects',
    variants: ['项目号', '课题编号', '国际合作项目编号', '科技活动编号', 'Project ID'],
    example: 'P2026-052'
  },
  {
    field: 'partner_countries',
    zh: '合作方国家/地区代码（多）',
    en: 'Codes of partner countries or regions',
    type: 'strings',
    required: 'yes',
    variants: [
      '合作方国家/地区代码',
      '合作方国家地区代码',
      '合作国家代码',
      '合作方国家代码',
      '国家代码',
      '国别代码',
      '合作方国别'
    ],
    note: {
      zh: 'ISO 3166-1 两位字母代码，如 DE；多个用分号隔开；台港澳按国家有关规定标注，如“中国香港”',
      en: 'ISO 3166-1 alpha-2, such as DE, several joined by semicolons; Taiwan, Hong Kong and Macao as the state prescribes, such as 中国香港'
    },
    example: 'DE'
  },
  {
    field: 'partner_count',
    zh: '外方机构数',
    en: 'Partner organisations',
    type: 'int',
    required: 'yes',
    min: 1,
    variants: ['外方机构数量', '合作机构数', '外方合作机构数', '合作方机构数'],
    note: { zh: '只报机构数，不报个人', en: 'Organisations, no persons' },
    example: '1'
  },
  {
    field: 'in_review_scope',
    zh: '是否属审查范围',
    en: 'Within the scope of review',
    type: 'bool',
    required: 'yes',
    variants: ['是否属于审查范围', '属于审查范围', '是否应当审查'],
    example: 'Y'
  },
  {
    field: 'cn_review_id',
    zh: '中方审查编号',
    en: 'Review no. of the Chinese side',
    type: 'string',
    required: 'conditional',
    length: 40,
    ref: 'reviews',
    variants: ['中方伦理审查编号', '审查编号', '中方批件号', '中方审查批件号'],
    note: { zh: '属审查范围的必填', en: 'Needed within the scope of review' },
    example: '0000019C-C01-2026-0031'
  },
  {
    field: 'cn_approved_date',
    zh: '中方审查通过日',
    en: 'Date approved by the Chinese side',
    type: 'date',
    required: 'no',
    variants: ['中方审查通过日期', '中方通过日期', '中方伦理审查通过日期', '中方批准日期'],
    example: '2026-04-10'
  },
  {
    field: 'foreign_approved_date',
    zh: '外方所在国审查通过日',
    en: 'Date approved in the partner’s country',
    type: 'date',
    required: 'no',
    variants: [
      '外方所在国审查通过日期',
      '外方审查通过日',
      '外方审查通过日期',
      '外方通过日期',
      '外方批准日期'
    ],
    note: { zh: '多方合作的填最晚通过日', en: 'The latest of several' },
    example: '2026-04-22'
  },
  {
    field: 'foreign_evidence_archived',
    zh: '外方审查证明已存档',
    en: 'Evidence of the partner’s review archived',
    type: 'bool',
    required: 'conditional',
    variants: ['外方审查证明是否存档', '外方证明已存档', '外方审查证明存档', '外方审查文件已存档'],
    note: { zh: '外方审查已通过的必填', en: 'Needed once the partner’s review approved' },
    example: 'Y'
  },
  {
    field: 'project_approved_date',
    zh: '立项日期',
    en: 'Date the project was approved',
    type: 'date',
    required: 'no',
    variants: ['立项时间', '批准立项日期', '项目立项日期', '立项日'],
    note: { zh: '应不早于双方审查通过日', en: 'No earlier than both approvals' },
    example: '2026-05-08'
  },
  {
    field: 'involves_hgr',
    zh: '涉及人类遗传资源',
    en: 'Human genetic resources involved',
    type: 'bool',
    required: 'yes',
    variants: ['是否涉及人类遗传资源', '人类遗传资源', '是否涉及人遗资源'],
    example: 'N'
  },
  {
    field: 'hgr_approval_no',
    zh: '人类遗传资源审批/备案号',
    en: 'Approval or filing no. for human genetic resources',
    type: 'string',
    required: 'conditional',
    length: 60,
    variants: [
      '人类遗传资源审批备案号',
      '人类遗传资源审批号',
      '人类遗传资源备案号',
      '遗传资源审批号',
      '人遗审批号'
    ],
    note: { zh: '涉及人类遗传资源的必填', en: 'Needed when they are involved' },
    example: ''
  },
  {
    field: 'involves_data_export',
    zh: '涉及数据出境',
    en: 'Data leave the country',
    type: 'bool',
    required: 'yes',
    variants: ['是否涉及数据出境', '数据出境', '是否数据出境'],
    note: { zh: '是的，另行办理数据出境合规手续', en: 'Then the rules on data export apply as well' },
    example: 'N'
  }
] as const satisfies readonly Column[];
