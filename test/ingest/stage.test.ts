import { expect, test } from 'vitest';
import { equalAfter, firstTakeLongest, ofRows, Reading, writerShare } from '#ingest/stage.ts';
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

test('a part is between nothing and all, whatever its statements', () => {
  for (const part of [firstTakeLongest(1, 0.3), equalAfter(1, 2, 3)]) {
    const shares = Array.from({ length: 40 }, (_, n) => part.share(Math.floor(n / 4), (n % 4) / 4));
    expect(shares.every((share, n) => n < 4 || share >= (shares[n - 1] ?? 0) - 1e-9)).toBe(true);
  }
  expect(firstTakeLongest(1, 0.3).share(2, 0)).toBeCloseTo(0.7);
  expect(equalAfter(1, 2, 3).share(4, 0.5)).toBeCloseTo(0.5);
});

test('the share of the writer rises from its first transaction to its last, while the engine works', async () => {
  const engine = await Engine.open({ file: ':memory:', memory_limit: '1GB', threads: 2 });
  await engine.write((tx) => tx.run('create table before as select 1'));
  const share = writerShare(engine, [firstTakeLongest(1, 0.5), equalAfter(1, 0, 2)]);
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
