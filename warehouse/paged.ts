/** Questions of `read/` narrowed by what a list asks for, and cut into pages. */
import type { Page } from './answers.ts';
import type { Params } from './engine.ts';
import type { Asking } from './reader.ts';
import { scopeParams } from './scope.ts';

export interface Paging {
  page?: number;
  page_size?: number;
}

/** A question narrowed by conditions, each with the parameter that it names first; one whose value is undefined is none. */
export function filtered(
  sql: string,
  conditions: Record<string, string | undefined>
): { sql: string; params: Params } {
  const active = Object.entries(conditions).filter(([, value]) => value !== undefined);
  const where = active.map(([condition]) => `(${condition})`).join(' and ');
  return {
    sql: `select * from (${sql})${where === '' ? '' : ` where ${where}`}`,
    params: Object.fromEntries(
      active.map(([condition, value]) => [/\$(\w+)/.exec(condition)?.[1] ?? '', value ?? ''])
    )
  };
}

/** One page of a question's rows that meet conditions. */
export async function paged<T>(
  { warehouse, moment, scope }: Asking,
  sql: string,
  conditions: Record<string, string | undefined>,
  order: string,
  ask: Paging
): Promise<Page<T>> {
  const { page = 1, page_size = 50 } = ask;
  const found = filtered(sql, conditions);
  const params = { p: moment.publication, day: moment.day, ...scopeParams(scope), ...found.params };
  const [count] = await warehouse.engine.all<{ n: number }>(
    `select count(*) as n from (${found.sql})`,
    params
  );
  const rows = await warehouse.engine.all(`${found.sql} order by ${order} limit $limit offset $offset`, {
    ...params,
    limit: page_size,
    offset: (page - 1) * page_size
  });
  return { rows: rows as unknown as T[], total: count?.n ?? 0, page, page_size };
}
