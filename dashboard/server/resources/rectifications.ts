import { z } from 'zod';
import type { RectificationRow } from '#warehouse/answers.ts';
import { column, day, field } from '../field.ts';
import { asks, none, source, unregistered, type Unregistered } from '../fields.ts';
import { list } from '../list.ts';

const states = ['overdue', 'due_soon', 'open', 'submitted', 'closed', 'cancelled'] as const;

const rectification = z
  .strictObject({
    rectification_id: column('R08', 'rectification_id', z.string()),
    ...unregistered,
    issued_by_dept: column('R08', 'issued_by_dept', z.string()),
    issue_category: column('R08', 'issue_category', z.string()),
    severity: column('R08', 'severity', z.string()),
    is_major: column('R08', 'is_major', z.boolean()),
    issue_summary: column('R08', 'issue_summary', z.string()),
    issued_date: column('R08', 'issued_date', day),
    due_date: field(day, '整改期限', 'Due', { zh: '含延期', en: 'extensions included' }),
    original_due_date: field(day, '原定期限', 'Due at first'),
    is_extended: column('R08', 'is_extended', z.boolean()),
    report_submitted_date: column('R08', 'report_submitted_date', day.nullable()),
    accepted_date: column('R08', 'accepted_date', day.nullable()),
    acceptance_result: column('R08', 'acceptance_result', z.string().nullable()),
    rect_status: column('R08', 'rect_status', z.string()),
    state: field(z.enum(states), '截至日的状态', 'State on the day'),
    days_overdue: field(z.int(), '逾期天数', 'Days past due', {
      zh: '自然日；负数为剩余天数',
      en: 'calendar days; negative: days left'
    }),
    workdays_left: field(z.int(), '剩余工作日', 'Working days left'),
    source: field(source, '出处', 'Where it was submitted')
  })
  .meta({ id: 'Rectification' }) satisfies z.ZodType<Unregistered<RectificationRow>>;

export const rectifications = list({
  path: '/api/rectifications',
  words: { zh: '整改事项及期限', en: 'Rectifications and their deadlines' },
  params: none,
  query: z.strictObject({
    state: field(z.enum(states).optional(), '状态', 'State'),
    department: asks.department,
    institution: asks.institution,
    search: asks.search
  }),
  row: rectification,
  rows: (reader, ask) => reader.rectifications(ask)
});
