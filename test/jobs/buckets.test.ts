import { expect, test } from 'vitest';
import { Buckets } from '#jobs/buckets.ts';

const second = (n: number): Date => new Date(Date.UTC(2026, 10, 20, 9, 0, n));

test('a minute’s leave may be used at once, and comes back evenly', () => {
  const buckets = new Buckets(6);
  for (let n = 0; n < 6; n++) expect(buckets.take(1, second(0))).toBe(0);
  expect(buckets.take(1, second(0))).toBe(10);
  expect(buckets.take(1, second(4))).toBe(6);
  expect(buckets.take(1, second(10))).toBe(0);
  expect(buckets.take(1, second(10))).toBe(10);
});

test('who waits as long as was said is let through, and leave does not pile up', () => {
  const buckets = new Buckets(2);
  const taken = (at: Date): number => {
    let n = 0;
    while (buckets.take(1, at) === 0) n++;
    return n;
  };
  expect(taken(second(0))).toBe(2);
  const wait = buckets.take(1, second(0));
  expect(taken(second(wait))).toBe(1);
  expect(taken(second(3600))).toBe(2);
});

test('one does not use up the leave of another', () => {
  const buckets = new Buckets(1);
  expect(buckets.take(1, second(0))).toBe(0);
  expect(buckets.take(2, second(0))).toBe(0);
  expect(buckets.take(1, second(0))).toBe(60);
});
