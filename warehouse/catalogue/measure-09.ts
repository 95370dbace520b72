/** Measure 9, investigating violations. */
import type { Indicator } from './declare.ts';
import { measure09Outcomes, rejectedCases } from './measure-09-outcomes.ts';

const accepted = `accept_decision = 'accepted' and coalesce(accept_decision_date, received_date) <= at_date`;

const order24 = {
  zh: '市措施二（三）9；《科学技术活动违规行为调查处理规定》（科技部令第24号）；期限为参数，待核原文',
  en: 'City measures II(3)9; Order 24 (2026); the limit is a parameter to be confirmed'
};

export const measure09: readonly Indicator[] = [
  {
    id: 'IND-09-01',
    measure: '9',
    words: {
      zh: '市属单位调查处理规定建立率',
      en: 'Investigation rules in place (municipal)'
    },
    strength: 'must',
    direction: 'up',
    unit: 'percent',
    mart: 'institution',
    period: 'year',
    over_time: 'last',
    values: [
      {
        name: 'rate',
        words: { zh: '建立率', en: 'With rules' },
        timing: { stock: true },
        shape: {
          kind: 'ratio',
          among: `from_date <= at_date and to_date > at_date and is_active
            and (valid_to is null or valid_to > at_date) and has_research_tasks
            and affiliation_level = 'municipal'`,
          counts: `list_contains(internal_rules, 'investigation')`
        }
      }
    ],
    missing: {
      kind: 'records',
      reports: ['R01'],
      words: { zh: '被退回的单位登记行', en: 'Rejected rows of the registry' }
    },
    thresholds: [{ name: 'rate', green: 100, amber: 90, from: '2023-12-01', basis: 'D' }],
    definition: {
      numerator: {
        zh: '其中已建制度包括违规调查处理规定的单位数',
        en: 'Those whose internal rules include one on investigating violations'
      },
      denominator: {
        zh: '估值日状态有效、承担科研任务的市属单位数',
        en: 'Active municipal institutions with research tasks on the valuation day'
      },
      note: {
        zh: '只对市属单位。区县属单位、市属国有企业是否按市属口径统计，待主管机关确认；现以名录的隶属层级为准。',
        en: 'Municipal institutions alone, by the affiliation in the registry; whether district ones count is still to be confirmed.'
      }
    },
    legal_basis: {
      zh: '市措施二（三）9“制定完善调查处理相关规定”；《科技伦理审查办法（试行）》第四十九条（单位为第一责任主体）',
      en: 'City measures II(3)9; Measures for Ethics Review (2023) Art. 49 (first responsible body)'
    },
    reports: ['R01'],
    facts: ['affiliation_level', 'institution_kind', 'internal_rules']
  },
  {
    id: 'IND-09-02',
    measure: '9',
    words: { zh: '线索受理决定及时率', en: 'Lead screening within 15 working days' },
    strength: 'promote',
    direction: 'up',
    unit: 'percent',
    mart: 'case_file',
    period: 'quarter',
    over_time: 'sum',
    values: [
      {
        name: 'rate',
        words: { zh: '及时率', en: 'In time' },
        timing: { flow: 'screening_due_date', until: 'due_until' },
        shape: { kind: 'ratio', among: 'true', counts: 'accept_decision_date <= screening_due_date' }
      }
    ],
    missing: {
      kind: 'rows',
      where: 'accept_decision is not null and accept_decision_date is null',
      words: {
        zh: '已作受理决定而未填决定日的线索',
        en: 'Leads with a decision on acceptance that has no date'
      }
    },
    thresholds: [
      { name: 'rate', green: 95, amber: 80, from: '2023-12-01', basis: 'D（失信规则15个工作日，待核）' }
    ],
    definition: {
      numerator: {
        zh: '其中在期限内作出受理与否决定（含不予受理、移送）的线索数',
        en: 'Those on whose acceptance (or refusal, or transfer) it was decided by then'
      },
      denominator: {
        zh: '受理决定期限（收到后15个工作日，参数）在本期届满的线索数',
        en: 'Leads whose screening day (15 working days from receipt, a parameter) fell in the period'
      }
    },
    legal_basis: {
      zh: '市措施二（三）9；参照《科研失信行为调查处理规则》（国科发监〔2022〕221号），15个工作日为参数，待核原文',
      en: 'City measures II(3)9; by the rules on research misconduct (2022); 15 working days is a parameter to be confirmed'
    },
    reports: ['R09'],
    facts: ['received_date', 'screening_due_date', 'accept_decision', 'accept_decision_date']
  },
  {
    id: 'IND-09-03',
    measure: '9',
    words: { zh: '案件按期办结率', en: 'Cases concluded on time' },
    strength: 'must',
    direction: 'up',
    unit: 'percent',
    mart: 'case_file',
    period: 'quarter',
    over_time: 'sum',
    values: [
      {
        name: 'rate',
        words: { zh: '按期办结率', en: 'On time' },
        timing: { flow: 'due_date', until: 'due_until' },
        shape: {
          kind: 'ratio',
          among: `accept_decision = 'accepted'`,
          counts: 'investigation_closed_date <= due_date'
        }
      }
    ],
    missing: { kind: 'records', reports: ['R09'], words: rejectedCases },
    excluded: [
      {
        where: `accept_decision <> 'accepted'`,
        words: { zh: '未受理或者已移送其他机关', en: 'Not accepted, or handed to another body' }
      }
    ],
    thresholds: [{ name: 'rate', green: 95, amber: 80, from: '2023-12-01', basis: 'D（6个月，可配置）' }],
    definition: {
      numerator: { zh: '其中调查在期限内结束的案件数', en: 'Those whose investigation had ended by then' },
      denominator: {
        zh: '调查期限（含延长）在本期届满的已受理案件数',
        en: 'Accepted cases whose investigation limit (as extended) fell in the period'
      },
      note: {
        zh: '未填调查期限的，按受理之日起6个月（参数）计算，不顺延。未填调查结束日的计为未办结。',
        en: 'Where no limit is given it is six months (a parameter) from acceptance, without roll. Without a day of its end an investigation still runs.'
      }
    },
    legal_basis: order24,
    reports: ['R09'],
    facts: [
      'violation_kind',
      'accept_decision',
      'accept_decision_date',
      'due_date',
      'investigation_closed_date'
    ]
  },
  {
    id: 'IND-09-04',
    measure: '9',
    words: { zh: '在办案件数与超期数', en: 'Open and overdue cases' },
    strength: 'must',
    direction: 'down',
    unit: 'count',
    mart: 'case_file',
    period: 'month',
    over_time: 'last',
    values: [
      {
        name: 'overdue',
        words: { zh: '超期', en: 'Overdue' },
        timing: { stock: true },
        shape: {
          kind: 'count',
          counts: `${accepted} and due_date < at_date
            and (investigation_closed_date is null or investigation_closed_date > at_date)
            and (closed_date is null or closed_date > at_date)`
        }
      },
      {
        name: 'open',
        words: { zh: '在办', en: 'Open' },
        neutral: true,
        timing: { stock: true },
        shape: { kind: 'count', counts: `${accepted} and (closed_date is null or closed_date > at_date)` }
      }
    ],
    missing: { kind: 'records', reports: ['R09'], words: rejectedCases },
    thresholds: [{ name: 'overdue', green: 0, amber: 1, from: '2023-12-01', basis: 'D' }],
    small_denominator: false,
    definition: {
      numerator: {
        zh: '在办：已受理未结案的案件数；超期：其中已过调查期限（含延长）而调查未结束的案件数',
        en: 'Open: accepted and not closed; overdue: those past their investigation limit (as extended) and still investigated'
      },
      denominator: null,
      note: {
        zh: '在办数不评优劣，避免压案。结论作出前一律为“疑似”。',
        en: 'The number of open cases is not judged. Until concluded a case is a suspicion.'
      }
    },
    legal_basis: {
      zh: '市措施二（三）9；《科学技术活动违规行为调查处理规定》（科技部令第24号）；期限6个月为参数，待核原文',
      en: 'City measures II(3)9; Order 24 (2026); the six months are a parameter to be confirmed'
    },
    reports: ['R09'],
    facts: [
      'violation_kind',
      'received_date',
      'accept_decision_date',
      'due_date',
      'investigation_closed_date',
      'closed_date'
    ]
  },
  ...measure09Outcomes
];
