/** Measure 7, strict ethics review. */
import type { Indicator } from './declare.ts';
import { ofCommittees } from './groupings.ts';

const article17 = {
  zh: '市措施二（三）7；《科技伦理审查办法（试行）》第十七条（受理后一般30日内，可适当延长并明确时限）',
  en: 'City measures II(3)7; Measures for Ethics Review (2023) Art. 17 (30 days from acceptance, may be extended)'
};
const rejectedReviews = {
  zh: '被退回或待关联的审查台账行；未报台账的单位另列',
  en: 'Rejected or waiting rows of the review ledger; institutions that did not report are listed'
};

export const measure07: readonly Indicator[] = [
  {
    id: 'IND-07-02',
    measure: '7',
    words: { zh: '审查按期决定率', en: 'Decisions within the limit' },
    strength: 'must',
    direction: 'up',
    unit: 'percent',
    mart: 'review',
    period: 'month',
    over_time: 'sum',
    by: ofCommittees,
    values: [
      {
        name: 'rate',
        words: { zh: '按期决定率', en: 'On time' },
        timing: { flow: 'due_date', until: 'due_until' },
        shape: {
          kind: 'ratio',
          among: `procedure_kind in ('general', 'simplified') and decision <> 'withdrawn'`,
          counts: 'decided_date <= due_date'
        }
      }
    ],
    missing: { kind: 'records', reports: ['R04'], words: rejectedReviews },
    thresholds: [
      { name: 'rate', green: 95, amber: 85, from: '2023-12-01', basis: 'D（第十七条“一般应”，故绿线非100）' }
    ],
    definition: {
      numerator: { zh: '其中在期限内作出决定的审查件数', en: 'Those decided by then' },
      denominator: {
        zh: '审查期限（受理后30日，遇休假日顺延；有延长记录的按延长后期限）在本期届满的一般、简易程序审查件数，不含撤回',
        en: 'Reviews (general, simplified, not withdrawn) whose limit (30 days from acceptance, rolled, or as extended) fell in the period'
      }
    },
    legal_basis: article17,
    reports: ['R04', 'R02'],
    facts: ['procedure_kind', 'accepted_date', 'due_date', 'is_extended', 'decided_date', 'decision']
  },
  {
    id: 'IND-07-03',
    measure: '7',
    words: { zh: '审查时长（中位数、P90）', en: 'Review turnaround (median, P90)' },
    strength: 'promote',
    direction: 'down',
    unit: 'days',
    mart: 'review',
    period: 'month',
    over_time: 'sum',
    by: ofCommittees,
    values: [
      {
        name: 'median',
        words: { zh: '中位数', en: 'Median' },
        timing: { flow: 'decided_date', until: 'at_date' },
        shape: {
          kind: 'days',
          among: 'turnaround_days is not null',
          days: 'turnaround_days',
          dimension: 'procedure_kind',
          quantile: 0.5
        }
      },
      {
        name: 'p90',
        words: { zh: '第90百分位', en: 'P90' },
        timing: { flow: 'decided_date', until: 'at_date' },
        shape: {
          kind: 'days',
          among: 'turnaround_days is not null',
          days: 'turnaround_days',
          dimension: 'procedure_kind',
          quantile: 0.9
        }
      }
    ],
    missing: { kind: 'records', reports: ['R04'], words: rejectedReviews },
    thresholds: [
      { name: 'median', green: 20, amber: 30, from: '2023-12-01', basis: 'D（时限30日的管理余量）' },
      { name: 'p90', green: 30, amber: Number.POSITIVE_INFINITY, from: '2023-12-01', basis: 'D' }
    ],
    definition: {
      numerator: {
        zh: '本期作出决定的审查，自受理日至决定日的日历天数的中位数与第90百分位数，按审查程序分列',
        en: 'Median and 90th percentile of calendar days from acceptance to decision, by procedure'
      },
      denominator: null,
      note: {
        zh: '绿：中位数≤20日且P90≤30日；黄：中位数≤30日；红：中位数>30日。',
        en: 'Green: median ≤ 20 and P90 ≤ 30 days; amber: median ≤ 30; red: median > 30.'
      }
    },
    legal_basis: article17,
    reports: ['R04', 'R02'],
    facts: ['procedure_kind', 'accepted_date', 'decided_date', 'turnaround_days']
  },
  {
    id: 'IND-07-04',
    measure: '7',
    words: { zh: '超期未决件数', en: 'Open overdue reviews' },
    strength: 'must',
    direction: 'down',
    unit: 'count',
    mart: 'review',
    period: 'month',
    over_time: 'last',
    by: ofCommittees,
    values: [
      {
        name: 'count',
        words: { zh: '超期未决', en: 'Overdue and open' },
        timing: { stock: true },
        shape: {
          kind: 'count',
          counts: `accepted_date <= at_date and due_date < at_date and procedure_kind <> 'exempt'
            and (decided_date is null or decided_date > at_date)`
        }
      }
    ],
    missing: { kind: 'records', reports: ['R04'], words: rejectedReviews },
    thresholds: [{ name: 'count', green: 0, amber: 2, from: '2023-12-01', basis: 'D' }],
    small_denominator: false,
    definition: {
      numerator: {
        zh: '估值日已受理、期限已过而尚未作出决定的审查件数',
        en: 'Reviews accepted, past their limit and undecided on the valuation day'
      },
      denominator: null
    },
    legal_basis: article17,
    reports: ['R04', 'R02'],
    facts: ['procedure_kind', 'accepted_date', 'due_date', 'is_extended', 'decided_date', 'decision']
  }
];
