/** Measure 12, who was reached, and who took part. */
import type { Words } from '#ingest/declare.ts';
import type { Indicator } from './declare.ts';

export const measure12Audience = (
  basis: (quoted?: string) => Words,
  rejectedEvents: Words
): readonly Indicator[] => [
  {
    id: 'IND-12-02',
    measure: '12',
    words: { zh: '公众线下参与人次', en: 'Offline attendance' },
    strength: 'encourage',
    direction: 'up',
    unit: 'count',
    mart: 'outreach_event',
    period: 'quarter',
    over_time: 'sum',
    dept: 'dept',
    by: [],
    values: [
      {
        name: 'offline',
        words: { zh: '线下参与人次', en: 'Attendance on site' },
        timing: { flow: 'event_date', until: 'at_date' },
        shape: { kind: 'count', counts: `audience = 'public'`, weight: 'offline_attendance' }
      },
      {
        name: 'online',
        words: { zh: '线上触达人次', en: 'Reached online' },
        neutral: true,
        timing: { flow: 'event_date', until: 'at_date' },
        shape: { kind: 'count', counts: `audience = 'public'`, weight: 'online_reach' }
      }
    ],
    excluded: [
      {
        where: `audience <> 'public'`,
        words: { zh: '不面向社会公众的活动', en: 'Events that are not for the public' }
      }
    ],
    missing: { kind: 'records', reports: ['R12'], words: rejectedEvents },
    thresholds: [
      {
        name: 'offline',
        green: 100,
        amber: 100,
        per: 'year_before',
        from: '2023-12-01',
        basis: 'D（同比不降，仅提示）'
      }
    ],
    small_denominator: false,
    definition: {
      numerator: {
        zh: '本期面向社会公众的活动的线下参与人次之和；线上触达人次单列',
        en: 'Attendance on site at events for the public in the period; reach online stands apart'
      },
      denominator: null,
      note: {
        zh: '线上触达与线下参与口径不同，单列而不相加，不评价。',
        en: 'What is reached online is counted otherwise: it stands apart, is never added and not judged.'
      }
    },
    legal_basis: basis(),
    reports: ['R12'],
    facts: ['organizer_dept', 'event_kind', 'event_date', 'audience', 'offline_attendance', 'online_reach']
  },
  {
    id: 'IND-12-03',
    measure: '12',
    words: { zh: '媒体报道篇数', en: 'Media reports' },
    strength: 'promote',
    direction: 'up',
    unit: 'count',
    mart: 'outreach_event',
    period: 'quarter',
    over_time: 'sum',
    dept: 'dept',
    by: [],
    values: [
      {
        name: 'count',
        words: { zh: '报道篇数', en: 'Reports' },
        timing: { flow: 'event_date', until: 'at_date' },
        shape: { kind: 'count', counts: 'true', weight: 'media_reports' }
      }
    ],
    missing: { kind: 'records', reports: ['R12'], words: rejectedEvents },
    thresholds: [{ name: 'count', green: 12, amber: 4, from: '2023-12-01', basis: 'D' }],
    small_denominator: false,
    definition: {
      numerator: {
        zh: '本期举办的宣传交流活动的媒体报道篇数之和',
        en: 'Media reports on the events of the period'
      },
      denominator: null,
      note: {
        zh: '报道随活动日期计入季度，全市汇总；按半年、全年看时，标准按季度数相乘。',
        en: 'Reports count by the date of their event, for the city; over a year the limits are four times those of a quarter.'
      }
    },
    legal_basis: basis('推动新闻媒体加强宣传'),
    reports: ['R12'],
    facts: ['organizer_dept', 'event_kind', 'event_date', 'media_reports']
  },
  {
    id: 'IND-12-04',
    measure: '12',
    words: { zh: '单位参与宣传率', en: 'Institutions taking part' },
    strength: 'encourage',
    direction: 'up',
    unit: 'percent',
    mart: 'institution_activity',
    period: 'year',
    over_time: 'last',
    values: [
      {
        name: 'rate',
        words: { zh: '参与率', en: 'Taking part' },
        timing: { stock: true },
        shape: {
          kind: 'ratio',
          among: `from_date <= at_date and to_date > at_date and is_active and (valid_to is null or valid_to > at_date)`,
          counts: `len(list_filter(outreach_dates, d -> d between year_start and at_date)) > 0`
        }
      }
    ],
    missing: { kind: 'records', reports: ['R12'], words: rejectedEvents },
    thresholds: [{ name: 'rate', green: 50, amber: 25, from: '2023-12-01', basis: 'D（仅提示）' }],
    definition: {
      numerator: {
        zh: '其中本年主办或者合作举办过宣传交流活动的单位数',
        en: 'Those that held an event this year, or were a partner in one'
      },
      denominator: { zh: '估值日状态有效的单位数', en: 'Institutions active on the valuation day' },
      note: {
        zh: '同一单位只计一次；“合作单位代码”中未在名录登记的不计。',
        en: 'Each counts once; partners that are not in the registry do not count.'
      }
    },
    legal_basis: basis('鼓励和引导'),
    reports: ['R12', 'R01'],
    facts: ['institution_kind', 'outreach_dates']
  },
  {
    id: 'IND-12-05',
    measure: '12',
    words: { zh: '论坛研讨会数', en: 'Forums & seminars' },
    strength: 'encourage',
    direction: 'up',
    unit: 'count',
    mart: 'outreach_event',
    period: 'year',
    over_time: 'sum',
    dept: 'dept',
    by: [],
    values: [
      {
        name: 'count',
        words: { zh: '论坛研讨会', en: 'Forums and seminars' },
        timing: { flow: 'event_date', until: 'at_date' },
        shape: { kind: 'count', counts: `event_kind in ('forum', 'seminar') and is_ethics_dedicated` }
      }
    ],
    excluded: [
      {
        where: `event_kind in ('forum', 'seminar') and not is_ethics_dedicated`,
        words: {
          zh: '含伦理内容、但不是伦理专题的论坛研讨会',
          en: 'Forums and seminars with ethics among other matters'
        }
      }
    ],
    missing: { kind: 'records', reports: ['R12'], words: rejectedEvents },
    thresholds: [{ name: 'count', green: 4, amber: 2, from: '2023-12-01', basis: 'D（仅提示）' }],
    small_denominator: false,
    definition: {
      numerator: {
        zh: '本年举办的科技伦理专题论坛、研讨会数',
        en: 'Forums and seminars on ethics held in the year'
      },
      denominator: null
    },
    legal_basis: basis(),
    reports: ['R12'],
    facts: ['organizer_dept', 'event_kind', 'event_date', 'audience', 'is_ethics_dedicated']
  }
];
