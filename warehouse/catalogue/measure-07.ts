/** Measure 7, strict ethics review. */
import type { Indicator } from './declare.ts';
import { ofCommittees } from './groupings.ts';
import { measure07Conduct } from './measure-07-conduct.ts';
import { measure07Procedures } from './measure-07-procedures.ts';
import { measure07Supplementary } from './measure-07-supplementary.ts';

const article17 = {
  zh: '市措施二（三）7；《科技伦理审查办法（试行）》第十七条（受理后一般30日内，可适当延长并明确时限）',
  en: 'City measures II(3)7; Measures for Ethics Review (2023) Art. 17 (30 days from acceptance, may be extended)'
};
const rejectedReviews = {
  zh: '被退回或待关联的审查台账行；未报台账的单位另列',
  en: 'Rejected or waiting rows of the review ledger; institutions that did not report are listed'
};

const stoppedClock = {
  zh: '清单活动的初步审查，自申请专家复核至复核意见反馈期间时限中止；复核迟延不计为本单位逾期。申请时已超过期限或者已作决定的除外。',
  en: 'Of a listed activity’s preliminary review the clock stands still from the application for expert re-review to its feedback, unless it had run out or the review was decided before.'
};
const begunUnderMeasures = `start_date >= date '2023-12-01' and start_date <= due_until`;
const undecided = `accepted_date <= at_date and (decided_date is null or decided_date > at_date)`;

export const measure07: readonly Indicator[] = [
  {
    id: 'IND-07-01',
    measure: '7',
    words: { zh: '应审尽审率', en: 'Reviewed-before-start rate' },
    strength: 'must',
    direction: 'up',
    unit: 'percent',
    mart: 'project',
    period: 'quarter',
    over_time: 'last',
    values: [
      {
        name: 'rate',
        words: { zh: '应审尽审率', en: 'Reviewed before start' },
        timing: { stock: true },
        shape: {
          kind: 'ratio',
          among: `${begunUnderMeasures} and in_review_scope and project_status <> 'planned'`,
          counts: 'approved_date <= start_date'
        }
      }
    ],
    missing: {
      kind: 'rows',
      where: 'approval_review_id is not null and not approval_known',
      words: {
        zh: '已填批准审查编号，而该次审查尚未报送审查台账（R04）的项目',
        en: 'Projects that name an approval which has not come in with the review ledger (R04)'
      }
    },
    excluded: [
      {
        where: `start_date <= due_until and start_date < date '2023-12-01' and in_review_scope`,
        words: {
          zh: '2023年12月1日《科技伦理审查办法（试行）》施行前已开始',
          en: 'Begun before the Measures came into force on 2023-12-01'
        }
      },
      {
        where: `${begunUnderMeasures} and in_review_scope and project_status = 'planned'`,
        words: {
          zh: '开始日期已到，项目状态仍为未开始',
          en: 'Its start has come, yet it is said to be planned'
        }
      },
      {
        where: `${begunUnderMeasures} and in_review_scope is null and project_status <> 'planned'`,
        words: {
          zh: '尚未完成伦理风险评估，是否属审查范围不明',
          en: 'Ethics risk not assessed: whether it is within the scope of review is not known'
        }
      }
    ],
    thresholds: [
      {
        name: 'rate',
        green: 100,
        amber: 98,
        from: '2023-12-01',
        basis: 'D（“须经…审查批准”无例外，故100%为绿）'
      }
    ],
    definition: {
      numerator: {
        zh: '其中所填批准审查的决定为批准或者修改后批准、决定日不晚于开始日的项目数',
        en: 'Those whose named review approved them (or approved after revision) on or before the day they began'
      },
      denominator: {
        zh: '2023年12月1日以后开始、开始日已过、属审查范围的项目数（含已暂停、终止、完成）',
        en: 'Projects within the scope of review that have begun since 2023-12-01, suspended, terminated and completed ones included'
      },
      note: {
        zh: '项目终止不免除其开始前应经审查批准的义务，故已开始后终止的仍计入。',
        en: 'That a project was terminated does not excuse a start without approval: it still counts.'
      }
    },
    legal_basis: {
      zh: '市措施二（三）7“须经…审查批准”；《科技伦理审查办法（试行）》第二条、第九条、第四十七条（三）',
      en: 'City measures II(3)7; Measures for Ethics Review (2023) Arts. 2, 9, 47(3)'
    },
    reports: ['R13', 'R04'],
    facts: ['in_review_scope', 'start_date', 'approval_review_id', 'approved_date', 'project_status']
  },
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
    excluded: [
      { where: `decision = 'withdrawn'`, words: { zh: '申请人撤回', en: 'Withdrawn by the applicant' } },
      {
        where: `procedure_kind = 'emergency'`,
        words: {
          zh: '应急审查，按72小时计，见IND-07-11',
          en: 'An emergency review, held to 72 hours (IND-07-11)'
        }
      },
      { where: `procedure_kind = 'exempt'`, words: { zh: '免除伦理审查', en: 'Exempt from ethics review' } },
      {
        where: `procedure_kind = 'expert_rereview'`,
        words: {
          zh: '专家复核，由省级或国家行业主管部门组织',
          en: 'Expert re-review, organised by the province or a central ministry'
        }
      }
    ],
    thresholds: [
      { name: 'rate', green: 95, amber: 85, from: '2023-12-01', basis: 'D（第十七条“一般应”，故绿线非100）' }
    ],
    definition: {
      numerator: { zh: '其中在期限内作出决定的审查件数', en: 'Those decided by then' },
      denominator: {
        zh: '审查期限（受理后30日，遇休假日顺延；有延长记录的按延长后期限）在本期届满的一般、简易程序审查件数，不含撤回',
        en: 'Reviews (general, simplified, not withdrawn) whose limit (30 days from acceptance, rolled, or as extended) fell in the period'
      },
      note: stoppedClock
    },
    legal_basis: article17,
    reports: ['R04', 'R02'],
    facts: ['procedure_kind', 'accepted_date', 'due_date', 'is_extended', 'decided_date', 'decision']
  },
  {
    id: 'IND-07-03',
    measure: '7',
    words: { zh: '审查时长（中位数/P90）', en: 'Review turnaround (median, P90)' },
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
        timing: {
          stock: true,
          only: 'decided_date is null or decided_date > coalesce(due_date, statutory_due_date)'
        },
        shape: {
          kind: 'count',
          counts: `${undecided} and due_date < at_date and procedure_kind <> 'exempt'`
        }
      }
    ],
    missing: { kind: 'records', reports: ['R04'], words: rejectedReviews },
    excluded: [
      {
        where: `${undecided} and due_date < at_date and procedure_kind = 'exempt'`,
        words: { zh: '免除伦理审查', en: 'Exempt from ethics review' }
      },
      {
        where: `${undecided} and due_date is null and statutory_due_date < at_date and procedure_kind <> 'exempt'`,
        words: { zh: '专家复核期间，审查时限中止', en: 'Under expert re-review: the clock stands still' }
      }
    ],
    thresholds: [{ name: 'count', green: 0, amber: 2, from: '2023-12-01', basis: 'D' }],
    small_denominator: false,
    definition: {
      numerator: {
        zh: '估值日已受理、期限已过而尚未作出决定的审查件数',
        en: 'Reviews accepted, past their limit and undecided on the valuation day'
      },
      denominator: null,
      note: stoppedClock
    },
    legal_basis: article17,
    reports: ['R04', 'R02'],
    facts: ['procedure_kind', 'accepted_date', 'due_date', 'is_extended', 'decided_date', 'decision']
  },
  ...measure07Conduct,
  ...measure07Supplementary,
  ...measure07Procedures
];
