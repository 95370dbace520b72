/** All stored figures of all institutions and periods, as known at a moment: page by page, or as a stream of everything. */
import type { DuckDBResult } from '@duckdb/node-api';
import type { Page } from './answers.ts';
import { arrowStream } from './arrow.ts';
import { plain } from './plain.ts';
import { question } from './question.ts';
import type { Asking } from './reader.ts';
import { scopeParams } from './scope.ts';

/** What a figure is made of: these add up over institutions and periods, which a rate does not. */
export interface ValueRow {
  indicator: string;
  name: string;
  institution_uscc: string;
  committee_id: string;
  /** The department that answers, where it is not the supervising one; else ''. */
  dept: string;
  dimension: string;
  period_kind: string;
  period: string;
  numerator: number | null;
  denominator: number | null;
  missing: number | null;
  /** Rows left out on purpose. */
  excluded: number | null;
  /** Number of the publication that brought it in. */
  published_in: number;
}

const ORDER = 'indicator, name, period, institution_uscc, committee_id, dept, dimension';

export async function values(
  { warehouse: { engine }, moment, scope }: Asking,
  { page = 1, page_size = 50 }: { page?: number; page_size?: number } = {}
): Promise<Page<ValueRow>> {
  const sql = question('values');
  const params = { p: moment.publication, ...scopeParams(scope) };
  const [count] = await engine.all<{ n: number }>(`select count(*) as n from (${sql})`, params);
  const rows = await engine.all(`${sql} order by ${ORDER} limit $limit offset $offset`, {
    ...params,
    limit: page_size,
    offset: (page - 1) * page_size
  });
  return { rows: rows as unknown as ValueRow[], total: count?.n ?? 0, page, page_size };
}

/** Everything as an Arrow IPC stream, in no order. */
export const arrowValues = (asking: Asking): AsyncGenerator<Uint8Array<ArrayBuffer>, void, void> =>
  everything(asking, (result) =>
    arrowStream(result, {
      day: asking.moment.day,
      publication: String(asking.moment.publication),
      valued_at: asking.moment.published_day
    })
  );

/** Everything as rows, some thousand at a time, in no order. */
export const allValues = (asking: Asking): AsyncGenerator<ValueRow[], void, void> =>
  everything(asking, rowsOf);

async function* rowsOf(result: DuckDBResult): AsyncGenerator<ValueRow[], void, void> {
  for await (const rows of result.yieldRowObjects())
    yield rows.map((row) => plain(row) as unknown as ValueRow);
}

/** The answer is read as it is taken, on a connection of its own that sees one state of the warehouse from first to last row. */
async function* everything<T>(
  { warehouse: { engine }, moment, scope }: Asking,
  take: (result: DuckDBResult) => AsyncGenerator<T, void, void>
): AsyncGenerator<T, void, void> {
  const params = { p: moment.publication, ...scopeParams(scope) };
  const [rows = '', ...types] = question('values-bulk').split(/;\s*$/m).toReversed();
  const connection = await engine.connect();
  try {
    await connection.run('begin');
    for (const type of types.toReversed()) await connection.run(type, params);
    yield* take(await connection.stream(rows, params));
  } finally {
    connection.closeSync();
  }
}
