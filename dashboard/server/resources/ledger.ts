import { z } from 'zod';
import type { LedgerRow } from '#warehouse/answers.ts';
import { day, field } from '../field.ts';
import { asks, none, period } from '../fields.ts';
import { list } from '../list.ts';

const states = ['expected', 'on_time', 'late', 'partly', 'nil', 'overdue', 'withdrawn'] as const;

const due = z
  .strictObject({
    report: field(z.string(), '报表编号', 'Report'),
    report_period: field(z.string(), '报告期', 'Period reported'),
    period_end: field(day, '报告期末日', 'Last day of the period'),
    institution_uscc: field(
      z.string().nullable(),
      '统一社会信用代码（部门应报的为空）',
      'Unified social credit code; empty where a department owes it'
    ),
    institution_name: field(z.string().nullable(), '单位名称', 'Name of institution'),
    dept: field(z.string().nullable(), '应报部门代码', 'Code of the department that owes it itself'),
    supervising_dept: field(z.string(), '主管部门代码', 'Code of the supervising department'),
    due_date: field(day, '应报日', 'Due'),
    received_date: field(day.nullable(), '收报日', 'Received'),
    status: field(z.enum(states), '状态', 'Status'),
    is_owed: field(z.boolean(), '尚欠', 'Still owed'),
    workdays_late: field(z.int(), '迟报工作日', 'Working days late'),
    workdays_left: field(z.int().nullable(), '距应报日工作日', 'Working days left'),
    row_count: field(z.int(), '采用行数', 'Rows accepted'),
    rejected_rows: field(z.int(), '未采用且尚未重报的行数', 'Rows rejected and not handed in again since'),
    late_rows: field(z.int(), '期限后报送的行数', 'Rows that came after the due day'),
    submission_id: field(z.int().nullable(), '报送文件编号', 'Submission')
  })
  .meta({ id: 'ReportDue' }) satisfies z.ZodType<LedgerRow>;

export const ledger = list({
  path: '/api/ledger',
  words: {
    zh: '报送台账：谁该报什么、报了没有',
    en: 'The ledger of expected reports: who owes what, and what has come'
  },
  about: {
    zh: '报告期结束即列入；应报日在期内的，自期初列入；running=true 时，正在进行的报告期一并列出。',
    en: 'A line is listed once its period has ended, or from its beginning where it is due within it; running=true lists periods that still run as well.'
  },
  params: none,
  query: z.strictObject({
    status: field(z.enum(states).optional(), '状态', 'Status'),
    owed: field(
      z.enum(['yes', 'overdue', 'no']).optional(),
      '尚欠：yes 全部，overdue 已逾期，no 已报',
      'Still owed: yes for all, overdue for what is past its due day, no for what came'
    ),
    report: asks.report,
    department: asks.department,
    institution: asks.institution,
    period: field(period.optional(), '报告期', 'Period reported'),
    due_from: field(day.optional(), '应报日不早于', 'Due on this day or later'),
    search: asks.search,
    running: field(z.enum(['true', 'false']).optional(), '含正在进行的报告期', 'With periods that still run')
  }),
  row: due,
  rows: (reader, { running, ...ask }) => reader.ledger({ ...ask, running: running === 'true' })
});
