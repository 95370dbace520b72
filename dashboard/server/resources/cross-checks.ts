import { z } from 'zod';
import type { CrossCheckFinding } from '#warehouse/cross-check-findings.ts';
import { crossChecks } from '#warehouse/cross-checks/index.ts';
import { field, words } from '../field.ts';
import { asks, none, source } from '../fields.ts';
import { list } from '../list.ts';

const contradiction = z
  .strictObject({
    check_id: field(z.string(), '检查编号', 'Check'),
    report: field(z.string(), '报表编号', 'Report'),
    against: field(z.string(), '对照报表', 'Report that says otherwise'),
    record_key: field(z.string(), '记录编号', 'Record'),
    institution_uscc: field(z.string().nullable(), '统一社会信用代码', 'Unified social credit code'),
    institution_name: field(z.string().nullable(), '单位名称', 'Name of institution'),
    dept: field(z.string().nullable(), '部门代码', 'Code of the department'),
    field: field(z.string(), '栏目字段名', 'Field'),
    field_words: field(words, '栏目', 'Column'),
    cell: field(z.string().nullable(), '单元格', 'Cell'),
    says: field(words, '问题', 'What is wrong'),
    remedy: field(words, '处理', 'What to do'),
    basis: field(z.string(), '依据', 'Basis'),
    source
  })
  .meta({ id: 'Contradiction' }) satisfies z.ZodType<CrossCheckFinding>;

const ids = crossChecks.map(({ id }) => id) as [string, ...string[]];

export const contradictions = list({
  path: '/api/cross-checks',
  words: { zh: '表间核对：互相矛盾的记录', en: 'Cross-checks: records that another report contradicts' },
  params: none,
  query: z.strictObject({
    check: field(z.enum(ids).optional(), '检查编号', 'Check'),
    report: asks.report,
    institution: asks.institution,
    department: asks.department
  }),
  row: contradiction,
  rows: (reader, ask) => reader.crossChecks(ask)
});
