/** Columns that every report file may carry besides its own. */
import type { Column } from '../declare.ts';

export const systemColumns = [
  {
    field: 'report_period',
    zh: '报告期',
    en: 'Report period',
    type: 'string',
    required: 'no',
    length: 12,
    variants: [
      '报告期间',
      '报送期',
      '报送期间',
      '填报期',
      '报表期',
      '报表期别',
      '所属期',
      'Reporting period'
    ],
    note: {
      zh: '月报填 YYYY-MM，季报填 YYYY-Qn，半年报填 YYYY-H1 或 YYYY-H2，学期报填 YYYY-S1（春）或 YYYY-S2（秋），年报填 YYYY；空则按收到日期推定',
      en: 'YYYY-MM for monthly, YYYY-Qn for quarterly, YYYY-H1 or H2 for half-yearly, YYYY-S1 (spring) or S2 (autumn) for semester, YYYY for yearly reports; taken from the day of receipt if empty'
    },
    example: '2026-09'
  },
  {
    field: 'row_action',
    zh: '操作',
    en: 'Row action',
    type: 'code',
    required: 'no',
    variants: ['操作类型', '变更类型', '行操作', '数据操作', 'Action'],
    note: {
      zh: '新增、更新或作废；空视同新增，已有编号的按更新处理',
      en: 'add, update or void; blank is add, which replaces a record that is known'
    },
    example: '新增'
  }
] as const satisfies readonly Column[];

/** What may stand in `row_action`, with the words that people write. */
export const rowActions = [
  { code: 'add', zh: '新增', en: 'Add' },
  { code: 'update', zh: '更新', en: 'Update' },
  { code: 'void', zh: '作废', en: 'Void' }
] as const;

export type RowAction = (typeof rowActions)[number]['code'];
