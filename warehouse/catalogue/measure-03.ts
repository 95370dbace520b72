/** Measure 3, science and technology societies. */
import type { Indicator } from './declare.ts';
import { activeInstitution, inactiveInstitutions } from './standing.ts';

const societies = {
  zh: '市措施二（一）3“鼓励、引导科技类社会团体”；仅提示，不产生整改',
  en: 'City measures II(1)3 (encourages societies); information only, no rectification follows'
};
const isSociety = `institution_kind = 'sci_tech_society'`;
const inYear = (dates: string) => `len(list_filter(${dates}, d -> d >= year_start and d <= at_date)) > 0`;

export const measure03: readonly Indicator[] = [
  {
    id: 'IND-03-01',
    measure: '3',
    words: { zh: '科技类社团参与率', en: 'S&T societies engaged' },
    strength: 'encourage',
    direction: 'up',
    unit: 'percent',
    mart: 'institution_activity',
    period: 'year',
    over_time: 'last',
    values: [
      {
        name: 'rate',
        words: { zh: '参与率', en: 'Engaged' },
        timing: { stock: true },
        shape: {
          kind: 'ratio',
          among: `${activeInstitution} and ${isSociety}`,
          counts: [
            inYear('outreach_dates'),
            inYear('training_dates'),
            `len(list_filter(research, r -> r.from_date <= at_date and (r.until_date is null or r.until_date >= year_start))) > 0`
          ].join('\n            or ')
        }
      }
    ],
    missing: {
      kind: 'records',
      reports: ['R10', 'R12', 'R17'],
      words: {
        zh: '被退回或待关联的培训、宣传交流、研究行',
        en: 'Rejected or waiting rows on training, outreach and research'
      }
    },
    excluded: [inactiveInstitutions(isSociety)],
    thresholds: [{ name: 'rate', green: 30, amber: 15, from: '2023-12-01', basis: 'D（仅提示）' }],
    definition: {
      numerator: {
        zh: '其中本年举办培训，主办或者合作举办宣传交流活动，或者有在研研究及成果的社团数',
        en: 'Those that this year held training, held or partnered an outreach event, or had research going on'
      },
      denominator: { zh: '状态有效的科技类社会团体数', en: 'Active science and technology societies' },
      note: {
        zh: '研究自启动日至结题日（未填的至成果日）之间均视为本年有记录，不限于本年启动。',
        en: 'Research counts in every year from its beginning to its end (or output), not only in the one in which it began.'
      }
    },
    legal_basis: societies,
    reports: ['R01', 'R10', 'R12', 'R17'],
    facts: ['institution_kind', 'outreach_dates', 'training_dates', 'research_dates']
  },
  {
    id: 'IND-03-02',
    measure: '3',
    words: { zh: '社团合作宣传交流活动数', en: 'Society partnered events' },
    strength: 'encourage',
    direction: 'up',
    unit: 'count',
    mart: 'outreach_event',
    period: 'quarter',
    over_time: 'sum',
    dept: 'dept',
    values: [
      {
        name: 'count',
        words: { zh: '活动数', en: 'Events' },
        timing: { flow: 'event_date', until: 'at_date' },
        shape: { kind: 'count', counts: 'is_ethics_dedicated and with_society' }
      }
    ],
    missing: {
      kind: 'records',
      reports: ['R12'],
      words: { zh: '被退回或待关联的宣传交流活动行', en: 'Rejected or waiting rows of outreach events' }
    },
    excluded: [
      {
        where: 'with_society and not is_ethics_dedicated',
        words: {
          zh: '含伦理内容的综合活动（非伦理专题）',
          en: 'Events with societies that are not dedicated to ethics'
        }
      }
    ],
    thresholds: [{ name: 'count', green: 4, amber: 1, from: '2023-12-01', basis: 'D（仅提示）' }],
    small_denominator: false,
    definition: {
      numerator: {
        zh: '本期举办、主办或者合作单位中有科技类社会团体的伦理专题活动数',
        en: 'Events dedicated to ethics in the period that a society held or partnered'
      },
      denominator: null,
      note: {
        zh: '有多个社团参加的一场活动计一场；社团以名录（R01）单位类型为准，名录中没有的单位不认定为社团。',
        en: 'An event with several societies counts once. A society is what the registry (R01) says is one.'
      }
    },
    legal_basis: societies,
    reports: ['R12', 'R01'],
    facts: ['event_kind', 'event_date', 'partner_usccs', 'is_ethics_dedicated', 'audience']
  },
  {
    id: 'IND-03-03',
    measure: '3',
    words: { zh: '社团牵头或参与规范标准数', en: 'Standards by societies' },
    strength: 'encourage',
    direction: 'up',
    unit: 'count',
    mart: 'ethics_research',
    period: 'year',
    over_time: 'sum',
    values: [
      {
        name: 'count',
        words: { zh: '规范标准数', en: 'Standards' },
        timing: { flow: 'output_date', until: 'at_date' },
        shape: { kind: 'count', counts: `output_kind = 'standard' and ${isSociety}` }
      }
    ],
    missing: {
      kind: 'records',
      reports: ['R17'],
      words: { zh: '被退回或待关联的研究成果行', en: 'Rejected or waiting rows on research' }
    },
    thresholds: [{ name: 'count', green: 1, amber: 1, from: '2023-12-01', basis: 'D（仅提示）' }],
    small_denominator: false,
    definition: {
      numerator: {
        zh: '成果日期在本年、成果类型为规范、标准、指南，由科技类社会团体填报的成果数',
        en: 'Outputs of the year that are standards or guidelines, reported by a society'
      },
      denominator: null,
      note: {
        zh: '“参与”以社团自行填报为准；研究成果表不列合作单位名称，他单位填报而社团参与的无从识别。',
        en: 'Taking part is what a society reports itself: the form names no partners, so standards reported by others cannot be found.'
      }
    },
    legal_basis: societies,
    reports: ['R17', 'R01'],
    facts: ['institution_kind', 'research_kind', 'output_kind', 'output_date', 'published']
  }
];
