/** An endpoint that answers with a list: JSON page by page; CSV as a whole, unless a page is asked for. */
import { z } from 'zod';
import type { Words } from '#ingest/declare.ts';
import type { Page } from '#warehouse/answers.ts';
import type { Reader } from '#warehouse/reader.ts';
import { csvOf } from './csv.ts';
import { json, type Asked, type Endpoint } from './endpoint.ts';
import { field } from './field.ts';
import { momentHeaders, momentOf, momentSchema } from './moment.ts';
import { Problem } from './problem.ts';
import { common, LARGEST_PAGE, PAGE_SIZE, paging } from './question.ts';
import { streamed } from './streamed.ts';

interface Paging {
  page: number;
  page_size: number;
}

export interface ListOf<
  P extends z.ZodObject,
  Q extends z.ZodObject,
  R extends z.ZodObject,
  M extends z.ZodObject
> {
  path: Endpoint['path'];
  words: Words;
  about?: Words;
  /** Names in the path. */
  params: P;
  /** Filters. */
  query: Q;
  row: R;
  /** What is said of the list as a whole, beside its rows. */
  totals?: M;
  kept?: false;
  /** A page, or everything, of which a page is cut. Undefined where what the path names is not there or not visible. */
  rows(
    reader: Reader,
    ask: z.output<P> & z.output<Q> & Paging,
    asked: Asked
  ): Promise<(Page<z.output<R>> & { totals?: z.output<M> }) | z.output<R>[] | undefined>;
}

export function list<
  P extends z.ZodObject,
  Q extends z.ZodObject,
  R extends z.ZodObject,
  M extends z.ZodObject
>(of: ListOf<P, Q, R, M>): Endpoint {
  const formats = ['json', 'csv'] as const;
  const page = async (reader: Reader, asked: Asked, { page, page_size }: Paging) => {
    const ask = { ...asked.params, ...asked.query, page, page_size } as z.output<P> & z.output<Q> & Paging;
    const found = await of.rows(reader, ask, asked);
    if (!found) throw new Problem('not_found');
    if (!Array.isArray(found)) return found;
    return {
      rows: found.slice((page - 1) * page_size, page * page_size),
      total: found.length,
      page,
      page_size
    };
  };
  return {
    method: 'get',
    path: of.path,
    words: of.words,
    ...(of.about && { about: of.about }),
    params: of.params,
    query: z.strictObject({ ...of.query.shape, ...paging, ...common(formats) }),
    formats,
    answer: z.strictObject({
      moment: momentSchema,
      total: field(z.int(), '总行数', 'Rows in all'),
      page: field(z.int(), '页码', 'Page'),
      page_size: field(z.int(), '每页行数', 'Rows a page'),
      ...(of.totals && { totals: of.totals }),
      data: z.array(of.row)
    }),
    fields: of.row,
    status: 200,
    problems:
      Object.keys(of.params.shape).length > 0 ? ['invalid_parameter', 'not_found'] : ['invalid_parameter'],
    kept: of.kept ?? true,
    async handle(asked) {
      const reader = await asked.reader();
      const { page: number = 1, page_size = PAGE_SIZE } = asked.query as Partial<Paging>;
      if (asked.format === 'csv') {
        const one = asked.query['page'] !== undefined || asked.query['page_size'] !== undefined;
        const batches = one
          ? only(page(reader, asked, { page: number, page_size }))
          : everything(reader, asked);
        return streamed(csvOf(of.row, batches, asked.language), { ...CSV, ...momentHeaders(reader.moment) });
      }
      const { rows, total, totals } = await page(reader, asked, { page: number, page_size });
      return json(
        {
          moment: momentOf(reader.moment),
          total,
          page: number,
          page_size,
          ...(totals && { totals }),
          data: rows
        },
        { ...momentHeaders(reader.moment), ...neighbours(asked.url, number, number * page_size < total) }
      );
    }
  };

  async function* everything(reader: Reader, asked: Asked): AsyncGenerator<object[], void, void> {
    for (let at = 1, more = true; more; at++) {
      const { rows, total } = await page(reader, asked, { page: at, page_size: LARGEST_PAGE });
      yield rows;
      more = at * LARGEST_PAGE < total;
    }
  }
}

const CSV = { 'content-type': 'text/csv; charset=utf-8; header=present' };

async function* only(found: Promise<{ rows: object[] }>): AsyncGenerator<object[], void, void> {
  yield (await found).rows;
}

/** Addresses of the pages before and after (RFC 8288). */
function neighbours(url: URL, page: number, more: boolean): Record<string, string> {
  const link = (at: number, rel: string) => {
    const to = new URL(url);
    to.searchParams.set('page', String(at));
    return `<${to.pathname}${to.search}>; rel="${rel}"`;
  };
  const links = [...(page > 1 ? [link(page - 1, 'prev')] : []), ...(more ? [link(page + 1, 'next')] : [])];
  return links.length > 0 ? { link: links.join(', ') } : {};
}
