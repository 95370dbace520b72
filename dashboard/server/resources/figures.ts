import { z } from 'zod';
import type { Figure, IndicatorWords } from '#warehouse/answers.ts';
import { periodNamed } from '#warehouse/periods.ts';
import type { Reader } from '#warehouse/reader.ts';
import { day, field, words } from '../field.ts';
import { period } from '../fields.ts';
import { list } from '../list.ts';
import { invalid, Problem } from '../problem.ts';
import { groupings, indicatorId, periodKinds } from './indicators.ts';

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
    excluded: field(z.number(), '不计入', 'Left out'),
    low: field(z.number().nullable(), '下限', 'Lower bound'),
    high: field(z.number().nullable(), '上限', 'Upper bound'),
    status: field(z.enum(['green', 'amber', 'red', 'info', 'none']), '状态', 'Status'),
    small: field(z.boolean(), '分母不足', 'Small denominator')
  })
  .meta({ id: 'Figure' }) satisfies z.ZodType<Figure>;

/** The indicator, once the question fits it. */
export function fitting(
  reader: Reader,
  ask: {
    id: string;
    by?: IndicatorWords['by'][number];
    period?: string | undefined;
    group?: string | undefined;
    every?: IndicatorWords['period_kind'] | undefined;
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
  const kinds = [found.period_kind, ...found.longer];
  const kind = ask.period === undefined ? undefined : periodNamed(ask.period)?.kind;
  if (ask.period !== undefined && (kind === undefined || !kinds.includes(kind)))
    throw invalid({
      parameter: 'period',
      detail: { zh: '与指标的期间类型不符', en: `this indicator has figures of ${kinds.join(', ')}` }
    });
  if (ask.every !== undefined && !kinds.includes(ask.every))
    throw invalid({
      parameter: 'every',
      detail: { zh: `此指标只有 ${kinds.join('、')}`, en: `this indicator has ${kinds.join(', ')} only` }
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
    every: field(
      z.enum(periodKinds).optional(),
      '期间类型，默认指标自身的；可取更长的',
      'Kind of period; default its own, or a longer one'
    ),
    periods: field(
      z.coerce.number<string | number>().int().min(1).max(120).optional(),
      '最近几期',
      'The last so many periods'
    )
  }),
  row: figure,
  async rows(reader, { id, by, group, period, every, periods }) {
    fitting(reader, { id, by, period, group, every });
    return reader.figures(id, {
      by,
      ...(group && { group }),
      ...(period && { period }),
      ...(every && { every }),
      ...(periods && { periods })
    });
  }
});
