/** Guarantee 2, follow-up and effect. */
import { reports } from '#ingest/reports/index.ts';
import type { Indicator } from './declare.ts';

const rejectedRectifications = {
  zh: '被退回或待关联的整改台账行',
  en: 'Rejected or waiting rows of the rectification ledger'
};

export const measureG2: readonly Indicator[] = [
  {
    id: 'IND-G2-01',
    measure: 'G2',
    words: { zh: '单位报送及时率', en: 'Reports on time' },
    strength: 'must',
    direction: 'up',
    unit: 'percent',
    mart: 'report_due',
    period: 'month',
    over_time: 'sum',
    values: [
      {
        name: 'rate',
        words: { zh: '及时率', en: 'On time' },
        timing: { flow: 'due_date', until: 'due_until' },
        shape: { kind: 'ratio', among: 'dept is null', counts: 'received_date <= due_date' }
      }
    ],
    missing: { kind: 'none' },
    thresholds: [{ name: 'rate', green: 95, amber: 85, from: '2023-12-01', basis: 'D' }],
    definition: {
      numerator: {
        zh: '其中在期限内收到的报表数（零报告、部分退回均算已报）',
        en: 'Those received by then (nil and partly accepted count as reported)'
      },
      denominator: { zh: '报送期限在本期届满的应报报表数', en: 'Reports whose due day fell in the period' },
      note: {
        zh: '应报未报即计为未按期，不作缺失处理。',
        en: 'A report that is owed and did not come counts as not on time, not as missing.'
      }
    },
    legal_basis: {
      zh: '市措施三（二）“加强跟踪监测”；报送期限为表式规定（D）',
      en: 'City measures III(2); due days are set by the forms (D)'
    },
    reports: reports
      .filter(({ due }) => due.some(({ owed_by }) => owed_by !== undefined))
      .map(({ id }) => id),
    facts: ['report', 'report_period', 'due_date', 'received_date', 'workdays_late']
  },
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
  }
];
