/** Findings across files: page by page after a key, or all of them as CSV. */
import { z } from 'zod';
import type { FoundFinding } from '#warehouse/found-findings.ts';
import { FOUND_KEY } from '#warehouse/found-findings.ts';
import type { Reader } from '#warehouse/reader.ts';
import { csvOf } from '../csv.ts';
import { json, type Endpoint } from '../endpoint.ts';
import { field, words } from '../field.ts';
import { asks, none, period, unregistered } from '../fields.ts';
import { momentHeaders, momentOf, momentSchema } from '../moment.ts';
import { common, PAGE_SIZE, paging } from '../question.ts';
import { streamed } from '../streamed.ts';
import { finding, levels } from './findings.ts';

const row = z
  .strictObject({
    submission_id: field(z.int(), '报送文件编号', 'Submission'),
    file_name: field(z.string(), '文件名', 'File name'),
    report: field(z.string(), '报表编号', 'Report'),
    report_words: field(words, '报表', 'Report in words'),
    institution_uscc: field(z.string().nullable(), '统一社会信用代码', 'Unified social credit code'),
    institution_name: unregistered.institution_name,
    report_period: field(z.string().nullable(), '报告期', 'Report period'),
    ...finding.shape
  })
  .meta({ id: 'FoundFinding' }) satisfies z.ZodType<FoundFinding>;

const asked = z.strictObject({
  level: field(z.enum(levels).optional(), '后果', 'Consequence'),
  report: asks.report,
  check: field(z.string().min(1).max(80).optional(), '规则', 'Check'),
  institution: asks.institution,
  period: field(period.optional(), '报告期', 'Report period'),
  file: field(z.string().trim().min(1).max(100).optional(), '文件名中的文字', 'Part of the file name'),
  search: field(
    z.string().trim().min(1).max(100).optional(),
    '所填内容、列名或规则中的文字',
    'Text in the value, the column or the rule'
  )
});

/** Rows of an export that are asked for at once. */
const BATCH = 10_000;

export const foundFindings: Endpoint = {
  method: 'get',
  path: '/api/findings',
  words: { zh: '各文件的检查结果，新文件在前', en: 'Findings across files, the newest file first' },
  about: {
    zh: '按键翻页：把返回的 next 作为 after 再次请求，直到 next 为 null。CSV 不给 page_size 时含全部行。已撤回的文件不列。',
    en: 'Paged by key: ask again with next as after, until next is null. CSV holds all rows unless page_size is given. Withdrawn files are not among them.'
  },
  params: none,
  query: z.strictObject({
    ...asked.shape,
    after: field(z.string().regex(FOUND_KEY).optional(), '从此键之后', 'After this key'),
    page_size: paging.page_size,
    ...common(['json', 'csv'])
  }),
  formats: ['json', 'csv'],
  answer: z.strictObject({
    moment: momentSchema,
    total: field(z.int().nullable(), '总行数（只在首页给出）', 'Rows in all, with the first page'),
    page_size: field(z.int(), '每页行数', 'Rows a page'),
    next: field(z.string().nullable(), '下一页的键', 'Key of the next page'),
    data: z.array(row)
  }),
  fields: row,
  status: 200,
  problems: ['invalid_parameter'],
  kept: true,
  async handle({ reader: opened, query, format, language }) {
    const reader = await opened();
    const ask = asked.parse(Object.fromEntries(Object.keys(asked.shape).map((name) => [name, query[name]])));
    const [after, size] = [query['after'] as string | undefined, query['page_size'] as number | undefined];
    if (format === 'csv') {
      const batches = everything(reader, { ...ask, after }, size);
      return streamed(csvOf(row, batches, language), {
        'content-type': 'text/csv; charset=utf-8; header=present',
        ...momentHeaders(reader.moment)
      });
    }
    const page_size = size ?? PAGE_SIZE;
    const found = await reader.foundFindings({ ...defined({ ...ask, after }), page_size, count: !after });
    return json(
      {
        moment: momentOf(reader.moment),
        total: found.total,
        page_size,
        next: found.next,
        data: found.rows
      },
      momentHeaders(reader.moment)
    );
  }
};

type Ask = { [name in keyof z.output<typeof asked>]?: z.output<typeof asked>[name] } & {
  after?: string | undefined;
};
type Defined<T> = { [name in keyof T]?: Exclude<T[name], undefined> };

const defined = <T extends object>(ask: T): Defined<T> =>
  Object.fromEntries(Object.entries(ask).filter(([, value]) => value !== undefined)) as Defined<T>;

/** All batches, or one page of the size asked for. */
async function* everything(
  reader: Reader,
  ask: Ask,
  page_size: number | undefined
): AsyncGenerator<FoundFinding[], void, void> {
  for (let after = ask.after; ;) {
    const found = await reader.foundFindings({
      ...defined({ ...ask, after }),
      page_size: page_size ?? BATCH,
      count: false
    });
    yield found.rows;
    if (found.next === null || page_size !== undefined) return;
    after = found.next;
  }
}
