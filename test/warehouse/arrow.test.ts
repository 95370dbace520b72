import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { DataType, RecordBatchReader, tableFromIPC } from 'apache-arrow';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { arrowStream } from '#warehouse/arrow.ts';
import { plain } from '#warehouse/plain.ts';

let connection: DuckDBConnection;
beforeAll(async () => {
  connection = await (await DuckDBInstance.create(':memory:', { threads: '2' })).connect();
});
afterAll(() => connection.closeSync());

/** More than three chunks, of which filters leave some with odd numbers of rows; nulls at their edges and in long runs. */
const ODD = `
  select
    cast(r as integer) as whole,
    case when r % 7 <> 0 then r / 3 end as fraction,
    case when r % 2048 not in (0, 1, 2047) then date '1969-12-01' + cast(r as integer) end as day,
    case when r between 2040 and 4100 then null else 'text ' || r || ' 伦理审查' end as plain_text,
    cast(case when r % 5 <> 0 then ['甲', '乙', '', 'd'][1 + r % 4] end as enum ('甲', '乙', '', 'd')) as word,
    cast(case when r >= 6000 then r end as integer) as late,
    cast(null as double) as never
  from range(9001) t(r) where r % 13 <> 4 and r not between 300 and 1500`;

async function read(sql: string, about?: Record<string, string>) {
  const parts: Uint8Array[] = [];
  for await (const part of arrowStream(await connection.stream(sql), about)) parts.push(part);
  return { table: tableFromIPC(Buffer.concat(parts)), parts };
}

const asRows = async (sql: string) =>
  (await connection.runAndReadAll(sql)).getRowObjects().map((row) => plain(row));

test('every row comes back as DuckDB has it, over chunks of odd lengths with nulls at odd places', async () => {
  const { table } = await read(ODD);
  const expected = await asRows(ODD);
  expect(expected.length).toBeGreaterThan(3 * 2048);
  expect(table.schema.fields.map(({ name }) => name)).toEqual(Object.keys(expected[0] ?? {}));
  const day = (value: unknown) =>
    value === null ? null : new Date(Number(value)).toISOString().slice(0, 10);
  const got = table.toArray().map((row) => {
    const cells = (row as { toJSON(): Record<string, unknown> }).toJSON();
    return { ...cells, day: day(cells['day']) };
  });
  expect(got).toEqual(expected);
  const nulls = (name: string) => expected.filter((row) => row[name] === null).length;
  for (const { name } of table.schema.fields) expect(table.getChild(name)?.nullCount).toBe(nulls(name));
});

test('a batch without nulls carries no bitmap, and nothing but zero lies under a null', async () => {
  const { table } = await read(ODD);
  expect(table.getChild('whole')?.data[0]?.nullBitmap).toHaveLength(0);
  const [fraction] = table.getChild('fraction')?.data ?? [];
  const values = fraction?.values as Float64Array;
  expect(fraction?.getValid(0)).toBe(false);
  expect(values[0]).toBe(0);
});

test('an enumeration travels as one dictionary with signed indices, however many batches follow', async () => {
  const words = `select cast((r % 300)::varchar as enum (${Array.from({ length: 300 }, (_, at) => `'${at}'`).join(', ')})) as word
    from range(100000) t(r)`;
  const { table, parts } = await read(words);
  expect(parts.length).toBeGreaterThan(2);
  const type: unknown = table.schema.fields[0]?.type;
  expect(DataType.isDictionary(type) && type.indices.isSigned && type.indices.bitWidth).toBe(16);
  expect(table.getChild('word')?.get(99_999)).toBe(String(99_999 % 300));
  const reader = RecordBatchReader.from(Buffer.concat(parts));
  const dictionaries = new Set<unknown>();
  for (const batch of reader) dictionaries.add([...batch.dictionaries.values()][0]?.data.length);
  expect([...dictionaries]).toEqual([1]);
});

test('an answer without rows still names its columns and what it is about', async () => {
  const { table } = await read(`${ODD} and r < 0`, { day: '2026-06-30' });
  expect(table.numRows).toBe(0);
  expect(table.schema.fields).toHaveLength(7);
  expect(table.schema.metadata.get('day')).toBe('2026-06-30');
});

test('only as much is read as is taken', async () => {
  const result = await connection.stream('select cast(r as integer) as n from range(10000000) t(r)');
  let chunks = 0;
  const fetch = result.fetchChunk.bind(result);
  result.fetchChunk = () => (chunks++, fetch());
  const stream = arrowStream(result);
  await stream.next();
  expect(chunks).toBe(16);
  await stream.return();
  expect(chunks).toBe(16);
});

test('a type that has no column is refused by name', async () => {
  await expect(read('select [1, 2] as list')).rejects.toThrow(/list/);
});
