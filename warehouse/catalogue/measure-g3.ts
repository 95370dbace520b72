/** Guarantee 3, climate. */
import type { Indicator } from './declare.ts';
import { ofDepartments } from './groupings.ts';

const basis = (words: string) => ({ zh: `市措施三（三）“${words}”`, en: 'City measures III(3)' });
const rejectedCases = {
  zh: '被退回或待关联的典型案例行（R18）',
  en: 'Rejected or waiting rows of the typical cases (R18)'
};

export const measureG3: readonly Indicator[] = [
  {
    id: 'IND-G3-01',
    measure: 'G3',
    words: { zh: '典型案例征集与入选数', en: 'Typical cases collected / selected' },
    strength: 'promote',
    direction: 'up',
    unit: 'count',
    mart: 'typical_case',
    period: 'half_year',
    over_time: 'sum',
    dept: 'recommending_dept',
    by: ofDepartments,
    values: [
      {
        name: 'collected',
        words: { zh: '征集', en: 'Collected' },
        timing: { flow: 'recommended_date', until: 'at_date' },
        shape: { kind: 'count', counts: 'true' }
      },
      {
        name: 'selected',
        words: { zh: '入选', en: 'Selected' },
        neutral: true,
        timing: { flow: 'selected_date', until: 'at_date' },
        shape: { kind: 'count', counts: 'true' }
      }
    ],
    missing: { kind: 'records', reports: ['R18'], words: rejectedCases },
    thresholds: [
      {
        name: 'collected',
        green: 1,
        amber: 1,
        per: 'department',
        in: 'year',
        from: '2023-12-01',
        basis: 'D（每部门每年至少1个）'
      }
    ],
    small_denominator: false,
    definition: {
      numerator: {
        zh: '征集：推荐日期在本期的典型案例数；入选：入选日期在本期的典型案例数',
        en: 'Collected: typical cases recommended in the period; selected: those selected in it'
      },
      denominator: null,
      note: {
        zh: '归推荐部门。标准按年评价，半年只列数量；全市以成员部门数相乘。入选数不评价。',
        en: 'Of the recommending department. Judged by the year, half-years are shown only; the city is held to as many as it has members. Those selected are not judged.'
      }
    },
    legal_basis: basis('加强典型案例挖掘'),
    reports: ['R18'],
    facts: ['recommending_dept', 'case_theme', 'case_nature', 'recommended_date', 'selected_date']
  },
  {
    id: 'IND-G3-02',
    measure: 'G3',
    words: { zh: '入选案例推广率', en: 'Selected cases promoted' },
    strength: 'promote',
    direction: 'up',
    unit: 'percent',
    mart: 'typical_case',
    period: 'year',
    over_time: 'sum',
    by: [],
    values: [
      {
        name: 'rate',
        words: { zh: '推广率', en: 'Promoted' },
        timing: { flow: 'selected_date', until: 'at_date' },
        shape: { kind: 'ratio', among: 'true', counts: 'promoted_date is not null' }
      }
    ],
    missing: { kind: 'records', reports: ['R18'], words: rejectedCases },
    thresholds: [{ name: 'rate', green: 100, amber: 60, from: '2023-12-01', basis: 'D' }],
    definition: {
      numerator: { zh: '其中已推广的案例数', en: 'Those promoted' },
      denominator: { zh: '本年入选的典型案例数', en: 'Typical cases selected in the year' },
      note: {
        zh: '推广可在入选之后的年度，仍计入入选年度。',
        en: 'A case promoted in a later year counts in the year of its selection.'
      }
    },
    legal_basis: basis('形成可复制推广的经验模式'),
    reports: ['R18'],
    facts: ['recommending_dept', 'case_theme', 'selected_date', 'promotion_kind', 'promoted_date']
  },
  {
    id: 'IND-G3-03',
    measure: 'G3',
    words: { zh: '部门宣传教育活动数', en: 'Department publicity events' },
    strength: 'promote',
    direction: 'up',
    unit: 'count',
    mart: 'department_summary',
    period: 'quarter',
    over_time: 'sum',
    dept: 'dept',
    by: ofDepartments,
    values: [
      {
        name: 'count',
        words: { zh: '活动数', en: 'Events' },
        timing: { flow: 'period_end_date', until: 'at_date' },
        shape: {
          kind: 'count',
          among: 'not is_yearly',
          counts: 'publicity_events is not null',
          weight: 'publicity_events'
        }
      }
    ],
    missing: {
      kind: 'rows',
      where: 'publicity_events is null',
      words: {
        zh: '应报未报部门总结（R23）的成员部门',
        en: 'Member departments that owe the summary (R23) and have not handed it in'
      }
    },
    thresholds: [
      {
        name: 'count',
        green: 1,
        amber: 1,
        per: 'department',
        from: '2023-12-01',
        basis: 'D（每季每部门至少1场）'
      }
    ],
    small_denominator: false,
    definition: {
      numerator: {
        zh: '各成员部门季度总结所填本期宣传教育活动数之和',
        en: 'Publicity events of the quarter by the summaries of the member departments'
      },
      denominator: null,
      note: {
        zh: '按总结所填季度计；年度总结不重复计。未报总结的部门列为缺失，不作为0评价。',
        en: 'By the quarter told of; the yearly summary is not counted again. A department that did not report is missing, not nought.'
      }
    },
    legal_basis: basis('各部门要重视……宣传教育'),
    reports: ['R23'],
    facts: ['report', 'report_period', 'due_date', 'received_date', 'publicity_events']
  },
  {
    id: 'IND-G3-04',
    measure: 'G3',
    words: { zh: '案例被采用数', en: 'Reuse of cases' },
    strength: 'encourage',
    direction: 'up',
    unit: 'count',
    mart: 'typical_case',
    period: 'year',
    over_time: 'sum',
    by: [],
    values: [
      {
        name: 'reused',
        words: { zh: '被采用', en: 'Reused' },
        timing: { flow: 'selected_date', until: 'at_date' },
        shape: { kind: 'count', counts: 'true', weight: 'reuse_count' }
      },
      {
        name: 'selected',
        words: { zh: '入选', en: 'Selected' },
        neutral: true,
        timing: { flow: 'selected_date', until: 'at_date' },
        shape: { kind: 'count', counts: 'true' }
      }
    ],
    missing: { kind: 'records', reports: ['R18'], words: rejectedCases },
    thresholds: [
      {
        name: 'reused',
        green: 100,
        amber: 100,
        per: { value: 'selected' },
        from: '2023-12-01',
        basis: 'D（不少于入选数，仅提示）'
      }
    ],
    small_denominator: false,
    definition: {
      numerator: {
        zh: '本年入选的典型案例被其他单位采用的次数之和；另列入选数',
        en: 'How often the typical cases selected in the year were taken up by others; those selected stand beside'
      },
      denominator: null,
      note: {
        zh: '采用数为累计数、没有日期，归案例入选的年度；未入选的案例不计。',
        en: 'The number is cumulative and has no date: it counts in the year of selection. Cases not selected do not count.'
      }
    },
    legal_basis: basis('形成可复制推广的经验模式'),
    reports: ['R18'],
    facts: ['recommending_dept', 'case_theme', 'selected_date', 'reuse_count']
  }
];
