import { z } from 'zod';
import type { Member } from '#warehouse/answers.ts';
import { field, words } from '../field.ts';
import { period, source, unregistered, type Unregistered } from '../fields.ts';
import { list } from '../list.ts';
import { invalid } from '../problem.ts';
import { fitting } from './figures.ts';
import { groupings, indicatorId } from './indicators.ts';

const parts = ['numerator', 'denominator_only', 'missing', 'excluded'] as const;

const member = z
  .strictObject({
    report: field(z.string().nullable(), '报表编号', 'Report'),
    record_key: field(z.string(), '记录编号', 'Key of the record'),
    institution_uscc: unregistered.institution_uscc,
    institution_name: unregistered.institution_name,
    part: field(z.enum(parts), '归入', 'Part'),
    reason: field(words.nullable(), '不计入的原因', 'Why it is left out'),
    period: field(z.string(), '计入期间', 'Period in which it counts'),
    facts: field(
      z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
      '判定所依据的字段',
      'The fields that decide'
    ),
    weight_numerator: field(z.number(), '计入分子', 'Weight in the numerator'),
    weight_denominator: field(z.number(), '计入分母', 'Weight in the denominator'),
    source: field(source.nullable(), '出处', 'Where it was submitted')
  })
  .meta({ id: 'Member' }) satisfies z.ZodType<Unregistered<Member>>;

export const members = list({
  path: '/api/indicators/{id}/records',
  words: { zh: '一个数值背后的记录', en: 'The records behind a figure' },
  params: indicatorId,
  query: z.strictObject({
    name: field(z.string().min(1).optional(), '数值名，默认第一个', 'Named value; default the first'),
    period: field(period.optional(), '期间，默认最近有数据的一期', 'Period; default the newest with data'),
    by: field(
      z.enum(groupings).default('city'),
      '分组方式，默认全市',
      'Grouping; default the city as a whole'
    ),
    group: field(z.string().min(1).max(64).optional(), '只要此分组', 'This group only'),
    dimension: field(
      z.string().min(1).max(64).optional(),
      '只要分列的此部分（代码）',
      'Only this part into which the value is split (a code)'
    ),
    part: field(z.enum(parts).optional(), '只要归入此处的', 'This part only')
  }),
  row: member,
  totals: z.strictObject({
    period: field(z.string(), '期间', 'Period'),
    numerator: field(z.number(), '分子', 'Numerator'),
    denominator: field(z.number(), '分母', 'Denominator'),
    missing: field(z.number(), '缺报', 'Missing'),
    excluded: field(z.number(), '不计入', 'Left out')
  }),
  async rows(reader, { id, name, by, group, dimension, part, page, page_size, ...ask }) {
    const indicator = fitting(reader, { id, by, period: ask.period, group });
    const value = indicator.values.find((each) => name === undefined || each.name === name);
    if (!value)
      throw invalid({
        parameter: 'name',
        detail: {
          zh: `此指标只有 ${indicator.values.map((each) => each.name).join('、')}`,
          en: `this indicator has ${indicator.values.map((each) => each.name).join(', ')} only`
        }
      });
    if (dimension !== undefined && value.dimension === null)
      throw invalid({
        parameter: 'dimension',
        detail: { zh: `${value.name} 不分列`, en: `${value.name} is not split` }
      });
    const period = ask.period ?? (await reader.figures(id, { by: 'city' }))[0]?.period;
    if (period === undefined)
      return {
        rows: [],
        total: 0,
        page,
        page_size,
        totals: { period: '', numerator: 0, denominator: 0, missing: 0, excluded: 0 }
      };
    const { numerator, denominator, missing, excluded, ...found } = await reader.members(id, {
      name: value.name,
      period,
      by,
      ...(group && { group }),
      ...(dimension && { dimension }),
      ...(part && { part }),
      page,
      page_size
    });
    return { ...found, totals: { period, numerator, denominator, missing, excluded } };
  }
});
