/** Measure 6, research on ethics of science. */
import type { Indicator } from './declare.ts';

const research = {
  zh: '市措施二（二）6“支持开展科技伦理研究、咨询和交流合作”；仅提示',
  en: 'City measures II(2)6 (supports research, advice and exchange); information only'
};
const rejectedResearch = {
  zh: '被退回或待关联的研究与咨询成果行',
  en: 'Rejected or waiting rows on research and advice'
};

export const measure06: readonly Indicator[] = [
  {
    id: 'IND-06-01',
    measure: '6',
    words: { zh: '在研科技伦理研究项目数', en: 'Active ethics research' },
    strength: 'encourage',
    direction: 'up',
    unit: 'count',
    mart: 'ethics_research',
    period: 'half_year',
    over_time: 'last',
    values: [
      {
        name: 'count',
        words: { zh: '在研项目数', en: 'Going on' },
        timing: { stock: true },
        shape: {
          kind: 'count',
          counts: `research_kind in ('funded_project', 'self_study', 'standard_drafting')
            and start_date <= at_date and (end_date is null or end_date >= period_start)`
        }
      }
    ],
    missing: { kind: 'records', reports: ['R17'], words: rejectedResearch },
    excluded: [
      {
        where: `research_kind in ('consultation', 'exchange')
          and start_date <= at_date and (end_date is null or end_date >= period_start)`,
        words: {
          zh: '决策咨询、合作交流（另有指标）',
          en: 'Consultation and exchange, which have their own figures'
        }
      }
    ],
    thresholds: [
      {
        name: 'count',
        green: 100,
        amber: 80,
        per: 'year_before',
        from: '2023-12-01',
        basis: 'D（同比不降为绿，降幅20%以内为黄；仅提示）'
      }
    ],
    small_denominator: false,
    definition: {
      numerator: {
        zh: '本期内在研的立项课题、自主研究、规范标准研制数：期末前已启动，期初前未结题',
        en: 'Funded projects, own studies and standards in the making that went on in the period: begun by its end and not ended before it'
      },
      denominator: null,
      note: {
        zh: '未填结题日期的视为在研。一项研究有多项成果、分行填报的，按行计。全年数取下半年。',
        en: 'Without a date of end it goes on. Research reported on several rows, one for each output, counts by row. The year is that of its second half.'
      }
    },
    legal_basis: research,
    reports: ['R17'],
    facts: ['research_kind', 'start_date', 'end_date']
  },
  {
    id: 'IND-06-02',
    measure: '6',
    words: { zh: '咨询建议采纳率', en: 'Advice adopted' },
    strength: 'encourage',
    direction: 'up',
    unit: 'percent',
    mart: 'ethics_research',
    period: 'year',
    over_time: 'sum',
    values: [
      {
        name: 'rate',
        words: { zh: '采纳率', en: 'Adopted' },
        timing: { flow: 'output_date', until: 'at_date' },
        shape: { kind: 'ratio', among: `output_kind = 'advisory_report'`, counts: 'adopted' }
      }
    ],
    missing: {
      kind: 'rows',
      where: 'adopted is null',
      words: { zh: '尚未答复是否采纳的咨询建议', en: 'Advice to which no answer has come' }
    },
    thresholds: [{ name: 'rate', green: 30, amber: 10, from: '2023-12-01', basis: 'D（仅提示）' }],
    definition: {
      numerator: { zh: '其中被部门采纳的咨询建议数', en: 'Those adopted by a department' },
      denominator: {
        zh: '成果日期在本年的咨询建议数',
        en: 'Advisory reports whose date of output is in the year'
      },
      note: {
        zh: '采纳没有日期，以最近所报为准；采纳晚于成果年度的仍计入成果年度。',
        en: 'Adoption has no date: it is what was last reported, and counts in the year of the output.'
      }
    },
    legal_basis: research,
    reports: ['R17'],
    facts: ['research_kind', 'output_kind', 'output_date', 'adopted', 'adopted_by_dept']
  },
  {
    id: 'IND-06-03',
    measure: '6',
    words: { zh: '交流合作活动数', en: 'Exchange activities' },
    strength: 'encourage',
    direction: 'up',
    unit: 'count',
    mart: 'ethics_research',
    period: 'half_year',
    over_time: 'sum',
    dept: 'dept',
    values: [
      {
        name: 'count',
        words: { zh: '活动数', en: 'Activities' },
        shape: {
          kind: 'union',
          of: [
            {
              mart: 'ethics_research',
              timing: { flow: 'start_date', until: 'at_date' },
              among: `research_kind = 'exchange'`,
              facts: ['research_kind', 'start_date']
            },
            {
              mart: 'outreach_event',
              timing: { flow: 'event_date', until: 'at_date' },
              among: `event_kind in ('seminar', 'forum') and audience = 'researchers'`,
              facts: ['event_kind', 'audience', 'event_date']
            }
          ]
        }
      }
    ],
    missing: {
      kind: 'records',
      reports: ['R12', 'R17'],
      words: {
        zh: '被退回或待关联的研究成果行、宣传交流活动行',
        en: 'Rejected or waiting rows on research and outreach'
      }
    },
    thresholds: [{ name: 'count', green: 4, amber: 2, from: '2023-12-01', basis: 'D（仅提示）' }],
    small_denominator: false,
    definition: {
      numerator: {
        zh: '本期启动的合作交流数，加本期举办的面向科技人员的研讨会、论坛数',
        en: 'Exchanges begun in the period, and seminars and forums for researchers held in it'
      },
      denominator: null,
      note: {
        zh: '合作交流按启动日期计入一次。同一活动在两表均填报的，会重复计数。',
        en: 'An exchange counts once, when it began. What is reported in both forms counts twice.'
      }
    },
    legal_basis: research,
    reports: ['R17', 'R12'],
    facts: ['research_kind', 'start_date']
  }
];
