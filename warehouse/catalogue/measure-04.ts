/** Measure 4, researchers observe ethics requirements. */
import type { Indicator } from './declare.ts';
import { ofCommittees } from './groupings.ts';

/** Approved or begun (or first heard of, where neither is dated), and not known to be over. */
const standing = `begun_date <= at_date and (ended_date is null or ended_date > at_date)
            and (funding_kind = 'fiscal' or in_review_scope)`;
const rejectedProjects = {
  zh: '被退回或待关联的项目台账行；未报台账的单位另列',
  en: 'Rejected or waiting rows of the project ledger; institutions that did not report are listed'
};

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
  },
  {
    id: 'IND-04-02',
    measure: '4',
    words: { zh: '项目负责人承诺签署率', en: 'PI commitment rate' },
    strength: 'must',
    direction: 'up',
    unit: 'percent',
    mart: 'project',
    period: 'quarter',
    over_time: 'last',
    values: [
      {
        name: 'rate',
        words: { zh: '签署率', en: 'Signed' },
        timing: { stock: true },
        shape: {
          kind: 'ratio',
          among: `${standing} and not is_suspended`,
          counts: 'pi_commitment_signed'
        }
      }
    ],
    missing: { kind: 'records', reports: ['R13'], words: rejectedProjects },
    excluded: [
      {
        where: `${standing} and is_suspended`,
        words: { zh: '项目已暂停，恢复实施后再计', en: 'Suspended; counted again once it goes on' }
      }
    ],
    thresholds: [
      { name: 'rate', green: 100, amber: 95, from: '2023-12-01', basis: 'D（负责人“严格按要求开展研究”）' }
    ],
    definition: {
      numerator: {
        zh: '其中项目负责人已签署承诺书的项目数',
        en: 'Those whose lead has signed the commitment'
      },
      denominator: {
        zh: '估值日已立项或者已开始、尚未结束的项目中，财政资金项目或者属审查范围的项目数，不含暂停',
        en: 'Projects approved or begun and not over on the valuation day that are fiscal or within the scope of review, without suspended ones'
      },
      note: {
        zh: '立项日、开始日均未填的，自首次报送之日起计。终止、完成没有日期，取台账首次报告之日。',
        en: 'A project without dates counts from the day it was first reported; it ends on the day when a report first says so.'
      }
    },
    legal_basis: {
      zh: '市措施二（一）4“严格按照科技伦理要求开展研究”；《科技伦理审查办法（试行）》第九条（承诺书）',
      en: 'City measures II(1)4; Measures for Ethics Review (2023) Art. 9 (commitment letter)'
    },
    reports: ['R13'],
    facts: [
      'funding_kind',
      'in_review_scope',
      'begun_date',
      'ended_date',
      'project_status',
      'pi_commitment_signed'
    ]
  },
  {
    id: 'IND-04-03',
    measure: '4',
    words: { zh: '风险变化及时报告率', en: 'Timely risk-change reporting' },
    strength: 'must',
    direction: 'up',
    unit: 'percent',
    mart: 'followup',
    period: 'quarter',
    over_time: 'sum',
    by: ofCommittees,
    values: [
      {
        name: 'rate',
        words: { zh: '及时率', en: 'In time' },
        timing: { flow: 'change_report_due_date', until: 'due_until' },
        shape: { kind: 'ratio', among: 'true', counts: 'change_reported_date <= change_report_due_date' }
      }
    ],
    missing: {
      kind: 'records',
      reports: ['R05'],
      words: {
        zh: '被退回或待关联的跟踪审查台账行；未报台账的单位另列',
        en: 'Rejected or waiting rows of the follow-up ledger; institutions that did not report are listed'
      }
    },
    thresholds: [
      { name: 'rate', green: 95, amber: 80, from: '2023-12-01', basis: 'D（第二十条“及时”，默认5个工作日）' }
    ],
    definition: {
      numerator: {
        zh: '其中负责人在期限内向委员会报告的变化数',
        en: 'Those that the lead reported to the committee by then'
      },
      denominator: {
        zh: '报告期限（变化发生后5个工作日，参数）在本期届满的方案或者风险变化数',
        en: 'Changes of protocol or risk whose reporting day (5 working days after the change, a parameter) fell in the period'
      },
      note: {
        zh: '变化按报告期限届满之日归期，期末发生而期限未届满的计入下期。未填报告日的计为未及时报告。',
        en: 'A change belongs to the period in which its reporting day falls. Without a day of report it counts as not reported.'
      }
    },
    legal_basis: {
      zh: '市措施二（一）4；《科技伦理审查办法（试行）》第二十条（及时报告）；5个工作日为参数（D）',
      en: 'City measures II(1)4; Measures for Ethics Review (2023) Art. 20 (promptly); 5 working days is a parameter'
    },
    reports: ['R05', 'R04'],
    facts: [
      'protocol_changed',
      'risk_changed',
      'change_date',
      'change_report_due_date',
      'change_reported_date'
    ]
  },
  {
    id: 'IND-04-04',
    measure: '4',
    words: { zh: '主动报告占比', en: 'Self-report share' },
    strength: 'promote',
    direction: 'neutral',
    unit: 'percent',
    mart: 'case_file',
    period: 'year',
    over_time: 'sum',
    by: [],
    values: [
      {
        name: 'share',
        words: { zh: '主动报告占比', en: 'Share' },
        timing: { flow: 'received_date', until: 'at_date' },
        shape: {
          kind: 'ratio',
          among: 'true',
          counts: `intake_channel in ('self_report', 'internal_check', 'committee')`
        }
      }
    ],
    missing: {
      kind: 'records',
      reports: ['R09'],
      words: { zh: '被退回或待关联的案件台账行', en: 'Rejected or waiting rows of the case ledger' }
    },
    thresholds: [],
    definition: {
      numerator: {
        zh: '其中来自自报、单位自查、委员会发现的线索数',
        en: 'Those from a self-report, an internal check or a committee'
      },
      denominator: { zh: '本年收到的违规线索数', en: 'Leads received in the year' },
      note: {
        zh: '反映报告文化，只看趋势，不设红线；高低均可能正常。线索不等于违规。',
        en: 'It tells of a culture of reporting; only its course matters. A lead is not a violation.'
      }
    },
    legal_basis: {
      zh: '市措施二（一）4；《关于加强科技伦理治理的意见》三（四）（科技人员报告、抵制违规行为）',
      en: 'City measures II(1)4; Opinions on ethics governance (2022) III(4)'
    },
    reports: ['R09'],
    facts: ['intake_channel', 'received_date', 'violation_kind']
  },
  {
    id: 'IND-04-05',
    measure: '4',
    words: { zh: '敏感成果发布前审核率', en: 'Pre-release check rate' },
    strength: 'promote',
    direction: 'up',
    unit: 'percent',
    mart: 'project',
    period: 'quarter',
    over_time: 'sum',
    values: [
      {
        name: 'rate',
        words: { zh: '审核率', en: 'Checked before release' },
        timing: { flow: 'release_date', until: 'due_until' },
        shape: { kind: 'ratio', among: 'sensitive_release', counts: 'release_approved_date <= release_date' }
      }
    ],
    missing: {
      kind: 'records',
      reports: ['R13', 'R04'],
      words: {
        zh: '被退回或待关联的项目、审查台账行；未报台账的单位另列',
        en: 'Rejected or waiting rows of the project and review ledgers; institutions that did not report are listed'
      }
    },
    thresholds: [{ name: 'rate', green: 100, amber: 90, from: '2023-12-01', basis: 'D' }],
    definition: {
      numerator: {
        zh: '其中成果发布审查于首次发布当日或之前获批准（含修改后批准）的项目数',
        en: 'Those whose release was approved (or approved after revision) on or before that day'
      },
      denominator: {
        zh: '本期首次发布敏感成果的项目数',
        en: 'Projects whose sensitive results were first released in the period'
      },
      note: {
        zh: '以审查台账中事项类型为成果发布、项目编号相同的审查为准；有多次的，取最早获批准的一次。',
        en: 'By reviews of the project’s release in the review ledger; of several the first approval counts.'
      }
    },
    legal_basis: {
      zh: '市措施二（一）4“严谨审慎发布、传播和应用”敏感成果',
      en: 'City measures II(1)4: sensitive results are released, spread and applied with prudence'
    },
    reports: ['R13', 'R04'],
    facts: ['release_date', 'release_approved_date', 'project_status']
  }
];
