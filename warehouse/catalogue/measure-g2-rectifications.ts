/** Guarantee 2, issues that institutions are told to put right. */
import type { Indicator } from './declare.ts';
import { ofDepartments } from './groupings.ts';

const rejectedRectifications = {
  zh: '被退回或待关联的整改台账行',
  en: 'Rejected or waiting rows of the rectification ledger'
};

export const measureG2Rectifications: readonly Indicator[] = [
  {
    id: 'IND-G2-04',
    measure: 'G2',
    words: { zh: '整改按期完成率', en: 'Rectifications on time' },
    strength: 'must',
    direction: 'up',
    unit: 'percent',
    mart: 'rectification',
    period: 'month',
    over_time: 'sum',
    values: [
      {
        name: 'rate',
        words: { zh: '按期完成率', en: 'On time' },
        timing: { flow: 'due_date', until: 'due_until' },
        shape: {
          kind: 'ratio',
          among: `rect_status <> 'cancelled'`,
          counts: `acceptance_result in ('passed', 'passed_conditional') and report_submitted_date <= due_date`
        }
      }
    ],
    missing: {
      kind: 'rows',
      where: `acceptance_result is null and report_submitted_date <= due_date`,
      words: { zh: '已按期提交整改报告、尚未验收的整改', en: 'Handed in on time and not yet verified' }
    },
    thresholds: [{ name: 'rate', green: 95, amber: 80, from: '2023-12-01', basis: 'D' }],
    definition: {
      numerator: {
        zh: '其中按期提交整改报告并验收（基本）通过的整改数',
        en: 'Those reported by then and verified (conditionally) passed'
      },
      denominator: {
        zh: '整改期限（含经同意的延期）在本期届满的整改数，不含撤销',
        en: 'Rectifications whose due day (as extended) fell in the period, not cancelled'
      },
      note: {
        zh: '按期以提交整改报告之日为准；验收可晚于期限，验收前列为缺失。',
        en: 'On time is judged by the day the report was handed in; verification may follow, until then it is missing.'
      }
    },
    legal_basis: { zh: '市措施三（二）“对发现问题督促整改”', en: 'City measures III(2)' },
    reports: ['R08'],
    facts: [
      'issue_category',
      'issued_date',
      'due_date',
      'is_extended',
      'report_submitted_date',
      'accepted_date',
      'acceptance_result',
      'rect_status'
    ]
  },
  {
    id: 'IND-G2-05',
    measure: 'G2',
    words: { zh: '逾期未整改数', en: 'Overdue rectifications' },
    strength: 'must',
    direction: 'down',
    unit: 'count',
    mart: 'rectification',
    period: 'month',
    over_time: 'last',
    values: [
      {
        name: 'count',
        words: { zh: '逾期未整改', en: 'Overdue' },
        timing: { stock: true },
        shape: {
          kind: 'count',
          counts: `issued_date <= at_date and due_date < at_date and (done_date is null or done_date > at_date)`
        }
      }
    ],
    missing: { kind: 'records', reports: ['R08'], words: rejectedRectifications },
    thresholds: [{ name: 'count', green: 0, amber: 2, from: '2023-12-01', basis: 'D' }],
    small_denominator: false,
    definition: {
      numerator: {
        zh: '估值日已过整改期限（含延期）而未提交整改报告或被退回的整改数',
        en: 'Rectifications past their due day (as extended) on the valuation day, not handed in or returned'
      },
      denominator: null
    },
    legal_basis: { zh: '市措施三（二）“对发现问题督促整改”', en: 'City measures III(2)' },
    reports: ['R08'],
    facts: ['issue_category', 'severity', 'issued_date', 'due_date', 'done_date', 'rect_status']
  },
  {
    id: 'IND-G2-06',
    measure: 'G2',
    words: { zh: '重大问题报会商及时率', en: 'Major issues escalated on time' },
    strength: 'must',
    direction: 'up',
    unit: 'percent',
    mart: 'rectification',
    period: 'quarter',
    over_time: 'sum',
    dept: 'issued_by_dept',
    by: ofDepartments,
    values: [
      {
        name: 'rate',
        words: { zh: '及时率', en: 'On time' },
        timing: { flow: 'issued_date', until: 'at_date' },
        shape: {
          kind: 'ratio',
          // While the quarter runs nobody is late before the limit has passed.
          among: `is_major and rect_status <> 'cancelled'
            and (escalated_meeting_date is not null or escalation_due_date <= due_until or due_until = period_end)`,
          counts: 'escalated_meeting_date <= escalation_due_date'
        }
      }
    ],
    excluded: [
      {
        where: `is_major and rect_status = 'cancelled'`,
        words: { zh: '已撤销的整改', en: 'Rectifications that were cancelled' }
      },
      {
        where: `is_major and rect_status <> 'cancelled' and escalated_meeting_date is null
          and escalation_due_date > due_until and due_until < period_end`,
        words: {
          zh: '本季度尚在进行，报会商期限未届满而未报的',
          en: 'Not escalated yet and still within the limit, while the quarter runs'
        }
      }
    ],
    missing: { kind: 'records', reports: ['R08'], words: rejectedRectifications },
    thresholds: [{ name: 'rate', green: 100, amber: 80, from: '2023-12-01', basis: 'D' }],
    definition: {
      numerator: {
        zh: '其中在期限（下达后10个工作日，参数 major_issue_escalation_workdays）内提交会商的件数',
        en: 'Those brought to the joint meeting within 10 working days (the parameter major_issue_escalation_workdays)'
      },
      denominator: {
        zh: '本期下达的重大问题整改件数，归下达部门，不含撤销',
        en: 'Rectifications of major issues issued in the period, of the issuing department, not cancelled'
      },
      note: {
        zh: '以下达日期为认定重大问题之日（表内没有单独的认定日期）；下达当日不计入。',
        en: 'An issue is major since the day of issue (the form has no other date); that day is not counted.'
      }
    },
    legal_basis: {
      zh: '市措施三（二）“重大问题报市级部门会商机制解决”；10个工作日为D',
      en: 'City measures III(2); the 10 working days are D'
    },
    reports: ['R08'],
    facts: [
      'issue_category',
      'issued_by_dept',
      'issued_date',
      'escalation_due_date',
      'escalated_meeting_date',
      'rect_status'
    ]
  }
];
