import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { countOf, quantile } from '#warehouse/forecast/poisson-binomial.ts';

const chance = fc.oneof(fc.constant(0), fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true }));

test('by hand: 1/2 and 1/4', () => {
  const { from, mass } = countOf([0.5, 0.25]);
  expect(from).toBe(0);
  expect([...mass]).toEqual([0.375, 0.5, 0.125]);
  expect([0.1, 0.375, 0.5, 0.9, 1].map((share) => quantile({ from, mass }, share))).toEqual([0, 0, 1, 2, 2]);
});

test('what is certain shifts, what is impossible adds nothing', () => {
  expect(countOf([1, 0, 1, 0.5, 0])).toEqual({ from: 2, mass: new Float64Array([0.5, 0.5]) });
  expect(quantile(countOf([]), 0.9)).toBe(0);
});

test('equals the sum over all outcomes', () => {
  fc.assert(
    fc.property(fc.array(chance, { maxLength: 10 }), (list) => {
      const slow = Array.from({ length: list.length + 1 }, () => 0);
      for (let outcome = 0; outcome < 2 ** list.length; outcome++) {
        let [p, k] = [1, 0];
        list.forEach((each, at) => {
          const happens = ((outcome >> at) & 1) === 1;
          p *= happens ? each : 1 - each;
          if (happens) k++;
        });
        slow[k] = (slow[k] ?? 0) + p;
      }
      const fast = countOf(list);
      slow.forEach((p, k) => expect(fast.mass[k - fast.from] ?? 0).toBeCloseTo(p, 10));
    })
  );
});

test('quantiles rise with the share and lie between 0 and n', () => {
  fc.assert(
    fc.property(fc.array(chance, { maxLength: 200 }), (list) => {
      const count = countOf(list);
      const [low, middle, high] = [0.1, 0.5, 0.9].map((share) => quantile(count, share)) as [
        number,
        number,
        number
      ];
      expect(0 <= low && low <= middle && middle <= high && high <= list.length).toBe(true);
    })
  );
});

test('of 40,000 the tails are left out and nothing that counts', () => {
  const count = countOf(Array.from({ length: 40_000 }, (_, at) => 0.2 + 0.6 * ((at % 7) / 6)));
  expect(count.mass.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
  expect(count.mass.length).toBeLessThan(3000);
  expect(quantile(count, 0.5)).toBeGreaterThan(19_990);
  expect(quantile(count, 0.5)).toBeLessThan(20_010);
});
