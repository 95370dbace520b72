import { z } from 'zod';
import type { IndicatorWords } from '#warehouse/answers.ts';
import { day, field, words } from '../field.ts';
import { none } from '../fields.ts';
import { list } from '../list.ts';
import { one } from '../one.ts';

export const groupings = [
  'city',
  'department',
  'district',
  'kind',
  'affiliation',
  'institution',
  'committee'
] as const;

export const periodKinds = ['month', 'quarter', 'half_year', 'semester', 'year'] as const;

const threshold = z.strictObject({
  name: field(z.string(), '数值名', 'Named value'),
  green: field(z.string(), '达标线', 'Green limit'),
  amber: field(z.string(), '关注线', 'Amber limit'),
  red: field(z.string(), '未达标', 'Red'),
  per: field(words.nullable(), '标准所对', 'What the limits are for', {
    zh: '空为数值本身',
    en: 'null for the figure itself'
  }),
  from: field(day, '自此日起适用', 'Holds from'),
  basis: field(z.string(), '依据', 'Basis')
});

const value = z.strictObject({
  name: field(z.string(), '数值名', 'Name'),
  words: field(words, '名称', 'In words'),
  unit: field(z.enum(['percent', 'count', 'days', 'per_thousand']), '单位', 'Unit'),
  dimension: field(z.string().nullable(), '分列栏目', 'Column by which it is split')
});

export const indicator = z
  .strictObject({
    id: field(z.string(), '指标编号', 'Number of the indicator'),
    measure: field(z.string(), '举措编号', 'Measure'),
    measure_words: field(words, '举措', 'Measure in words'),
    words: field(words, '指标名称', 'Name of the indicator'),
    strength: field(z.enum(['must', 'promote', 'encourage']), '强度', 'Strength'),
    direction: field(z.enum(['up', 'down', 'neutral']), '向好方向', 'Direction that is good'),
    period_kind: field(z.enum(periodKinds), '期间类型', 'Kind of period'),
    longer: field(z.array(z.enum(periodKinds)), '可汇总为', 'Longer kinds of period'),
    over_time: field(z.enum(['sum', 'last', 'ytd']), '跨期汇总', 'How periods are rolled up', {
      zh: 'sum 相加，last 取末期，ytd 各期已为本年累计',
      en: 'sum of them, the last, or each already the year to date'
    }),
    values: field(z.array(value), '数值', 'Named values'),
    by: field(z.array(z.enum(groupings)), '可分组方式', 'Groupings'),
    definition: field(
      z.strictObject({
        numerator: field(words, '分子', 'Numerator'),
        denominator: field(words.nullable(), '分母', 'Denominator'),
        excluded: field(z.array(words), '不计入', 'Left out'),
        missing: field(words.nullable(), '缺报', 'Missing'),
        note: field(words.nullable(), '说明', 'Note')
      }),
      '定义',
      'Definition'
    ),
    thresholds: field(z.array(threshold), '阈值', 'Thresholds'),
    legal_basis: field(words, '法律依据', 'Legal basis'),
    reports: field(z.array(z.string()), '所用报表', 'Reports used'),
    sql: field(z.string(), '计算语句', 'The SQL that computes it')
  })
  .meta({ id: 'Indicator' }) satisfies z.ZodType<IndicatorWords>;

export const indicatorId = z.strictObject({
  id: field(z.string(), '指标编号，如 IND-07-03', 'Number of the indicator, for example IND-07-03')
});

export const indicators = list({
  path: '/api/indicators',
  words: {
    zh: '全部指标：名称、定义、阈值、法律依据、计算语句',
    en: 'All indicators: names, definitions, thresholds, legal basis, SQL'
  },
  params: none,
  query: none,
  row: indicator,
  rows: async (reader) => reader.indicators()
});

export const oneIndicator = one({
  path: '/api/indicators/{id}',
  words: { zh: '一项指标', en: 'One indicator' },
  params: indicatorId,
  data: indicator,
  find: async (reader, { id }) => reader.indicator(id)
});
