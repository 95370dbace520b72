import { expect, test } from 'vitest';
import { ofRows, Reading, writerShare } from '#ingest/stage.ts';
import { Engine } from '#warehouse/engine.ts';

test('reading says how many rows there will be once it can tell', () => {
  const reading = new Reading();
  expect(reading.at()).toEqual({ rows: 0, of: null, share: null });
  reading.told({ rows: 50, share: null });
  expect(reading.at()).toEqual({ rows: 50, of: null, share: null });
  reading.told({ rows: 100, share: 0.25 });
  expect(reading.at()).toEqual({ rows: 100, of: 400, share: 0.25 });
});

test('rows done are the share of those there are', () => {
  let share = 0.333;
  const stage = ofRows('checking', 1000, () => share);
  expect(stage.at()).toEqual({ rows: 333, of: 1000, share: 0.333 });
  share = 1;
  expect(stage.at()).toEqual({ rows: 1000, of: 1000, share: 1 });
});

test('each statement that takes long takes its part of what is left, and a transaction that ended is done', () => {
  const engine = { writing: { transactions: 7, long: 0, share: 0 } };
  const share = writerShare(engine, [
    { weight: 1, rest: 0.2 },
    { weight: 3, rest: 0.5 }
  ]);
  const at = (transactions: number, long: number, of_last: number): number => {
    engine.writing = { transactions, long, share: of_last };
    return share();
  };
  expect(at(7, 0, 0.5)).toBeCloseTo(0.25 * 0.4);
  expect(at(7, 1, 0)).toBeCloseTo(0.25 * 0.8);
  expect(at(7, 1, 0.5)).toBeCloseTo(0.25 * 0.88);
  expect(at(8, 0, 0)).toBeCloseTo(0.25);
  expect(at(8, 1, 0)).toBeCloseTo(0.25 + 0.75 * 0.5);
  // It never falls, and ends at all.
  expect(at(8, 0, 0)).toBeCloseTo(0.25 + 0.75 * 0.5);
  expect(at(9, 0, 0)).toBe(1);
  expect(at(12, 3, 0.5)).toBe(1);
});

test('the share of the writer rises from its first transaction to its last, while the engine works', async () => {
  const engine = await Engine.open({ file: ':memory:', memory_limit: '1GB', threads: 2 });
  await engine.write((tx) => tx.run('create table before as select 1'));
  const share = writerShare(engine, [
    { weight: 1, rest: 0.5 },
    { weight: 1, rest: 0.5 }
  ]);
  const seen = [share()];
  const watch = setInterval(() => seen.push(share()), 5);
  await engine.write(async (tx) => {
    await tx.run(`create table a as select i, 'text ' || i as t from range(2000000) r(i)`);
    await tx.run('create table b as select upper(t) as t from a');
  });
  const half = share();
  await engine.write(async (tx) => {
    await tx.run(`create table c as select regexp_replace(t, '[0-9]', 'x', 'g') as t from a`);
    await tx.run('create table d as select count(*) as n from a');
  });
  clearInterval(watch);
  seen.push(share());
  engine.close();
  expect(seen[0]).toBe(0);
  expect(half).toBe(0.5);
  expect(seen.at(-1)).toBe(1);
  expect(seen.every((each, n) => each >= (seen[n - 1] ?? 0))).toBe(true);
  // Also in the middle of a statement.
  expect(new Set(seen).size).toBeGreaterThan(8);
});
