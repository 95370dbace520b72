/** Measure 8, supervision of research ethics. */
import type { Indicator } from './declare.ts';
import { measure08Risks } from './measure-08-risks.ts';

const rejectedProjects = {
  zh: '被退回或待关联的项目台账行；未报台账的单位另列',
  en: 'Rejected or waiting rows of the project ledger; institutions that did not report are listed'
};
const managing = {
  zh: '部门口径为项目管理部门；没有市级项目管理部门的，计入单位的行业主管部门。',
  en: 'A department’s figure is that of the projects it manages; those that no city department manages count to the supervising one.'
};
/** The counts of the year as they were last reported by a period's end. */
const reported = `list_filter(issues, x -> x.period_date >= t.year_start and x.period_date <= t.period_end)`;

const commitments: Indicator = {
  id: 'IND-08-01',
  measure: '8',
  words: { zh: '财政资金项目伦理承诺覆盖率', en: 'Commitment coverage, fiscal projects' },
  strength: 'must',
  direction: 'up',
  unit: 'percent',
  mart: 'project',
  period: 'quarter',
  over_time: 'sum',
  dept: 'managing_dept',
  values: [
    {
      name: 'rate',
      words: { zh: '承诺覆盖率', en: 'Committed' },
      timing: { flow: 'approved_project_date', until: 'due_until' },
      shape: {
        kind: 'ratio',
        among: `funding_kind = 'fiscal'`,
        counts: 'commitment_signed_date <= approved_project_date'
      }
    }
  ],
  missing: { kind: 'records', reports: ['R13'], words: rejectedProjects },
  thresholds: [{ name: 'rate', green: 100, amber: 95, from: '2023-12-01', basis: 'D' }],
  definition: {
    numerator: {
      zh: '其中在立项当日或之前签署承诺书的项目数',
      en: 'Those whose commitment was signed on or before the day of approval'
    },
    denominator: { zh: '本期立项的财政资金项目数', en: 'Fiscal projects approved in the period' },
    note: managing
  },
  legal_basis: {
    zh: '市措施二（三）8“要建立科技伦理承诺制度”；《科技伦理审查办法（试行）》第九条（承诺书）',
    en: 'City measures II(3)8: a system of commitments; Measures for Ethics Review (2023) Art. 9'
  },
  reports: ['R13'],
  facts: ['funding_kind', 'managing_dept', 'approved_project_date', 'commitment_signed_date']
};

const international: Indicator = {
  id: 'IND-08-02',
  measure: '8',
  words: { zh: '国际合作项目立项前双方审查完成率', en: 'Both-side review before approval' },
  strength: 'must',
  direction: 'up',
  unit: 'percent',
  mart: 'international_project',
  period: 'quarter',
  over_time: 'sum',
  values: [
    {
      name: 'rate',
      words: { zh: '双方审查完成率', en: 'Reviewed on both sides' },
      timing: { flow: 'project_approved_date', until: 'due_until' },
      shape: {
        kind: 'ratio',
        among: 'in_review_scope',
        counts: `cn_approved_date <= project_approved_date and foreign_approved_date <= project_approved_date
          and foreign_evidence_archived`
      }
    }
  ],
  missing: {
    kind: 'records',
    reports: ['R14'],
    words: {
      zh: '被退回或待关联的国际合作项目行；未报该表的单位另列',
      en: 'Rejected or waiting rows of international projects; institutions that did not report are listed'
    }
  },
  excluded: [
    { where: 'not in_review_scope', words: { zh: '不属审查范围', en: 'Not within the scope of review' } }
  ],
  thresholds: [{ name: 'rate', green: 100, amber: 100, from: '2023-12-01', basis: 'D（无容忍度）' }],
  definition: {
    numerator: {
      zh: '其中中方、外方所在国审查均在立项当日或之前通过，且外方审查证明已存档的项目数',
      en: 'Those that both sides’ reviews had passed on or before that day, with the foreign evidence archived'
    },
    denominator: {
      zh: '本期立项、属审查范围的国际合作项目数',
      en: 'International projects within the scope of review approved in the period'
    },
    note: {
      zh: '市措施要求立项前完成，严于办法第十二条“方可开展”。各季相加即为全年；外方有多家的，以最晚通过日为准。',
      en: 'The city asks for it before approval, which is stricter than Art. 12 (before it is carried out). Quarters add up to the year; of several foreign reviews the latest counts.'
    }
  },
  legal_basis: {
    zh: '市措施二（三）8（立项前）；《科技伦理审查办法（试行）》第十二条',
    en: 'City measures II(3)8 (before approval); Measures for Ethics Review (2023) Art. 12'
  },
  reports: ['R14', 'R13'],
  facts: [
    'in_review_scope',
    'project_approved_date',
    'cn_approved_date',
    'foreign_approved_date',
    'foreign_evidence_archived'
  ]
};

const corrections: Indicator = {
  id: 'IND-08-06',
  measure: '8',
  words: { zh: '检查问题纠正率', en: 'Issues corrected in project management' },
  strength: 'must',
  direction: 'up',
  unit: 'percent',
  mart: 'project',
  period: 'quarter',
  over_time: 'ytd',
  dept: 'managing_dept',
  values: [
    {
      name: 'rate',
      words: { zh: '纠正率（本年累计）', en: 'Corrected (year to date)' },
      timing: { stock: true },
      shape: {
        kind: 'ratio',
        among: `coalesce(${reported}[-1].found, 0) > 0`,
        counts: 'true',
        numerator_weight: `${reported}[-1].corrected`,
        denominator_weight: `${reported}[-1].found`
      }
    }
  ],
  missing: { kind: 'records', reports: ['R13'], words: rejectedProjects },
  thresholds: [{ name: 'rate', green: 95, amber: 80, from: '2023-12-01', basis: 'D' }],
  definition: {
    numerator: { zh: '其中已纠正的问题数', en: 'Those corrected' },
    denominator: {
      zh: '本年累计检查发现的问题数（各项目截至本期末最近一次报送的数值）',
      en: 'Issues found by checks since the year began, as each project last reported by the end of the period'
    },
    note: {
      zh: `本年累计数，各季不相加；次年重新累计。${managing.zh}`,
      en: `Counts of the year to date, which are not added up and begin anew with the year. ${managing.en}`
    }
  },
  legal_basis: {
    zh: '市措施二（三）8“及时发现并纠正”',
    en: 'City measures II(3)8: found and corrected in time'
  },
  reports: ['R13'],
  facts: ['managing_dept', 'project_status', 'begun_date', 'ended_date']
};

export const measure08: readonly Indicator[] = [commitments, international, ...measure08Risks, corrections];
