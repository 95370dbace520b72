import { z } from 'zod';
import { ARROW_STREAM } from '#warehouse/arrow.ts';
import type { ValueRow } from '#warehouse/values.ts';
import { csvOf } from '../csv.ts';
import type { Endpoint } from '../endpoint.ts';
import { field } from '../field.ts';
import { none } from '../fields.ts';
import { list } from '../list.ts';
import { momentHeaders } from '../moment.ts';
import { common } from '../question.ts';
import { streamed } from '../streamed.ts';
import { periodKinds } from './indicators.ts';

const value = z
  .strictObject({
    indicator: field(z.string(), '指标编号', 'Indicator'),
    name: field(z.string(), '数值名', 'Named value'),
    institution_uscc: field(z.string(), '统一社会信用代码', 'Unified social credit code'),
    committee_id: field(z.string(), '委员会编号', 'Committee', {
      zh: '与委员会无关时为空',
      en: 'empty where no committee is concerned'
    }),
    dept: field(z.string(), '负责部门', 'Department that answers', {
      zh: '为主管部门时为空',
      en: 'empty where it is the supervising one'
    }),
    dimension: field(z.string(), '细分', 'Split', {
      zh: '指标自身的细分，如审查方式；空为不分',
      en: 'of the indicator itself, such as the procedure; empty for the whole'
    }),
    period_kind: field(z.enum(periodKinds), '期间类型', 'Kind of period'),
    period: field(z.string(), '期间', 'Period'),
    numerator: field(z.number().nullable(), '分子', 'Numerator'),
    denominator: field(z.number().nullable(), '分母', 'Denominator'),
    missing: field(z.number().nullable(), '缺报', 'Missing'),
    excluded: field(z.number().nullable(), '不计入', 'Left out'),
    published_in: field(z.int(), '发布序号', 'Publication that brought it in')
  })
  .meta({ id: 'Value' });

const formats = ['json', 'csv', 'arrow'] as const;

const paged = list({
  path: '/api/values',
  words: {
    zh: '全部单位、全部期间的数值（批量）',
    en: 'All figures of all institutions and periods, in bulk'
  },
  about: {
    zh: '分子、分母、缺报可以相加，比率不可以。JSON 分页；CSV 与 Arrow 流一次给出全部（CSV 给出 page 时分页）。',
    en: 'Numerators, denominators and what is missing add up; rates do not. JSON comes by the page; CSV and the Arrow stream hold everything (CSV a page, where one is asked for).'
  },
  params: none,
  query: none,
  row: value,
  rows: (reader, ask) =>
    reader.values(ask) as Promise<Awaited<ReturnType<typeof reader.values>> & { rows: Row[] }>
});

type Row = z.output<typeof value> & ValueRow;

export const values: Endpoint = {
  ...paged,
  formats,
  query: z.strictObject({ ...paged.query.shape, ...common(formats) }),
  async handle(asked) {
    const { format, query, language } = asked;
    const whole = query['page'] === undefined && query['page_size'] === undefined;
    if (format === 'json' || (format === 'csv' && !whole)) return paged.handle(asked);
    const reader = await asked.reader();
    const headers = momentHeaders(reader.moment);
    if (format === 'arrow')
      return streamed(reader.arrowValues(), { 'content-type': ARROW_STREAM, ...headers });
    const type = { 'content-type': 'text/csv; charset=utf-8; header=present' };
    return streamed(csvOf(value, reader.allValues(), language), { ...type, ...headers });
  }
};
