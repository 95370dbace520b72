/** Guarantee 1, coordination. */
import type { Indicator } from './declare.ts';
import { ofDepartments } from './groupings.ts';

const basis = (words: string) => ({ zh: `市措施三（一）“${words}”`, en: 'City measures III(1)' });
const rejectedReferrals = {
  zh: '被退回的部门协同交办行（R24），列在交办部门',
  en: 'Rejected rows of the referrals (R24), with the referring department'
};

export const measureG1: readonly Indicator[] = [
  {
    id: 'IND-G1-01',
    measure: 'G1',
    words: { zh: '部门责任分工明确率', en: 'Departments with assigned duties' },
    strength: 'must',
    direction: 'up',
    unit: 'percent',
    mart: 'department_duty',
    period: 'year',
    over_time: 'last',
    dept: 'dept',
    by: ofDepartments,
    values: [
      {
        name: 'rate',
        words: { zh: '明确率', en: 'Assigned' },
        timing: { flow: 'called_date', until: 'due_until' },
        shape: { kind: 'ratio', among: 'true', counts: 'duty_assigned' }
      }
    ],
    missing: {
      kind: 'rows',
      where: 'duty_assigned is null',
      words: {
        zh: '本年尚未报送部门总结（R23）的成员部门',
        en: 'Member departments that have handed in no summary (R23) of the year'
      }
    },
    thresholds: [{ name: 'rate', green: 100, amber: 100, from: '2023-12-01', basis: 'D（各部门均应明确）' }],
    small_denominator: false,
    definition: {
      numerator: {
        zh: '其中本年最近一期总结报告责任分工已明确的部门数',
        en: 'Those whose newest summary of the year says that duties are assigned'
      },
      denominator: { zh: '会商机制成员部门数（各计一次）', en: 'Member departments, each counted once' },
      note: {
        zh: '自本年首期部门总结的报送期限届满后评价；以所填期间最近的一期为准，不以报送先后为准。',
        en: 'Judged once the first summary of the year has fallen due; by the newest quarter told of, not by the day of receipt.'
      }
    },
    legal_basis: basis('加强责任分工'),
    reports: ['R23'],
    facts: ['report', 'report_period', 'period', 'duty_assigned']
  },
  {
    id: 'IND-G1-02',
    measure: 'G1',
    words: { zh: '部门协同交办按期办结率', en: 'Referrals closed on time' },
    strength: 'promote',
    direction: 'up',
    unit: 'percent',
    mart: 'referral',
    period: 'quarter',
    over_time: 'sum',
    dept: 'to_dept',
    by: ofDepartments,
    values: [
      {
        name: 'rate',
        words: { zh: '按期办结率', en: 'On time' },
        timing: { flow: 'due_date', until: 'due_until' },
        shape: { kind: 'ratio', among: 'true', counts: 'completed_date <= due_date' }
      }
    ],
    missing: { kind: 'records', reports: ['R24'], words: rejectedReferrals },
    thresholds: [{ name: 'rate', green: 90, amber: 75, from: '2023-12-01', basis: 'D' }],
    definition: {
      numerator: { zh: '其中在办结期限内办结的交办件数', en: 'Those completed by then' },
      denominator: {
        zh: '办结期限在本期届满的交办件数，归承办部门',
        en: 'Referrals whose due day fell in the period, of the receiving department'
      }
    },
    legal_basis: basis('协调联动'),
    reports: ['R24'],
    facts: ['from_dept', 'to_dept', 'referral_kind', 'referred_date', 'due_date', 'completed_date']
  },
  {
    id: 'IND-G1-03',
    measure: 'G1',
    words: { zh: '交办3个工作日签收率', en: 'Referral acknowledgement' },
    strength: 'promote',
    direction: 'up',
    unit: 'percent',
    mart: 'referral',
    period: 'quarter',
    over_time: 'sum',
    dept: 'to_dept',
    by: ofDepartments,
    values: [
      {
        name: 'rate',
        words: { zh: '签收率', en: 'Acknowledged in time' },
        timing: { flow: 'referred_date', until: 'at_date' },
        shape: {
          kind: 'ratio',
          // While the quarter runs nobody is late before the limit has passed.
          among: `acknowledged_date is not null or acknowledgement_due_date <= due_until or due_until = period_end`,
          counts: 'acknowledged_date <= acknowledgement_due_date'
        }
      }
    ],
    excluded: [
      {
        where: `acknowledged_date is null and acknowledgement_due_date > due_until and due_until < period_end`,
        words: {
          zh: '本季度尚在进行，签收期限未届满而未签收的',
          en: 'Not acknowledged yet and still within the limit, while the quarter runs'
        }
      }
    ],
    missing: { kind: 'records', reports: ['R24'], words: rejectedReferrals },
    thresholds: [{ name: 'rate', green: 95, amber: 80, from: '2023-12-01', basis: 'D（管理默认）' }],
    definition: {
      numerator: {
        zh: '其中在期限（交办后3个工作日，参数 acknowledgement_workdays）内签收的件数',
        en: 'Those acknowledged within the limit (3 working days, the parameter acknowledgement_workdays)'
      },
      denominator: {
        zh: '本期交办的件数，归承办部门',
        en: 'Referrals of the period, of the receiving department'
      },
      note: {
        zh: '交办当日不计入；按法定工作日历计算。',
        en: 'The day of referral is not counted; by the official calendar of working days.'
      }
    },
    legal_basis: basis('加强协同联动'),
    reports: ['R24'],
    facts: [
      'from_dept',
      'to_dept',
      'referral_kind',
      'referred_date',
      'acknowledgement_due_date',
      'acknowledged_date'
    ]
  }
];
