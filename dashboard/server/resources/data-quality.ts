import { z } from 'zod';
import type { QualityOfOwner, QualityOfReport } from '#warehouse/data-quality.ts';
import { day, field } from '../field.ts';
import { asks, none } from '../fields.ts';
import { list } from '../list.ts';

const months = {
  zh: '估值日前十二个月内',
  en: 'In the twelve months before the day'
};

const reported = {
  last_received: field(day.nullable(), '最近收报日', 'Last received'),
  days_silent: field(z.int().nullable(), '距今天数', 'Days since then'),
  rows: field(z.int(), '报送行数', 'Rows handed in', months),
  rejected_rows: field(z.int(), '退回行数', 'Rows rejected', months),
  due_count: field(z.int(), '到期应报', 'Reports due', months),
  on_time_count: field(z.int(), '按期', 'On time', months),
  late_count: field(z.int(), '迟报', 'Late', months),
  overdue_count: field(z.int(), '逾期未报', 'Overdue', months)
};

const owner = z
  .strictObject({
    institution_uscc: field(
      z.string().nullable(),
      '统一社会信用代码（部门为空）',
      'Unified social credit code; empty for a department'
    ),
    institution_name: field(z.string().nullable(), '单位名称', 'Name of institution'),
    dept: field(z.string().nullable(), '部门代码', 'Code of the department, where it reports itself'),
    supervising_dept: field(z.string(), '主管部门代码', 'Code of the supervising department'),
    ...reported,
    late_event_count: field(z.int(), '迟报事项', 'Events filed late', months),
    contradictions: field(z.int(), '表间矛盾', 'Contradictions between reports')
  })
  .meta({ id: 'QualityOfOwner' }) satisfies z.ZodType<QualityOfOwner>;

const report = z
  .strictObject({
    report: field(z.string(), '报表编号', 'Report'),
    ...reported,
    owner_count: field(z.int(), '报送单位数', 'Institutions and departments that reported', months)
  })
  .meta({ id: 'QualityOfReport' }) satisfies z.ZodType<QualityOfReport>;

export const qualityByOwner = list({
  path: '/api/data-quality',
  words: {
    zh: '数据质量：各单位、各部门报送是否及时、合格、一致',
    en: 'Data quality: how fresh, correct and consistent institutions and departments report'
  },
  params: none,
  query: z.strictObject({
    department: asks.department,
    search: asks.search,
    sort: field(
      z.enum(['overdue', 'late', 'late_events', 'rejected', 'contradictions', 'silent']).optional(),
      '排序',
      'Order: worst first'
    )
  }),
  row: owner,
  rows: (reader, ask) => reader.qualityByOwner(ask)
});

export const qualityByReport = list({
  path: '/api/data-quality/reports',
  words: { zh: '数据质量：按报表', en: 'Data quality by report' },
  params: none,
  query: none,
  row: report,
  rows: (reader) => reader.qualityByReport()
});
