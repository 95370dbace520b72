import type { DuckDBConnection } from '@duckdb/node-api';
import { tableFromIPC } from 'apache-arrow';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Engine } from '#warehouse/engine.ts';
import { makeModels } from '#warehouse/models.ts';
import type { Asking } from '#warehouse/reader.ts';
import type { Scope } from '#warehouse/scope.ts';
import { allValues, arrowValues, values, type ValueRow } from '#warehouse/values.ts';

const ROWS = 9000;
let engine: Engine;

/** Nulls in long runs and at the edges of chunks; every fifth row was superseded, every seventh came later. */
beforeAll(async () => {
  engine = await Engine.open({ file: ':memory:', memory_limit: '1GB', threads: 2 });
  await makeModels(engine);
  await engine.write((tx) =>
    tx.run(`insert into indicators.value
      select 'IND-0' || r % 9 || '-01', ['rate', 'median', 'p90'][1 + r % 3],
        '12210100000000' || lpad(cast(r % 300 as varchar), 4, '0'), case when r % 2 = 0 then '' else 'C-' || r % 40 end,
        case when r % 11 = 0 then 'health_commission' else '' end,
        case when r < 1800 then '' else 'quick ' || r // 1800 end, 'month', '2026-' || lpad(cast(1 + r % 12 as varchar), 2, '0'),
        case when r % 2048 not in (0, 1, 2047) and r not between 3000 and 5100 then r / 4 end,
        case when r % 13 <> 0 then r end, 0, r % 3, case when r % 7 = 0 then 2 else 1 end, case when r % 5 = 0 then 2 else 2147483647 end
      from range(${ROWS}) t(r)`)
  );
});
afterAll(() => engine.close());

const at = (publication: number, scope: Scope = { kind: 'city' }) =>
  ({
    warehouse: { engine },
    scope,
    moment: { publication, day: '2026-11-23', published_day: '2026-11-20' }
  }) as Asking;

const keys = (rows: object[]) => rows.map((row) => JSON.stringify(Object.values(row))).sort();

async function everyPage(asking: Asking): Promise<ValueRow[]> {
  const found: ValueRow[] = [];
  for (let page = 1; ; page++) {
    const { rows, total } = await values(asking, { page, page_size: 2500 });
    found.push(...rows);
    if (found.length >= total) return found;
  }
}

async function arrow(asking: Asking) {
  const parts: Uint8Array[] = [];
  for await (const part of arrowValues(asking)) parts.push(part);
  return tableFromIPC(Buffer.concat(parts));
}

test('pages, rows and the Arrow stream hold the same, as known at the publication', async () => {
  for (const publication of [1, 2]) {
    const paged = await everyPage(at(publication));
    const streamed: ValueRow[] = [];
    for await (const rows of allValues(at(publication))) streamed.push(...rows);
    const table = await arrow(at(publication));
    expect(paged.length).toBeGreaterThan(3 * 2048);
    expect(paged.some(({ numerator }) => numerator === null)).toBe(true);
    expect(keys(streamed)).toEqual(keys(paged));
    expect(keys(table.toArray().map((row) => (row as { toJSON(): object }).toJSON()))).toEqual(keys(paged));
    expect(table.schema.fields.map(({ name }) => name)).toEqual(Object.keys(paged[0] ?? {}));
    expect([...table.schema.metadata]).toEqual([
      ['day', '2026-11-23'],
      ['publication', String(publication)],
      ['valued_at', '2026-11-20']
    ]);
  }
});

test('an institution is given its own, and whoever may see nothing an empty table', async () => {
  const own: Scope = { kind: 'institution', code: '122101000000000042' };
  const table = await arrow(at(1, own));
  expect(table.numRows).toBe((await values(at(1, own))).total);
  expect(new Set(table.getChild('institution_uscc') ?? [])).toEqual(new Set([own.code]));
  expect((await arrow(at(1, { kind: 'department', code: 'nobody' }))).numRows).toBe(0);
});

test('a reader who leaves half way leaves no connection open', async () => {
  const opened: DuckDBConnection[] = [];
  const connect = async () => {
    const connection = await engine.connect();
    opened.push(connection);
    return connection;
  };
  const stream = allValues({ ...at(1), warehouse: { engine: { connect } } } as unknown as Asking);
  await stream.next();
  expect(opened).toHaveLength(1);
  await expect(opened[0]?.run('select 1')).resolves.toBeDefined();
  await stream.return();
  await expect(opened[0]?.run('select 1')).rejects.toThrow();
});
