/** Measure 1, what was resolved at the joint meeting and who carries it out. */
import type { Indicator } from './declare.ts';
import { ofDepartments } from './groupings.ts';

const basis = {
  zh: '市措施二（一）1“建立科技伦理市级部门定期会商机制”；办结期限为议定事项所定（D）',
  en: 'City measures II(1)1; due days are those resolved (D)'
};
const rejectedItems = {
  zh: '被退回的议定事项行（R20）',
  en: 'Rejected rows of the action items (R20)'
};
const facts = [
  'action_summary',
  'assigned_date',
  'due_date',
  'extension_count',
  'completed_date',
  'action_status'
];

export const measure01Items: readonly Indicator[] = [
  {
    id: 'IND-01-03',
    measure: '1',
    words: { zh: '议定事项按期办结率', en: 'Action items closed on time' },
    strength: 'must',
    direction: 'up',
    unit: 'percent',
    mart: 'action_item',
    period: 'quarter',
    over_time: 'sum',
    dept: 'lead_dept',
    by: ofDepartments,
    values: [
      {
        name: 'rate',
        words: { zh: '按期办结率', en: 'On time' },
        timing: { flow: 'due_date', until: 'due_until' },
        shape: { kind: 'ratio', among: `action_status <> 'cancelled'`, counts: 'completed_date <= due_date' }
      }
    ],
    excluded: [
      {
        where: `action_status = 'cancelled'`,
        words: { zh: '已取消的事项', en: 'Items that were cancelled' }
      }
    ],
    missing: { kind: 'records', reports: ['R20'], words: rejectedItems },
    thresholds: [{ name: 'rate', green: 90, amber: 70, from: '2023-12-01', basis: 'D（督办惯例）' }],
    definition: {
      numerator: { zh: '其中在办结期限内办结的事项数', en: 'Those completed by then' },
      denominator: {
        zh: '办结期限在本期届满的议定事项数，不含取消',
        en: 'Action items whose due day fell in the period, not cancelled'
      },
      note: {
        zh: '经批准延期的以延期后的期限为准，归牵头部门；状态为办结但未填办结日期的，不能认定按期。',
        en: 'By the date granted where it was extended; of the leading department. Done without a date is not known to be on time.'
      }
    },
    legal_basis: basis,
    reports: ['R20'],
    facts
  },
  {
    id: 'IND-01-04',
    measure: '1',
    words: { zh: '逾期未结议定事项数', en: 'Overdue action items' },
    strength: 'must',
    direction: 'down',
    unit: 'count',
    mart: 'action_item',
    period: 'month',
    over_time: 'last',
    dept: 'lead_dept',
    by: ofDepartments,
    values: [
      {
        name: 'count',
        words: { zh: '逾期未结', en: 'Overdue and open' },
        timing: { stock: true },
        shape: {
          kind: 'count',
          counts: `assigned_date <= at_date and due_date < at_date and action_status <> 'cancelled'
            and (done_date is null or done_date > at_date)`
        }
      }
    ],
    missing: { kind: 'records', reports: ['R20'], words: rejectedItems },
    thresholds: [{ name: 'count', green: 0, amber: 2, from: '2023-12-01', basis: 'D（零容忍）' }],
    small_denominator: false,
    definition: {
      numerator: {
        zh: '估值日已过办结期限而尚未办结的议定事项数，不含取消',
        en: 'Action items past their due day on the valuation day and not done, not cancelled'
      },
      denominator: null,
      note: {
        zh: '状态为办结但未填办结日期的，以首次报告办结的发布日为办结日。',
        en: 'Where an item is done without a date, it counts as done since the publication that says so.'
      }
    },
    legal_basis: basis,
    reports: ['R20'],
    facts
  },
  {
    id: 'IND-01-05',
    measure: '1',
    words: { zh: '议定事项平均办理时长', en: 'Mean handling days' },
    strength: 'promote',
    direction: 'down',
    unit: 'days',
    mart: 'action_item',
    period: 'quarter',
    over_time: 'sum',
    dept: 'lead_dept',
    by: ofDepartments,
    values: [
      {
        name: 'mean',
        words: { zh: '平均时长', en: 'Mean' },
        timing: { flow: 'completed_date', until: 'at_date' },
        shape: { kind: 'ratio', among: 'true', counts: 'true', numerator_weight: 'handling_days' }
      }
    ],
    missing: { kind: 'records', reports: ['R20'], words: rejectedItems },
    thresholds: [
      { name: 'mean', green: 45, amber: 90, from: '2023-12-01', basis: 'D（季度会商节奏内闭环）' }
    ],
    definition: {
      numerator: {
        zh: '本期办结的议定事项自下达日至办结日的日历天数之和',
        en: 'Calendar days from assignment to completion, summed over the items completed in the period'
      },
      denominator: { zh: '本期办结的议定事项数', en: 'Action items completed in the period' }
    },
    legal_basis: basis,
    reports: ['R20'],
    facts: ['action_summary', 'assigned_date', 'completed_date', 'handling_days']
  }
];
