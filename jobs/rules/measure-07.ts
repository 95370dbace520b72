/** Measure 7: strict ethics review. */
import type { Rule } from './declare.ts';

export const measure07: readonly Rule[] = [
  {
    // Emergency reviews have 72 hours and a rule of their own.
    id: 'RULE-07-03',
    words: { zh: '审查超期未决且无延长记录', en: 'Review overdue without a recorded extension' },
    kind: 'L',
    measure: '7',
    mart: 'review',
    object: 'record_key',
    report: 'R04',
    judged: `procedure_kind <> 'emergency' and accepted_date <= day and due_date is not null`,
    offends: `due_date < day
      and (decided_date > day or (decided_date is null and coalesce(decision, 'pending') = 'pending'))`,
    severity: `case when day - due_date > 15 or count(*) over (partition by committee_id) >= 3 then 'high' else 'medium' end`,
    value: { days_past: 'due_date' },
    limit: 'due_date',
    act_by: { workdays: 5 },
    basis: {
      zh: '《科技伦理审查办法（试行）》第十七条',
      en: 'Measures for Science and Technology Ethics Review (trial), Art. 17'
    },
    action: {
      zh: '作出审查决定，或书面延长并明确时限',
      en: 'decide, or extend in writing with a stated time limit'
    },
    recipients: ['institution'],
    escalations: [{ level: 'L2', when: 'day - due_date > 15' }]
  }
];
