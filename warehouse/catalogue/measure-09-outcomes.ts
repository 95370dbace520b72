/** Measure 9, what investigations led to: sanctions carried out, and how many leads there are for so many researchers. */
import type { Indicator } from './declare.ts';

export const rejectedCases = {
  zh: '被退回或待关联的案件台账行',
  en: 'Rejected or waiting rows of the case ledger'
};

export const measure09Outcomes: readonly Indicator[] = [
  {
    id: 'IND-09-05',
    measure: '9',
    words: { zh: '查实案件处理执行完毕率', en: 'Sanctions executed' },
    strength: 'must',
    direction: 'up',
    unit: 'percent',
    mart: 'case_file',
    period: 'year',
    over_time: 'sum',
    by: [],
    values: [
      {
        name: 'rate',
        words: { zh: '执行完毕率', en: 'Executed' },
        timing: { flow: 'sanction_date', until: 'at_date' },
        shape: {
          kind: 'ratio',
          among: `case_conclusion in ('substantiated', 'partly')`,
          counts: 'sanction_completed_date <= at_date'
        }
      }
    ],
    missing: { kind: 'records', reports: ['R09'], words: rejectedCases },
    excluded: [
      {
        where: `case_conclusion is null or case_conclusion not in ('substantiated', 'partly')`,
        words: {
          zh: '未作结论或者结论不是查实、部分查实',
          en: 'Not concluded, or not found proven or partly proven'
        }
      }
    ],
    thresholds: [{ name: 'rate', green: 90, amber: 70, from: '2023-12-01', basis: 'D' }],
    definition: {
      numerator: {
        zh: '其中估值日处理已执行完毕的案件数',
        en: 'Those whose sanctions had been carried out by the valuation day'
      },
      denominator: {
        zh: '本年作出处理决定、结论为查实或者部分查实的案件数',
        en: 'Cases found (partly) proven on whose sanction it was decided in the year'
      },
      note: {
        zh: '按年末（本年为当前数据日）执行情况计算；年后执行完毕的不改变上年数值。',
        en: 'As things stood at the end of the year, or stand now in the running one; what is carried out later does not change it.'
      }
    },
    legal_basis: {
      zh: '市措施二（三）9“依法依规严肃追责问责”',
      en: 'City measures II(3)9: accountability by law and rule'
    },
    reports: ['R09'],
    facts: ['case_conclusion', 'sanction_date', 'sanction_completed_date']
  },
  {
    id: 'IND-09-06',
    measure: '9',
    words: { zh: '每千名科技人员线索数', en: 'Leads per 1000 researchers' },
    strength: 'promote',
    direction: 'neutral',
    unit: 'per_thousand',
    mart: 'case_file',
    period: 'year',
    over_time: 'last',
    by: [],
    values: [
      {
        name: 'rate',
        words: { zh: '每千人线索数', en: 'Leads per thousand' },
        shape: {
          kind: 'quotient',
          numerator: [
            {
              mart: 'case_file',
              timing: { flow: 'received_date', until: 'at_date' },
              among: 'true',
              facts: ['violation_kind', 'received_date']
            }
          ],
          denominator: [
            {
              mart: 'staff_base',
              timing: { flow: 'period_date', until: 'at_date' },
              // One quarter of a year, the newest that has ended: quarters are not added up.
              among: 'next_period_date > at_date',
              weight: 'research_staff_end',
              facts: ['period', 'research_staff_end']
            }
          ]
        }
      }
    ],
    missing: {
      kind: 'records',
      reports: ['R09', 'R21'],
      words: {
        zh: '被退回或待关联的案件台账、基数表行；未报基数表的单位另列',
        en: 'Rejected or waiting rows of the case ledger and the base figures; institutions that did not report are listed'
      }
    },
    thresholds: [],
    small_denominator: false,
    definition: {
      numerator: { zh: '本年收到的违规线索数', en: 'Leads received in the year' },
      denominator: {
        zh: '各单位本年最近一个已结束季度的期末科技人员数之和',
        en: 'Researchers at the end of each institution’s newest quarter of the year that has ended'
      },
      note: {
        zh: '只看异常波动，不评优劣，不得作为考核扣分项。各季度人数不相加；本年未报基数表的单位不计入分母。',
        en: 'Only unusual movement matters; it is not to be held against anyone. Quarters are not added up; who reported no base figures adds no researchers.'
      }
    },
    legal_basis: {
      zh: '市措施二（三）9；《科技伦理审查办法（试行）》第四十六条（投诉举报）',
      en: 'City measures II(3)9; Measures for Ethics Review (2023) Art. 46 (complaints)'
    },
    reports: ['R09', 'R21'],
    facts: ['violation_kind', 'received_date']
  }
];
