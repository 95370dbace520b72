/** Measure 2, by institution: a committee of its own, the capacity to review, and internal rules. */
import type { Excluded, Indicator, Missing } from './declare.ts';
import { activeInstitution, inactiveInstitutions } from './standing.ts';

/** Who must have a committee: Measures Art. 4; societies answer under measure 3. */
const obliged = `${activeInstitution} and sensitive_involved
            and has_research_tasks and institution_kind <> 'sci_tech_society'`;
const hasCommittee = `len(list_filter(committees, c -> c.from_date <= at_date and (c.until_date is null or c.until_date > at_date))) > 0`;

const notObliged: readonly Excluded[] = [
  inactiveInstitutions('sensitive_involved'),
  {
    where: `${activeInstitution} and sensitive_involved and institution_kind = 'sci_tech_society'`,
    words: {
      zh: '研究内容涉及敏感领域的科技类社会团体（不在“应设立”之列）',
      en: 'Societies whose research touches sensitive fields: they need not have a committee'
    }
  },
  {
    where: `${activeInstitution} and sensitive_involved and not has_research_tasks`,
    words: {
      zh: '涉及敏感领域但不承担科研任务的单位',
      en: 'Institutions in sensitive fields without research tasks'
    }
  }
];
const committeeNotReported: Missing = {
  kind: 'rows',
  where: 'committee_from is null and has_committee',
  words: {
    zh: '名录称已设委员会，但尚未报送委员会登记表（R02）的单位',
    en: 'Institutions said to have a committee whose committee report (R02) has not come in'
  }
};
const article4 = {
  zh: '市措施二（一）2；《科技伦理审查办法（试行）》第四条；涉人工智能：《人工智能科技伦理审查与服务办法（试行）》第九条',
  en: 'City measures II(1)2; Measures for Ethics Review (2023) Art. 4; AI Measures (2026) Art. 9'
};
const denominator = {
  zh: '研究内容涉及敏感领域、承担科研任务、状态有效的单位数（不含科技类社会团体）',
  en: 'Active institutions with research tasks whose research touches sensitive fields (without societies)'
};

export const committeeCoverage: Indicator = {
  id: 'IND-02-01',
  measure: '2',
  words: { zh: '敏感领域单位委员会设立率', en: 'Committee coverage in sensitive fields' },
  strength: 'must',
  direction: 'up',
  unit: 'percent',
  mart: 'institution',
  period: 'quarter',
  over_time: 'last',
  values: [
    {
      name: 'rate',
      words: { zh: '设立率', en: 'Coverage' },
      timing: { stock: true },
      shape: { kind: 'ratio', among: obliged, counts: hasCommittee }
    }
  ],
  missing: committeeNotReported,
  excluded: notObliged,
  thresholds: [
    { name: 'rate', green: 100, amber: 90, from: '2023-12-01', basis: 'D（“应设立”无例外，故100%为绿）' }
  ],
  definition: {
    numerator: {
      zh: '其中在估值日设有有效科技伦理（审查）委员会的单位数',
      en: 'Those with an active ethics committee on the valuation day'
    },
    denominator,
    note: {
      zh: '委员会的终止日取登记表首次报告其非有效之日。',
      en: 'A committee ends on the day when a report first says that it is no longer active.'
    }
  },
  legal_basis: article4,
  reports: ['R01', 'R02'],
  facts: ['institution_kind', 'sensitive_fields', 'has_committee', 'committee_from', 'committee_until']
};

export const reviewCapacity: Indicator = {
  id: 'IND-02-02',
  measure: '2',
  words: {
    zh: '敏感领域单位审查能力覆盖率（自设或有效委托）',
    en: 'Review capacity coverage (own committee or valid delegation)'
  },
  strength: 'must',
  direction: 'up',
  unit: 'percent',
  mart: 'institution_activity',
  period: 'quarter',
  over_time: 'last',
  values: [
    {
      name: 'rate',
      words: { zh: '覆盖率', en: 'Coverage' },
      timing: { stock: true },
      shape: {
        kind: 'ratio',
        among: obliged,
        counts: `${hasCommittee} or len(list_filter(delegations, d -> d.from_date <= at_date and d.to_date >= at_date)) > 0`
      }
    }
  ],
  missing: committeeNotReported,
  excluded: notObliged,
  thresholds: [{ name: 'rate', green: 100, amber: 95, from: '2023-12-01', basis: 'D' }],
  definition: {
    numerator: {
      zh: '其中在估值日设有有效委员会，或者有有效委托的单位数。有效委托指有书面协议、受托方资质已核验、在协议期内的委托审查或者服务中心委托',
      en: 'Those with an active committee, or a delegation in writing to a qualified committee or service centre within its term, on the valuation day'
    },
    denominator,
    note: {
      zh: '委托只作为过渡，与设立率（IND-02-01）并列展示，不互相替代。协议起止日均计入协议期。',
      en: 'Delegation is a transition: it stands beside IND-02-01 and does not replace it. The first and last day of the agreement count.'
    }
  },
  legal_basis: {
    zh: `${article4.zh}；第十三条（书面委托）`,
    en: `${article4.en}; Measures Art. 13 (written delegation)`
  },
  reports: ['R01', 'R02', 'R07'],
  facts: [
    'institution_kind',
    'sensitive_fields',
    'has_committee',
    'committee_from',
    'committee_until',
    'delegated_from',
    'delegated_to'
  ]
};

/** Rules that the Measures ask for in Arts. 5, 6, 9 and 41. */
const RULES = [
  'charter',
  'risk_assessment',
  'coi',
  'confidentiality',
  'archive',
  'complaint',
  'training',
  'monitoring'
];

export const internalRules: Indicator = {
  id: 'IND-02-05',
  measure: '2',
  words: { zh: '日常管理制度健全率', en: 'Internal rule completeness' },
  strength: 'promote',
  direction: 'up',
  unit: 'percent',
  mart: 'institution',
  period: 'year',
  over_time: 'last',
  values: [
    {
      name: 'rate',
      words: { zh: '健全率', en: 'Completeness' },
      timing: { stock: true },
      shape: {
        kind: 'ratio',
        among: `${activeInstitution} and sensitive_involved and has_research_tasks`,
        counts: 'true',
        numerator_weight: `len(list_filter([${RULES.map((rule) => `'${rule}'`).join(', ')}], r -> coalesce(list_contains(internal_rules, r), false)))`,
        denominator_weight: String(RULES.length)
      }
    }
  ],
  missing: {
    kind: 'records',
    reports: ['R01'],
    words: { zh: '被退回的名录行', en: 'Rejected rows of the registry' }
  },
  excluded: [
    inactiveInstitutions('sensitive_involved'),
    {
      where: `${activeInstitution} and sensitive_involved and not has_research_tasks`,
      words: {
        zh: '涉及敏感领域但不承担科研任务的单位',
        en: 'Institutions in sensitive fields without research tasks'
      }
    }
  ],
  thresholds: [{ name: 'rate', green: 95, amber: 80, from: '2023-12-01', basis: 'D' }],
  definition: {
    numerator: {
      zh: '其中各单位已建立的制度项数之和，按八项计：章程、风险评估、利益冲突、保密、档案、投诉举报、教育培训、风险监测与应急处置',
      en: 'Of these eight, how many each has: charter, risk assessment, conflicts of interest, confidentiality, archive, complaints, training, monitoring and response'
    },
    denominator: {
      zh: '研究内容涉及敏感领域、承担科研任务、状态有效的单位数乘以八',
      en: 'Eight for every active institution with research tasks whose research touches sensitive fields'
    },
    note: {
      zh: '未填任何制度的，按尚未建立计。八项之外的制度不计入。',
      en: 'An institution that names no rule counts as having none. Other rules do not count.'
    }
  },
  legal_basis: {
    zh: '市措施二（一）2；《科技伦理审查办法（试行）》第五、六、九、四十一条',
    en: 'City measures II(1)2; Measures for Ethics Review (2023) Arts. 5, 6, 9, 41'
  },
  reports: ['R01'],
  facts: ['internal_rules', 'sensitive_fields']
};
