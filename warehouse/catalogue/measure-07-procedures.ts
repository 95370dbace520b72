/** Measure 7, supplementary: the emergency and the simplified procedure. */
import type { Indicator } from './declare.ts';
import { ofCommittees } from './groupings.ts';

export const measure07Procedures: readonly Indicator[] = [
  {
    id: 'IND-07-11',
    measure: '7',
    words: { zh: '应急审查72小时达标率', en: 'Emergency reviews within 72h' },
    strength: 'must',
    direction: 'up',
    unit: 'percent',
    mart: 'review_meeting',
    period: 'year',
    over_time: 'sum',
    by: ofCommittees,
    values: [
      {
        name: 'rate',
        words: { zh: '达标率', en: 'Within the limit' },
        timing: { flow: 'decided_date', until: 'at_date' },
        shape: {
          kind: 'ratio',
          among: `procedure_kind = 'emergency' and decision <> 'withdrawn'`,
          counts: 'decision_hours <= limit_hours'
        }
      }
    ],
    missing: {
      kind: 'rows',
      where: 'decision_hours is null',
      words: { zh: '未填受理时间的应急审查', en: 'Emergency reviews without a time of acceptance' }
    },
    excluded: [
      {
        where: `procedure_kind = 'emergency' and decision = 'withdrawn'`,
        words: { zh: '申请人撤回', en: 'Withdrawn by the applicant' }
      }
    ],
    thresholds: [
      { name: 'rate', green: 95, amber: 80, from: '2023-12-01', basis: 'D（第三十六条“一般在72小时内”）' }
    ],
    definition: {
      numerator: {
        zh: '其中自受理至决定不超过72小时（参数，按受理之日有效值，不顺延）的件数',
        en: 'Those decided within 72 hours of acceptance (a parameter of that day; no roll)'
      },
      denominator: { zh: '本年作出决定的应急审查件数', en: 'Emergency reviews decided in the year' },
      note: {
        zh: '专家复核所用时间一并计入。尚未决定的不在本指标内，由超期未决件数和预警规则反映。',
        en: 'Time taken by expert re-review counts. What is undecided shows among open overdue reviews and in rules.'
      }
    },
    legal_basis: {
      zh: '市措施二（三）7；《科技伦理审查办法（试行）》第三十六条',
      en: 'City measures II(3)7; Measures for Ethics Review (2023) Art. 36'
    },
    reports: ['R04', 'R02'],
    facts: ['procedure_kind', 'decided_date', 'decision_hours', 'limit_hours', 'decision']
  },
  {
    id: 'IND-07-12',
    measure: '7',
    words: { zh: '简易程序占比与转会议率', en: 'Simplified share / conversion' },
    strength: 'promote',
    direction: 'neutral',
    unit: 'percent',
    mart: 'review',
    period: 'quarter',
    over_time: 'sum',
    by: ofCommittees,
    values: [
      {
        name: 'share',
        words: { zh: '简易程序占比', en: 'Simplified' },
        timing: { flow: 'decided_date', until: 'at_date' },
        shape: { kind: 'ratio', among: 'true', counts: `procedure_kind = 'simplified'` }
      },
      {
        name: 'converted',
        words: { zh: '转会议率', en: 'Turned over to a meeting' },
        timing: { flow: 'decided_date', until: 'at_date' },
        shape: { kind: 'ratio', among: `procedure_kind = 'simplified'`, counts: 'converted_to_meeting' }
      }
    ],
    missing: {
      kind: 'records',
      reports: ['R04'],
      words: {
        zh: '被退回或待关联的审查台账行；未报台账的单位另列',
        en: 'Rejected or waiting rows of the review ledger; institutions that did not report are listed'
      }
    },
    thresholds: [],
    definition: {
      numerator: {
        zh: '占比：其中适用简易程序的件数；转会议率：适用简易程序而转为会议审查的件数',
        en: 'Share: those by the simplified procedure; conversion: those of them turned over to a meeting'
      },
      denominator: {
        zh: '占比：本期办结（作出决定或者撤回）的审查件数；转会议率：其中适用简易程序的件数',
        en: 'Share: reviews decided or withdrawn in the period; conversion: those of them by the simplified procedure'
      },
      note: {
        zh: '防止以简代审，只看分布，不评优劣；占比明显高于同类单位的，宜核查简易程序依据。',
        en: 'Against simplifying what is not simple; not judged. A share far above that of similar institutions is worth a look.'
      }
    },
    legal_basis: {
      zh: '《科技伦理审查办法（试行）》第二十二条至第二十四条',
      en: 'Measures for Ethics Review (2023) Arts. 22–24'
    },
    reports: ['R04', 'R02'],
    facts: ['procedure_kind', 'decided_date', 'converted_to_meeting', 'decision']
  }
];
