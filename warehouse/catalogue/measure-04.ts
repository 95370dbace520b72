/** Measure 4, researchers observe ethics requirements. */
import type { Indicator } from './declare.ts';

export const measure04: readonly Indicator[] = [
  {
    id: 'IND-04-01',
    measure: '4',
    words: { zh: '科技人员年度伦理培训覆盖率', en: 'Researcher training coverage (year to date)' },
    strength: 'promote',
    direction: 'up',
    unit: 'percent',
    mart: 'staff_base',
    period: 'quarter',
    over_time: 'ytd',
    values: [
      {
        name: 'rate',
        words: { zh: '覆盖率（本年累计）', en: 'Coverage (year to date)' },
        timing: { flow: 'period_date', until: 'at_date' },
        shape: {
          kind: 'ratio',
          among: 'true',
          counts: 'true',
          numerator_weight: 'least(staff_trained_ytd, research_staff_end)',
          denominator_weight: 'research_staff_end'
        }
      }
    ],
    missing: {
      kind: 'units',
      report: 'R21',
      weight: 'research_staff_count',
      words: {
        zh: '应报未报基数表（R21）单位的科技人员数（按名录R01）',
        en: 'Researchers (by the registry R01) of institutions that owe the base figures (R21)'
      }
    },
    thresholds: [
      {
        name: 'rate',
        green: 90,
        amber: 70,
        by_quarter: [25 / 90, 50 / 90, 75 / 90, 1],
        from: '2023-12-01',
        basis: 'D'
      }
    ],
    definition: {
      numerator: {
        zh: '本年累计已参训科技人员数（单位去重，至多计至期末人数）',
        en: 'Researchers trained this year (counted once, at most the number at the end of the period)'
      },
      denominator: { zh: '期末科技人员数', en: 'Researchers at the end of the period' },
      note: {
        zh: '年末目标90%，各季按25%、50%、75%、90%递进，黄线按同一比例递进。',
        en: 'The year-end target of 90 % steps by quarter: 25, 50, 75, 90 %; amber in the same proportion.'
      }
    },
    legal_basis: {
      zh: '市措施二（一）4；《科技伦理审查办法（试行）》第四十一条',
      en: 'City measures II(1)4; Measures for Ethics Review (2023) Art. 41'
    },
    reports: ['R21'],
    facts: ['period', 'staff_trained_ytd', 'research_staff_end']
  }
];
