/** Measure 9, investigating violations. */
import type { Indicator } from './declare.ts';

const accepted = `accept_decision = 'accepted' and coalesce(accept_decision_date, received_date) <= at_date`;

export const measure09: readonly Indicator[] = [
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
    missing: {
      kind: 'records',
      reports: ['R09'],
      words: { zh: '被退回或待关联的案件台账行', en: 'Rejected or waiting rows of the case ledger' }
    },
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
  }
];
