/** The 14 columns of R07, in the order of the form. */
import type { Column } from '../declare.ts';

export const columns = [
  {
    field: 'delegation_id',
    zh: '委托/互认编号',
    en: 'Delegation no.',
    type: 'string',
    required: 'yes',
    length: 40,
    variants: ['委托互认编号', '委托编号', '互认编号', '协议编号', 'Delegation ID'],
    example: 'DG-2026-005'
  },
  {
    field: 'delegation_kind',
    zh: '类型',
    en: 'Kind',
    type: 'code',
    required: 'yes',
    codes: 'CL26',
    variants: ['委托类型', '委托/互认类型', '委托互认类型', '办理类型'],
    example: 'delegated_review'
  },
  {
    field: 'institution_uscc',
    zh: '委托方/认可方代码',
    en: 'Credit code of the delegating institution',
    type: 'string',
    required: 'yes',
    length: 18,
    ref: 'institutions',
    variants: [
      '委托方代码',
      '认可方代码',
      '委托单位代码',
      '委托方统一社会信用代码',
      '统一社会信用代码',
      '统一信用代码',
      '社会信用代码',
      '单位代码',
      'USCC'
    ],
    example: '91210112MA00000310'
  },
  {
    field: 'committee_id',
    zh: '受托/出具方委员会编号',
    en: 'Committee no. of the entrusted',
    type: 'string',
    required: 'conditional',
    length: 30,
    ref: 'committees',
    variants: ['受托方委员会编号', '出具方委员会编号', '受托委员会编号', '委员会编号', 'Committee ID'],
    note: { zh: '受托方为本市委员会的必填', en: 'Needed where the entrusted committee is of this city' },
    example: '0000019C-C01'
  },
  {
    field: 'external_committee_name',
    zh: '外地受托方名称',
    en: 'Name of an entrusted body elsewhere',
    type: 'string',
    required: 'conditional',
    length: 100,
    free_text: true,
    variants: ['外地受托方', '外地委员会名称', '外地受托单位名称', '受托方名称'],
    note: {
      zh: '受托方不在本市登记的必填，与委员会编号只填一项',
      en: 'Needed where it is not registered in this city; one of the two, not both'
    },
    example: ''
  },
  {
    field: 'has_written_agreement',
    zh: '书面委托协议',
    en: 'Written agreement',
    type: 'bool',
    required: 'yes',
    variants: ['是否有书面委托协议', '有无书面委托协议', '书面协议', '是否签订书面协议'],
    note: { zh: '委托审查应有书面协议', en: 'A delegation must be in writing' },
    example: 'Y'
  },
  {
    field: 'trustee_qualified',
    zh: '受托方资质核验',
    en: 'Qualification of the entrusted verified',
    type: 'bool',
    required: 'yes',
    variants: ['受托方资质是否核验', '资质核验', '受托方资质', '是否核验受托方资质'],
    note: {
      zh: '已登记、审查范围覆盖；医疗机构须委托不低于自身等级的机构',
      en: 'Registered, its scope covers the activity; hospitals delegate to none below their own level'
    },
    example: 'Y'
  },
  {
    field: 'valid_from',
    zh: '协议起',
    en: 'Agreement from',
    type: 'date',
    required: 'yes',
    may_be_future: true,
    variants: ['协议开始日期', '协议起始日期', '协议生效日期', '有效期起', '协议起日'],
    example: '2026-01-01'
  },
  {
    field: 'valid_to',
    zh: '协议止',
    en: 'Agreement to',
    type: 'date',
    required: 'yes',
    may_be_future: true,
    variants: ['协议结束日期', '协议终止日期', '协议到期日期', '有效期止', '有效期至', '协议止日'],
    example: '2027-12-31'
  },
  {
    field: 'activity_scope',
    zh: '覆盖活动类别（多选）',
    en: 'Categories of activity covered',
    type: 'codes',
    required: 'yes',
    codes: 'CL06',
    variants: ['覆盖活动类别', '活动类别', '委托范围', '审查范围', '科技活动类别'],
    example: 'laboratory_animal'
  },
  {
    field: 'project_id',
    zh: '项目编号',
    en: 'Project no.',
    type: 'string',
    required: 'conditional',
    length: 40,
    ref: 'projects',
    variants: ['项目号', '课题编号', '科技活动编号', 'Project ID'],
    note: { zh: '结果互认的必填', en: 'Needed for mutual recognition' },
    example: ''
  },
  {
    field: 'review_id',
    zh: '原审查编号',
    en: 'Review no. recognised',
    type: 'string',
    required: 'conditional',
    length: 40,
    ref: 'reviews',
    variants: ['审查编号', '互认审查编号', '原伦理审查编号', '原批件号', 'Review ID'],
    note: { zh: '结果互认的必填', en: 'Needed for mutual recognition' },
    example: ''
  },
  {
    field: 'recognition_result',
    zh: '互认结果',
    en: 'Result of recognition',
    type: 'code',
    required: 'conditional',
    codes: 'CL27',
    variants: ['认可结果', '互认结论', '审查结果互认结果'],
    note: { zh: '结果互认的必填', en: 'Needed for mutual recognition' },
    example: ''
  },
  {
    field: 'recognition_date',
    zh: '互认决定日',
    en: 'Date of recognition',
    type: 'date',
    required: 'conditional',
    variants: ['互认决定日期', '互认日期', '认可日期', '认可决定日期'],
    note: { zh: '结果互认的必填', en: 'Needed for mutual recognition' },
    example: ''
  }
] as const satisfies readonly Column[];
