/** Values, bounds, colours and quantiles, against what a person would count. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { limitsOn, quantileOf, statusOf, thresholdOn, valueOf } from '#warehouse/assess.ts';
import type { Indicator, NamedValue } from '#warehouse/catalogue/declare.ts';
import { catalogue, indicatorById } from '#warehouse/catalogue/index.ts';
import { quantile } from './oracle.ts';

const entry = (id: string): Indicator => {
  const found = indicatorById(id);
  if (!found) throw new RangeError(id);
  return found;
};
const named = ({ values }: Indicator, name: string): NamedValue => {
  const found = values.find((value) => value.name === name);
  if (!found) throw new RangeError(name);
  return found;
};
const assess = (id: string, numerator: number, denominator: number | null, missing = 0) => {
  const indicator = entry(id);
  return valueOf(indicator, indicator.values[0] as NamedValue, { numerator, denominator, missing });
};

test('a rate is a percentage; without a denominator nothing can be said', () => {
  expect(assess('IND-G2-01', 19, 20)).toEqual({ value: 95, low: null, high: null });
  expect(assess('IND-G2-01', 0, 0)).toEqual({ value: null, low: null, high: null });
  expect(assess('IND-G2-05', 3, null)).toEqual({ value: 3, low: null, high: null });
  expect(assess('IND-G2-05', 0, null)).toEqual({ value: 0, low: null, high: null });
});

test('bounds: what is missing goes all one way or all the other', () => {
  // of 10 rectifications 6 passed, 3 are handed in and not yet judged
  expect(assess('IND-G2-04', 6, 10, 3)).toEqual({ value: 60, low: 60, high: 90 });
  // 60 of 100 researchers trained, an institution of 20 has not reported
  expect(assess('IND-04-01', 60, 100, 20)).toEqual({ value: 60, low: 50, high: (100 * 80) / 120 });
  expect(assess('IND-04-01', 0, 0, 20)).toEqual({ value: null, low: 0, high: 100 });
  // rejected rows may be anything: no bounds
  expect(assess('IND-07-02', 9, 10, 2)).toEqual({ value: 90, low: null, high: null });
  // nothing missing, nothing uncertain
  expect(assess('IND-04-01', 60, 100, 0)).toEqual({ value: 60, low: null, high: null });
});

test('every way that the missing units could have gone lies between the bounds', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('IND-02-01', 'IND-04-01', 'IND-G2-04'),
      fc.nat(50),
      fc.nat(50),
      fc.integer({ min: 1, max: 20 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (id, numerator, others, missing, part) => {
        const inside = entry(id).missing.kind === 'rows';
        const denominator = numerator + others + (inside ? missing : 0);
        const { value, low, high } = assess(id, numerator, denominator, missing);
        const whole = numerator + others + missing;
        const would = (100 * (numerator + Math.round(part * missing))) / whole;
        expect(low).toBeLessThanOrEqual(would + 1e-9);
        expect(high).toBeGreaterThanOrEqual(would - 1e-9);
        if (value !== null && inside) expect(value).toBeGreaterThanOrEqual((low ?? 0) - 1e-9);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(100 + 1e-9);
      }
    )
  );
});

/** A figure of the city, of a period that is over. */
const OVER = { small: false, is_running: false, by: 'city', members: 7 } as const;
const Q4 = '2026-12-31';
type Colours = Partial<Record<string, readonly number[]>>;
test.each<[string, string, string, Colours]>([
  ['IND-02-01', 'rate', Q4, { green: [100], amber: [99.9, 90], red: [89.9, 0] }],
  ['IND-02-03', 'rate', Q4, { green: [100], amber: [99.9, 90], red: [89.9] }],
  ['IND-04-01', 'rate', '2026-03-31', { green: [25], amber: [24.9, 19.5], red: [19.4] }],
  ['IND-04-01', 'rate', '2026-06-30', { green: [50], amber: [49.9, 38.9], red: [38.8] }],
  ['IND-04-01', 'rate', '2026-09-30', { green: [75], amber: [74.9, 58.4], red: [58.3] }],
  ['IND-04-01', 'rate', Q4, { green: [90], amber: [89.9, 70], red: [69.9] }],
  ['IND-07-02', 'rate', Q4, { green: [100, 95], amber: [94.9, 85], red: [84.9] }],
  ['IND-07-03', 'median', Q4, { green: [0, 20], amber: [20.5, 30], red: [30.5] }],
  ['IND-07-03', 'p90', Q4, { green: [30], amber: [30.1, 300], red: [] }],
  ['IND-07-04', 'count', Q4, { green: [0], amber: [1, 2], red: [3] }],
  ['IND-09-04', 'overdue', Q4, { green: [0], amber: [1], red: [2] }],
  ['IND-G2-01', 'rate', Q4, { green: [95], amber: [94.9, 85], red: [84.9] }],
  ['IND-G2-04', 'rate', Q4, { green: [95], amber: [94.9, 80], red: [79.9] }],
  ['IND-G2-05', 'count', Q4, { green: [0], amber: [1, 2], red: [3] }]
])('%s %s on %s changes colour where the table says', (id, name, period_end, colours) => {
  const indicator = entry(id);
  for (const [colour, list] of Object.entries(colours))
    for (const value of list ?? [])
      expect(statusOf(indicator, named(indicator, name), { ...OVER, value, period_end }), String(value)).toBe(
        colour
      );
});

test('a limit that is reached exactly is met, whatever binary fractions make of it', () => {
  const indicator = entry('IND-04-01');
  for (const [end, part] of [
    ['2026-03-31', 25],
    ['2026-06-30', 50],
    ['2026-09-30', 75],
    [Q4, 90]
  ] as const)
    for (const whole of [60, 100, 140, 620])
      expect(
        statusOf(indicator, named(indicator, 'rate'), {
          ...OVER,
          value: (100 * ((whole * part) / 100)) / whole,
          period_end: end
        })
      ).toBe('green');
});

test('what is due within its period is not missed before its day', () => {
  const indicator = entry('IND-05-03');
  const rate = named(indicator, 'rate');
  const on = (at_date: string, value: number) =>
    statusOf(indicator, rate, { ...OVER, is_running: at_date < Q4, value, period_end: Q4, at_date });
  expect(on('2026-11-24', 0)).toBe('none');
  expect(on('2026-12-15', 90)).toBe('none');
  expect(on('2026-11-24', 95)).toBe('green');
  expect(on('2026-12-16', 90)).toBe('amber');
  expect(on('2026-12-16', 0)).toBe('red');
  expect(on(Q4, 0)).toBe('red');
});

test('what is unknown, small, neutral or before its threshold has no colour; what is encouraged is never red', () => {
  const indicator = entry('IND-07-02');
  const rate = named(indicator, 'rate');
  const at = { ...OVER, value: 50, period_end: Q4 };
  expect(statusOf(indicator, rate, at)).toBe('red');
  expect(statusOf(indicator, rate, { ...at, value: null })).toBe('none');
  expect(statusOf(indicator, rate, { ...at, small: true })).toBe('none');
  expect(statusOf(indicator, rate, { ...at, period_end: '2023-11-30' })).toBe('none');
  expect(statusOf({ ...indicator, strength: 'encourage' }, rate, at)).toBe('info');
  const cases = entry('IND-09-04');
  expect(statusOf(cases, named(cases, 'open'), { ...at, value: 99 })).toBe('none');
});

test('a number summed over time is held to its limits as often as its period holds theirs', () => {
  const monthly: Indicator = {
    ...entry('IND-G2-05'),
    direction: 'up',
    over_time: 'sum',
    thresholds: [{ name: 'count', green: 12, amber: 4, from: '2023-12-01', basis: 'D', in: 'quarter' }]
  };
  const count = named(monthly, 'count');
  const at = (value: number, months: number) =>
    statusOf(monthly, count, { ...OVER, value, period_end: Q4, months });
  // of a year four times the limits of a quarter
  expect([47, 48, 15, 16].map((value) => at(value, 12))).toEqual(['amber', 'green', 'red', 'amber']);
  expect([11, 12].map((value) => at(value, 3))).toEqual(['amber', 'green']);
  // a month need not reach what a quarter is to reach
  expect([0, 12].map((value) => at(value, 1))).toEqual(['none', 'none']);
  const last: Indicator = { ...monthly, over_time: 'last', direction: 'down' };
  expect(statusOf(last, count, { ...OVER, value: 20, period_end: Q4, months: 12 })).toBe('red');
});

test('a department is held to its limits, the city to as many times that as there are members', () => {
  const each: Indicator = {
    ...entry('IND-G2-05'),
    direction: 'up',
    over_time: 'last',
    thresholds: [{ name: 'count', green: 2, amber: 1, from: '2023-12-01', basis: 'D', per: 'department' }]
  };
  const at = (value: number, by: 'city' | 'department' | 'institution', more = {}) =>
    statusOf(each, named(each, 'count'), { ...OVER, value, period_end: Q4, by, ...more });
  expect([0, 1, 2].map((value) => at(value, 'department'))).toEqual(['red', 'amber', 'green']);
  expect([6, 13, 14].map((value) => at(value, 'city'))).toEqual(['red', 'amber', 'green']);
  expect(at(2, 'institution')).toBe('none');
  // what is not known may be what is wanting
  const unknown: Indicator = { ...each, missing: { ...entry('IND-G2-04').missing } };
  expect(statusOf(unknown, named(unknown, 'count'), { ...OVER, value: 0, period_end: Q4, missing: 1 })).toBe(
    'none'
  );
  expect(statusOf(unknown, named(unknown, 'count'), { ...OVER, value: 0, period_end: Q4, missing: 0 })).toBe(
    'red'
  );
});

test('the threshold of a day is the newest that holds on it', () => {
  const indicator = entry('IND-07-02');
  const [first] = indicator.thresholds;
  if (!first) throw new RangeError('no threshold');
  const later = { ...first, green: 98, from: '2026-07-01' };
  const changed = { ...indicator, thresholds: [later, first] };
  expect(thresholdOn(changed, 'rate', '2026-06-30')?.green).toBe(95);
  expect(thresholdOn(changed, 'rate', '2026-07-01')?.green).toBe(98);
  expect(limitsOn(later, '2026-07-31')).toEqual({ green: 98, amber: 85 });
});

test('every named value that is judged has a threshold since the Measures came into force', () => {
  for (const indicator of catalogue)
    for (const { name, neutral } of indicator.values)
      if (!neutral && indicator.direction !== 'neutral')
        expect(thresholdOn(indicator, name, '2023-12-01'), `${indicator.id} ${name}`).toBeDefined();
});

test('a quantile of a histogram is that of the list', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(120), { maxLength: 40 }), fc.constantFrom(0, 0.1, 0.5, 0.9, 1), (list, q) => {
      const histogram = [...Map.groupBy(list, (days) => days)].map(([days, all]) => ({
        days,
        n: all.length
      }));
      const found = quantileOf(histogram, q);
      const expected = quantile(list, q);
      if (expected === null) expect(found).toBeNull();
      else expect(found).toBeCloseTo(expected, 9);
    })
  );
  expect(
    quantileOf(
      [
        { days: 3, n: 1 },
        { days: 1, n: 1 }
      ],
      0.5
    )
  ).toBe(2);
  expect(quantileOf([], 0.9)).toBeNull();
});
