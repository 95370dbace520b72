/** Measure 11, ethics training. */
import type { Indicator, Missing } from './declare.ts';
import { ofCommittees } from './groupings.ts';
import { activeInstitution, EVEN_STEPS, inactiveInstitutions } from './standing.ts';

const training = {
  zh: '市措施二（四）11；《科技伦理审查办法（试行）》第四十一条（经常性开展教育培训）',
  en: 'City measures II(4)11; Measures for Ethics Review (2023) Art. 41 (regular training)'
};
const rejectedBases: Missing = {
  kind: 'records',
  reports: ['R21'],
  words: { zh: '被退回或待关联的基数表行', en: 'Rejected or waiting rows of the base figures' }
};
const rejectedTrainings: Missing = {
  kind: 'records',
  reports: ['R10'],
  words: { zh: '被退回或待关联的培训行', en: 'Rejected or waiting rows of training sessions' }
};
const sits = 'term_start <= at_date and (left_date is null or left_date > at_date)';
const ofYear = 'list_filter(hours, h -> h.year = year(period_end))';

export const measure11: readonly Indicator[] = [
  {
    id: 'IND-11-01',
    measure: '11',
    words: { zh: '承担科研任务单位培训开展率', en: 'Institutions delivering training' },
    strength: 'must',
    direction: 'up',
    unit: 'percent',
    mart: 'institution_activity',
    period: 'quarter',
    over_time: 'ytd',
    values: [
      {
        name: 'rate',
        words: { zh: '开展率（本年累计）', en: 'Delivering (year to date)' },
        timing: { stock: true },
        shape: {
          kind: 'ratio',
          among: `${activeInstitution} and has_research_tasks`,
          counts: 'len(list_filter(training_dates, d -> d >= year_start and d <= at_date)) > 0'
        }
      }
    ],
    missing: rejectedTrainings,
    excluded: [
      inactiveInstitutions('has_research_tasks'),
      {
        where: `${activeInstitution} and not has_research_tasks`,
        words: { zh: '不承担科研任务的单位', en: 'Institutions without research tasks' }
      }
    ],
    thresholds: [
      { name: 'rate', green: 95, amber: 80, by_quarter: EVEN_STEPS, from: '2023-12-01', basis: 'D' }
    ],
    definition: {
      numerator: {
        zh: '其中本年以来举办过科技伦理培训的单位数（去重）',
        en: 'Those that held training this year (each once)'
      },
      denominator: { zh: '承担科研任务、状态有效的单位数', en: 'Active institutions with research tasks' },
      note: {
        zh: '年末目标95%，各季按四分之一递进，黄线按同一比例递进。部门举办的培训不计为单位培训。',
        en: 'The year-end target of 95 % steps by quarters of it; amber in the same proportion. Training held by departments is not an institution’s.'
      }
    },
    legal_basis: training,
    reports: ['R10', 'R01'],
    facts: ['has_research_tasks', 'training_dates']
  },
  {
    id: 'IND-11-02',
    measure: '11',
    words: { zh: '入职培训伦理内容覆盖率', en: 'Onboarding coverage' },
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
          numerator_weight: 'new_hires_trained_ytd',
          denominator_weight: 'new_hires_ytd'
        }
      }
    ],
    missing: rejectedBases,
    thresholds: [{ name: 'rate', green: 95, amber: 85, from: '2023-12-01', basis: 'D' }],
    definition: {
      numerator: {
        zh: '其中已接受含科技伦理内容入职培训的人数',
        en: 'Those whose onboarding training included ethics'
      },
      denominator: {
        zh: '本年累计新入职科技人员数',
        en: 'Researchers newly hired this year'
      },
      note: {
        zh: '应报未报单位的新入职人数无从估计，只列单位，不作上下限。',
        en: 'How many were hired where nothing was reported is not known: these institutions are listed, and there are no bounds.'
      }
    },
    legal_basis: training,
    reports: ['R21'],
    facts: ['period', 'new_hires_ytd', 'new_hires_trained_ytd']
  },
  {
    id: 'IND-11-03',
    measure: '11',
    words: { zh: '学术交流伦理内容嵌入率', en: 'Ethics in academic events' },
    strength: 'promote',
    direction: 'up',
    unit: 'percent',
    mart: 'staff_base',
    period: 'quarter',
    over_time: 'sum',
    values: [
      {
        name: 'rate',
        words: { zh: '嵌入率', en: 'With ethics' },
        timing: { flow: 'period_date', until: 'at_date' },
        shape: {
          kind: 'ratio',
          among: 'true',
          counts: 'true',
          numerator_weight: 'academic_events_with_ethics',
          denominator_weight: 'academic_events'
        }
      }
    ],
    missing: rejectedBases,
    thresholds: [{ name: 'rate', green: 20, amber: 10, from: '2023-12-01', basis: 'D' }],
    definition: {
      numerator: { zh: '其中含科技伦理内容的活动数', en: 'Those with ethics in them' },
      denominator: {
        zh: '本期举办的学术交流、研讨活动数',
        en: 'Academic events held in the period'
      },
      note: {
        zh: '活动数为本期数，非本年累计；应报未报单位只列单位，不作上下限。',
        en: 'Events are those of the quarter, not of the year so far; institutions that did not report are listed, and there are no bounds.'
      }
    },
    legal_basis: training,
    reports: ['R21'],
    facts: ['period', 'academic_events', 'academic_events_with_ethics']
  },
  {
    id: 'IND-11-04',
    measure: '11',
    words: { zh: '委员年度业务培训达标率', en: 'Committee members trained' },
    strength: 'must',
    direction: 'up',
    unit: 'percent',
    mart: 'member',
    period: 'year',
    over_time: 'last',
    by: ofCommittees,
    values: [
      {
        name: 'rate',
        words: { zh: '达标率', en: 'Trained' },
        timing: { stock: true },
        shape: {
          kind: 'ratio',
          among: sits,
          counts: `${ofYear}[1].hours >= member_training_hours`
        }
      }
    ],
    missing: {
      kind: 'rows',
      where: `coalesce(len(${ofYear}), 0) = 0`,
      words: {
        zh: '本年培训学时尚未报送的在任委员',
        en: 'Sitting members whose hours of the year have not come in'
      }
    },
    excluded: [
      {
        where: 'term_start <= at_date and left_date > year_start and left_date <= at_date',
        words: { zh: '本年离任的委员', en: 'Members who left during the year' }
      }
    ],
    thresholds: [
      { name: 'rate', green: 100, amber: 85, from: '2023-12-01', basis: 'D（“定期组织成员开展培训”）' }
    ],
    definition: {
      numerator: {
        zh: '其中本年度审查业务培训学时达到规定学时（默认8学时，为参数）的委员数',
        en: 'Those with the hours of training asked for in the year (8 by default, a parameter)'
      },
      denominator: { zh: '估值日在任的委员数', en: 'Members who sit on the valuation day' },
      note: {
        zh: '委员结构表只存本年累计学时，历年学时取报告期在该年的最后一次所报；所报与上次完全相同的行不形成新版本，不视为本年所报。',
        en: 'The form keeps the hours of one year: of every year those last reported for it are taken. A row that repeats the one before makes no new version, and is not taken as told of the year.'
      }
    },
    legal_basis: {
      zh: '市措施二（四）11“委员会要定期组织成员开展培训”；《科技伦理审查办法（试行）》第五条、第八条',
      en: 'City measures II(4)11; Measures for Ethics Review (2023) Arts. 5, 8'
    },
    reports: ['R03'],
    facts: ['member_no', 'term_start', 'term_end', 'left_date', 'training_hours_ytd', 'member_status']
  },
  {
    id: 'IND-11-05',
    measure: '11',
    words: { zh: '培训考核合格率', en: 'Assessment pass rate' },
    strength: 'promote',
    direction: 'up',
    unit: 'percent',
    mart: 'training',
    period: 'year',
    over_time: 'sum',
    dept: 'dept',
    values: [
      {
        name: 'rate',
        words: { zh: '合格率', en: 'Passed' },
        timing: { flow: 'training_date', until: 'at_date' },
        shape: {
          kind: 'ratio',
          among: 'assessed_count > 0',
          counts: 'true',
          numerator_weight: 'passed_count',
          denominator_weight: 'assessed_count'
        }
      }
    ],
    missing: rejectedTrainings,
    excluded: [
      {
        where: 'assessed_count = 0',
        words: { zh: '未组织考核的培训', en: 'Training without an assessment' }
      }
    ],
    thresholds: [{ name: 'rate', green: 90, amber: 75, from: '2023-12-01', basis: 'D' }],
    definition: {
      numerator: { zh: '其中考核合格人数', en: 'Those who passed' },
      denominator: {
        zh: '本年培训的考核人数',
        en: 'People assessed in training of the year'
      },
      note: {
        zh: '含部门举办的培训，计入举办部门。',
        en: 'Training held by departments counts, with the department that held it.'
      }
    },
    legal_basis: training,
    reports: ['R10'],
    facts: ['training_kind', 'training_date', 'assessed_count', 'passed_count']
  }
];
