import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { curveOf, staysOpen, stillOpen, type Spell } from '#warehouse/forecast/survival.ts';

const spell = (days: number, closed: boolean, n = 1, entered = 0): Spell => ({ days, closed, n, entered });

test('by hand: closed after 2, 3 and 5 days, seen open for 3 and 8', () => {
  const curve = curveOf([spell(2, true), spell(3, true), spell(3, false), spell(5, true), spell(8, false)]);
  expect(curve.days).toEqual([2, 3, 5]);
  // 4/5, then 3/4 of that; the one seen for 3 days is at risk on day 3 and gone by day 5: 1/2 of that
  [0.8, 0.6, 0.3].forEach((open, at) => expect(curve.open[at]).toBeCloseTo(open, 12));
  expect(curve.closures).toBe(3);
  expect([0, 1, 2, 4, 5, 100].map((age) => Number(stillOpen(curve, age).toFixed(9)))).toEqual([
    1, 1, 0.8, 0.6, 0.3, 0.3
  ]);
  expect(staysOpen(curve, 2, 1)).toBeCloseTo(0.75, 12);
  expect(staysOpen(curve, 2, 0)).toBe(1);
  // beyond the last closure nothing more is known
  expect(staysOpen(curve, 5, 1000)).toBe(1);
});

test('what came into sight at an age was not at risk before it', () => {
  // Five from the start, two closed on day 1; five more in sight from day 10, one closed on day 11.
  const curve = curveOf([
    spell(1, true, 2),
    spell(20, false, 3),
    spell(11, true, 1, 10),
    spell(20, false, 4, 10)
  ]);
  expect(curve.days).toEqual([1, 11]);
  expect(curve.open[0]).toBeCloseTo(3 / 5, 12);
  expect(curve.open[1]).toBeCloseTo((3 / 5) * (7 / 8), 12);
});

test('closed on the day it began', () => {
  expect(curveOf([spell(0, true, 1), spell(4, false, 3)]).open).toEqual([0.75]);
});

test('nothing known closes nothing; everything closed leaves nothing, and what is older stays', () => {
  expect(staysOpen(curveOf([]), 3, 30)).toBe(1);
  const all = curveOf([spell(4, true, 3)]);
  expect(staysOpen(all, 3, 1)).toBe(0);
  expect(staysOpen(all, 4, 30)).toBe(1);
});

const spells = fc.array(
  fc
    .record({ days: fc.nat(60), closed: fc.boolean(), n: fc.integer({ min: 1, max: 5 }), part: fc.nat(100) })
    .map(({ days, closed, n, part }) => ({
      days,
      closed,
      n,
      entered: part < 70 ? 0 : Math.floor((days * part) / 101)
    })),
  { maxLength: 40 }
);

test('a curve only falls, from 1 to no less than 0, and counts as its definition does', () => {
  fc.assert(
    fc.property(spells, (list) => {
      const curve = curveOf(list);
      let open = 1;
      for (let age = 0; age <= 61; age++) {
        const sum = (of: (one: Spell) => boolean) => list.filter(of).reduce((total, { n }) => total + n, 0);
        const risk = sum((one) => one.days >= age && (one.entered < age || one.entered === 0));
        const done = sum((one) => one.days === age && one.closed);
        if (done > 0) open *= 1 - done / risk;
        expect(stillOpen(curve, age)).toBeCloseTo(open, 9);
        expect(stillOpen(curve, age)).toBeGreaterThanOrEqual(0);
        expect(stillOpen(curve, age + 1)).toBeLessThanOrEqual(stillOpen(curve, age));
      }
    })
  );
});

test('the later the day, the less likely something is still open', () => {
  fc.assert(
    fc.property(spells, fc.nat(60), fc.nat(60), (list, age, ahead) => {
      const curve = curveOf(list);
      const [p, later] = [staysOpen(curve, age, ahead), staysOpen(curve, age, ahead + 1)];
      expect(p).toBeLessThanOrEqual(1);
      expect(later).toBeGreaterThanOrEqual(0);
      expect(later).toBeLessThanOrEqual(p);
    })
  );
});
