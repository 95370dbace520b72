import { z } from 'zod';
import type { Figure, IndicatorWords } from '#warehouse/answers.ts';
import type { Reader } from '#warehouse/reader.ts';
import { day, field, words } from '../field.ts';
import { period } from '../fields.ts';
import { list } from '../list.ts';
import { invalid, Problem } from '../problem.ts';
import { groupings, indicatorId } from './indicators.ts';

export const figure = z
  .strictObject({
    indicator: field(z.string(), '指标编号', 'Indicator'),
    name: field(z.string(), '数值名', 'Named value'),
    group: field(z.string(), '分组代码', 'Code of the group'),
    group_words: field(words, '分组', 'Group'),
    dimension: field(z.string(), '细分', 'Split', {
      zh: '指标自身的细分，如审查方式；空为不分',
      en: 'of the indicator itself, such as the procedure; empty for the whole'
    }),
    period: field(z.string(), '期间', 'Period'),
    period_start: field(day, '期间起', 'First day'),
    period_end: field(day, '期间止', 'Last day'),
    at_date: field(day, '计值日', 'Valued at'),
    provisional: field(z.boolean(), '暂计', 'Provisional'),
    numerator: field(z.number().nullable(), '分子', 'Numerator'),
    denominator: field(z.number().nullable(), '分母', 'Denominator'),
    value: field(z.number().nullable(), '数值', 'Value', {
      zh: '百分比为 0 至 100；无从得出时为空',
      en: 'percentages from 0 to 100; null where nothing can be said'
    }),
    missing: field(z.number(), '缺报', 'Missing'),
    low: field(z.number().nullable(), '下限', 'Lower bound'),
    high: field(z.number().nullable(), '上限', 'Upper bound'),
    status: field(z.enum(['green', 'amber', 'red', 'info', 'none']), '状态', 'Status'),
    small: field(z.boolean(), '分母不足', 'Small denominator')
  })
  .meta({ id: 'Figure' }) satisfies z.ZodType<Figure>;

const SHAPES = { month: /-\d\d$/, quarter: /-Q\d$/, year: /^\d{4}$/ };

/** The indicator, once the question fits it. */
export function fitting(
  reader: Reader,
  ask: {
    id: string;
    by?: IndicatorWords['by'][number];
    period?: string | undefined;
    group?: string | undefined;
  }
): IndicatorWords {
  const found = reader.indicator(ask.id);
  if (!found) throw new Problem('not_found');
  const { by = 'city', group } = ask;
  if (!found.by.includes(by))
    throw invalid({
      parameter: 'by',
      detail: {
        zh: `此指标只按 ${found.by.join('、')} 分组`,
        en: `this indicator is grouped by ${found.by.join(', ')} only`
      }
    });
  if (ask.period !== undefined && !SHAPES[found.period_kind].test(ask.period))
    throw invalid({
      parameter: 'period',
      detail: { zh: '与指标的期间类型不符', en: `this indicator has a figure a ${found.period_kind}` }
    });
  if (group !== undefined && by === 'city')
    throw invalid({ parameter: 'group', detail: { zh: '需同时给出 by', en: 'needs a grouping: by' } });
  return found;
}

export const figures = list({
  path: '/api/indicators/{id}/figures',
  words: { zh: '一项指标的数值，按分组与期间', en: 'Figures of one indicator, by group and period' },
  about: {
    zh: '默认为最近一个有数据的期间；periods=13 给出最近 13 期，由早到近。',
    en: 'By default those of the newest period with data; periods=13 gives the last 13, oldest first.'
  },
  params: indicatorId,
  query: z.strictObject({
    by: field(
      z.enum(groupings).default('city'),
      '分组方式，默认全市',
      'Grouping; default the city as a whole'
    ),
    group: field(z.string().min(1).max(64).optional(), '只要此分组', 'This group only'),
    period: field(period.optional(), '期间：2026-09、2026-Q3、2026', 'Period: 2026-09, 2026-Q3, 2026'),
    periods: field(
      z.coerce.number<string | number>().int().min(1).max(120).optional(),
      '最近几期',
      'The last so many periods'
    )
  }),
  row: figure,
  async rows(reader, { id, by, group, period, periods }) {
    fitting(reader, { id, by, period, group });
    return reader.figures(id, {
      by,
      ...(group && { group }),
      ...(period && { period }),
      ...(periods && { periods })
    });
  }
});
