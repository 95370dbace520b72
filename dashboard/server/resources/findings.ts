import { z } from 'zod';
import type { FindingRow } from '#warehouse/answers.ts';
import { field, words } from '../field.ts';
import { list } from '../list.ts';
import { submissionId } from './submissions.ts';

export const levels = ['reject', 'remark'] as const;

export const finding = z
  .strictObject({
    sheet: field(z.string(), '工作表', 'Sheet'),
    sheet_no: field(z.int(), '工作表序号', 'Number of the sheet'),
    row_no: field(z.int(), '行号', 'Row'),
    field: field(z.string(), '字段', 'Field'),
    field_words: field(words, '列名', 'Column'),
    cell: field(z.string().nullable(), '单元格', 'Cell'),
    level: field(z.enum(levels), '后果', 'Consequence', {
      zh: 'reject 不采用，remark 采用并提示',
      en: 'reject, or remark: accepted and said'
    }),
    check_id: field(z.string(), '规则', 'Check'),
    value: field(z.string().nullable(), '所填内容', 'Value submitted'),
    says: field(words, '问题', 'What is wrong'),
    remedy: field(words, '如何改正', 'What to do'),
    basis: field(z.string(), '依据', 'Basis')
  })
  .meta({ id: 'Finding' }) satisfies z.ZodType<FindingRow>;

export const findings = list({
  path: '/api/submissions/{id}/findings',
  words: { zh: '一份报送文件的问题，精确到单元格', en: 'What is wrong in a file, cell by cell' },
  params: submissionId,
  query: z.strictObject({
    level: field(z.enum(levels).optional(), '后果', 'Consequence'),
    field: field(z.string().min(1).max(64).optional(), '字段', 'Field')
  }),
  row: finding,
  rows: async (reader, { id, ...ask }) =>
    (await reader.submission(id)) ? reader.findings(id, ask) : undefined
});
