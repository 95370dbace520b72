import { z } from 'zod';
import type { LedgerRow } from '#warehouse/answers.ts';
import { day, field } from '../field.ts';
import { asks, institution, none, period } from '../fields.ts';
import { list } from '../list.ts';

const states = ['expected', 'on_time', 'late', 'partly', 'nil', 'overdue', 'withdrawn'] as const;

const due = z
  .strictObject({
    report: field(z.string(), '报表编号', 'Report'),
    report_period: field(z.string(), '报告期', 'Period reported'),
    ...institution,
    due_date: field(day, '应报日', 'Due'),
    received_date: field(day.nullable(), '收报日', 'Received'),
    status: field(z.enum(states), '状态', 'Status'),
    workdays_late: field(z.int(), '迟报工作日', 'Working days late'),
    row_count: field(z.int(), '行数', 'Rows'),
    rejected_rows: field(z.int(), '未采用行数', 'Rows rejected'),
    submission_id: field(z.int().nullable(), '报送文件编号', 'Submission')
  })
  .meta({ id: 'ReportDue' }) satisfies z.ZodType<LedgerRow>;

export const ledger = list({
  path: '/api/ledger',
  words: {
    zh: '报送台账：谁该报什么、报了没有',
    en: 'The ledger of expected reports: who owes what, and what has come'
  },
  params: none,
  query: z.strictObject({
    status: field(z.enum(states).optional(), '状态', 'Status'),
    report: asks.report,
    department: asks.department,
    institution: asks.institution,
    period: field(period.optional(), '报告期', 'Period reported')
  }),
  row: due,
  rows: (reader, ask) => reader.ledger(ask)
});
