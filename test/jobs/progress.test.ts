import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Stage, StageAt } from '#ingest/stage.ts';
import { ProgressBoard } from '#jobs/progress.ts';

function board() {
  let seconds = 0;
  const one = new ProgressBoard({ now: () => new Date(Date.UTC(2026, 10, 20) + seconds * 1000) });
  return { one, pass: (more: number) => (seconds += more) };
}
const stage = (name: Stage['name'], at: () => StageAt): Stage => ({ name, at });
const never = new AbortController().signal;

test('a submission waits, is at a stage with its rate and what is left, and then is gone', () => {
  const { one, pass } = board();
  one.tell(7);
  expect(one.of(7)).toMatchObject({
    stage: 'waiting',
    rows: 0,
    rows_expected: null,
    share: null,
    rate: null
  });
  pass(2);
  let rows = 0;
  one.tell(
    7,
    stage('reading', () => ({ rows, of: 1000, share: rows / 1000 }))
  );
  expect(one.of(7)).toMatchObject({ stage: 'reading', rate: null, seconds_left: null, seconds: 2 });
  pass(10);
  rows = 200;
  expect(one.of(7)).toEqual({
    submission: 7,
    stage: 'reading',
    rows: 200,
    rows_expected: 1000,
    share: 0.2,
    rate: 20,
    seconds_left: 40,
    seconds: 12
  });
  one.tell(
    7,
    stage('checking', () => ({ rows: 0, of: null, share: null }))
  );
  pass(1);
  expect(one.of(7)).toMatchObject({ stage: 'checking', rows_expected: null, rate: null, seconds_left: null });
  one.end([7]);
  expect(one.of(7)).toBeUndefined();
  expect(one.submissions()).toEqual([]);
});

test('runs are known while they run', () => {
  const { one, pass } = board();
  one.beginRun(3, 'daily');
  pass(5);
  expect(one.runs()).toEqual([{ run: 3, job: 'daily', started_at: '2026-11-20T00:00:00.000Z', seconds: 5 }]);
  one.endRun(3);
  expect(one.runs()).toEqual([]);
});

test('the work is asked for nothing while nobody looks', async () => {
  const { one } = board();
  let asked = 0;
  const reading = stage('reading', () => ({ rows: ++asked, of: null, share: null }));
  for (let n = 0; n < 1000; n++) one.tell(1, reading);
  await wait(600);
  expect(asked).toBe(0);
});

test('who waits is woken by what changes, by each tick of what goes on, and at the end', async () => {
  const { one } = board();
  const first = one.next(never, 10_000);
  one.tell(
    1,
    stage('reading', () => ({ rows: 1, of: null, share: null }))
  );
  await first;
  // Nothing is said any more, and yet it goes on.
  const started = performance.now();
  await one.next(never, 10_000);
  expect(performance.now() - started).toBeLessThan(5_000);
  const last = one.next(never, 10_000);
  one.end([1]);
  await last;
});

test('nobody is held on to: neither who was woken, nor who left, nor who waited long enough', async () => {
  const { one } = board();
  const left = new AbortController();
  const waiting = Array.from({ length: 100 }, () => one.next(left.signal, 10_000));
  const late = one.next(never, 5);
  expect(one.listeners).toBe(101);
  await late;
  left.abort();
  await Promise.all(waiting);
  expect(one.listeners).toBe(0);
  await one.next(left.signal, 10_000);
  const woken = one.next(never, 10_000);
  one.endRun(1);
  await woken;
  expect(one.listeners).toBe(0);
});

test('when the service ends nobody waits', async () => {
  const { one } = board();
  const waiting = one.next(never, 60_000);
  one.close();
  await waiting;
  await one.next(never, 60_000);
  expect(one.closed).toBe(true);
});
