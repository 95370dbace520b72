/** Truths about one row of R20. Whether it is overdue depends on the day: indicators and rules ask that. */
import type { Check } from '../declare.ts';
import { columnOf } from './column-of.ts';
import { given } from './given.ts';
import { columns } from './r20-action-items-columns.ts';

export const checks = [
  {
    id: 'R20.due_after_assigned',
    level: 'reject',
    fields: ['due_date', 'assigned_date'],
    holds: 'due_date > assigned_date',
    says: { zh: '办结期限不晚于下达日期。', en: 'Due no later than it was assigned.' },
    remedy: { zh: '核对下达日期和办结期限。', en: 'Check both dates.' },
    basis: '市措施二（一）1'
  },
  {
    id: 'R20.completed_after_assigned',
    level: 'reject',
    fields: ['completed_date', 'assigned_date'],
    holds: 'completed_date >= assigned_date',
    says: { zh: '办结日期早于下达日期。', en: 'Completed before it was assigned.' },
    remedy: { zh: '核对两个日期。', en: 'Check both dates.' },
    basis: 'D'
  },
  {
    id: 'R20.support_without_lead',
    level: 'remark',
    fields: ['support_depts', 'lead_dept'],
    // “Other” stands for more than one department.
    holds: "lead_dept = 'other_dept' or not list_contains(support_depts, lead_dept)",
    says: { zh: '配合部门中列有牵头部门。', en: 'The leading department is named as a supporting one.' },
    remedy: { zh: '从配合部门中删去牵头部门。', en: 'Take it out of the supporting departments.' },
    basis: 'D'
  },
  given('R20', columnOf(columns, 'completed_date'), {
    when: "action_status = 'done'",
    reads: ['action_status'],
    said: { zh: '状态为“办结”', en: 'The status is done' },
    basis: 'D'
  }),
  {
    id: 'R20.status_follows_completion',
    level: 'remark',
    fields: ['action_status', 'completed_date'],
    holds: "completed_date is null or action_status = 'done'",
    says: { zh: '已填办结日期，状态不是“办结”。', en: 'A date of completion, and the status is not done.' },
    remedy: {
      zh: '已办结的更新状态；未办结的清空办结日期。',
      en: 'Update the status, or clear the date if it is not done.'
    },
    basis: 'D'
  },
  {
    id: 'R20.extensions_counted',
    level: 'remark',
    fields: ['extension_count', 'action_status'],
    holds: "action_status <> 'extended' or extension_count > 0",
    says: {
      zh: '状态为“经批准延期”，延期次数为0。',
      en: 'The status is extended, with no extension counted.'
    },
    remedy: {
      zh: '填写延期次数，并将办结期限改为批准后的期限。',
      en: 'Give the number of extensions, and the due date that was granted.'
    },
    basis: '市措施二（一）1'
  }
] as const satisfies readonly Check[];
