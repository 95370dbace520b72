/** Measure 5, putting the rules into practice. */
import type { Indicator, Missing } from './declare.ts';
import { ofDepartments } from './groupings.ts';
import { activeInstitution, EVEN_STEPS, inactiveInstitutions } from './standing.ts';

const practice = {
  zh: '市措施二（二）5“积极开展制度宣传解读”“推动落实”',
  en: 'City measures II(2)5 (make the rules known and put them into practice)'
};
const rejectedPublicity: Missing = {
  kind: 'records',
  reports: ['R22'],
  words: {
    zh: '被退回或待关联的宣传解读与自查行',
    en: 'Rejected or waiting rows on interpretation and self-checks'
  }
};
const inYear = (dates: string) => `len(list_filter(${dates}, d -> d >= year_start and d <= at_date)) > 0`;

export const measure05: readonly Indicator[] = [
  {
    id: 'IND-05-01',
    measure: '5',
    words: { zh: '制度宣传解读场次', en: 'Interpretation sessions' },
    strength: 'promote',
    direction: 'up',
    unit: 'count',
    mart: 'policy_publicity',
    period: 'quarter',
    over_time: 'sum',
    by: ofDepartments,
    dept: 'organizer_dept',
    values: [
      {
        name: 'count',
        words: { zh: '场次', en: 'Sessions' },
        timing: { flow: 'publicity_date', until: 'at_date' },
        shape: {
          kind: 'count',
          counts: `publicity_kind in ('interpretation_session', 'guideline_release', 'qa_material')`
        }
      }
    ],
    missing: rejectedPublicity,
    thresholds: [
      { name: 'count', green: 2, amber: 1, per: 'department', from: '2023-12-01', basis: 'D（每部门每季）' }
    ],
    small_denominator: false,
    definition: {
      numerator: {
        zh: '本期各部门举办的制度解读会、发布转发的规范指南、编制的问答图解次数',
        en: 'Interpretation sessions, guidelines issued and question-and-answer material of the departments in the period'
      },
      denominator: null,
      note: {
        zh: '按组织部门统计；单位自查不计入。',
        en: 'Counted by organising department; self-checks do not count.'
      }
    },
    legal_basis: practice,
    reports: ['R22'],
    facts: ['publicity_kind', 'publicity_date', 'organizer_dept', 'attendees']
  },
  {
    id: 'IND-05-02',
    measure: '5',
    words: { zh: '宣传解读覆盖单位率', en: 'Institutions reached' },
    strength: 'promote',
    direction: 'up',
    unit: 'percent',
    mart: 'institution_activity',
    period: 'quarter',
    over_time: 'ytd',
    values: [
      {
        name: 'rate',
        words: { zh: '覆盖率（本年累计）', en: 'Reached (year to date)' },
        timing: { stock: true },
        shape: {
          kind: 'ratio',
          among: `${activeInstitution} and has_research_tasks`,
          counts: inYear('covered_dates')
        }
      }
    ],
    missing: rejectedPublicity,
    excluded: [
      inactiveInstitutions('has_research_tasks'),
      {
        where: `${activeInstitution} and not has_research_tasks`,
        words: { zh: '不承担科研任务的单位', en: 'Institutions without research tasks' }
      }
    ],
    thresholds: [
      { name: 'rate', green: 90, amber: 70, by_quarter: EVEN_STEPS, from: '2023-12-01', basis: 'D' }
    ],
    definition: {
      numerator: {
        zh: '其中本年以来参加过任一部门宣传解读的单位数（去重）',
        en: 'Those that took part in any interpretation this year (each once)'
      },
      denominator: {
        zh: '承担科研任务、状态有效的全部驻沈单位数（不限市属）',
        en: 'All active institutions in Shenyang with research tasks, not only municipal ones'
      },
      note: {
        zh: '年末目标90%，各季按四分之一递进，黄线按同一比例递进。部门按单位的主管部门统计，不论由哪个部门组织。',
        en: 'The year-end target of 90 % steps by quarters of it; amber in the same proportion. A department is that which supervises the institution, whoever organised the session.'
      }
    },
    legal_basis: practice,
    reports: ['R22', 'R01'],
    facts: ['has_research_tasks', 'covered_dates']
  },
  {
    id: 'IND-05-03',
    measure: '5',
    words: { zh: '单位落实自查完成率', en: 'Self-check completion' },
    strength: 'promote',
    direction: 'up',
    unit: 'percent',
    mart: 'institution_activity',
    period: 'year',
    over_time: 'last',
    values: [
      {
        name: 'rate',
        words: { zh: '完成率', en: 'Completed' },
        timing: { stock: true },
        shape: {
          kind: 'ratio',
          among: `${activeInstitution} and sensitive_involved`,
          counts: inYear('self_check_dates')
        }
      }
    ],
    missing: rejectedPublicity,
    excluded: [inactiveInstitutions('sensitive_involved')],
    thresholds: [
      {
        name: 'rate',
        green: 95,
        amber: 80,
        missed_from: '12-16',
        from: '2023-12-01',
        basis: 'D（年度一次自查）'
      }
    ],
    definition: {
      numerator: {
        zh: '其中本年完成自查的单位数（去重）',
        en: 'Those that checked themselves this year (each once)'
      },
      denominator: {
        zh: '研究内容涉及敏感领域、状态有效的单位数',
        en: 'Active institutions whose research touches sensitive fields'
      },
      note: {
        zh: '自查每年12月15日前报送，此前的数字为进度，未达到时不评级。',
        en: 'Self-checks are due by 15 December: until then the figure shows progress, and is not rated while below the limit.'
      }
    },
    legal_basis: practice,
    reports: ['R22', 'R01'],
    facts: ['sensitive_fields', 'self_check_dates']
  },
  {
    id: 'IND-05-04',
    measure: '5',
    words: { zh: '自查不符合项整改率', en: 'Self-check fixes' },
    strength: 'promote',
    direction: 'up',
    unit: 'percent',
    mart: 'policy_publicity',
    period: 'year',
    over_time: 'sum',
    values: [
      {
        name: 'rate',
        words: { zh: '整改率', en: 'Fixed' },
        timing: { flow: 'publicity_date', until: 'at_date' },
        shape: {
          kind: 'ratio',
          among: `publicity_kind = 'self_check' and nonconformities > 0`,
          counts: 'nonconformities_fixed is not null',
          numerator_weight: 'nonconformities_fixed',
          denominator_weight: 'nonconformities'
        }
      }
    ],
    missing: {
      kind: 'rows',
      where: 'nonconformities_fixed is null',
      words: {
        zh: '未填已整改数的自查的不符合项',
        en: 'Nonconformities of self-checks that do not say how many were fixed'
      }
    },
    excluded: [
      {
        where: `publicity_kind = 'self_check' and coalesce(nonconformities, 0) = 0`,
        words: {
          zh: '没有不符合项或者未填不符合数的自查',
          en: 'Self-checks without nonconformities, or that do not say how many there were'
        }
      }
    ],
    thresholds: [{ name: 'rate', green: 95, amber: 80, from: '2023-12-01', basis: 'D' }],
    definition: {
      numerator: { zh: '其中已整改的不符合项数', en: 'Those that were fixed' },
      denominator: {
        zh: '本年完成的自查发现的不符合项数',
        en: 'Nonconformities found by self-checks of the year'
      },
      note: {
        zh: '已整改数以该次自查最近所报为准，整改可晚于自查年度。',
        en: 'How many were fixed is what was last reported of the self-check; it may be fixed after the year.'
      }
    },
    legal_basis: practice,
    reports: ['R22'],
    facts: ['publicity_date', 'check_items', 'nonconformities', 'nonconformities_fixed']
  }
];
