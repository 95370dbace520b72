/** Limits that an administrator has set. */
import { expect, test } from 'vitest';
import { statusOf } from '#warehouse/assess.ts';
import { catalogueInForce, limitsFrom, limitsText, thresholdKey } from '#warehouse/catalogue/in-force.ts';
import type { Parameter } from '#warehouse/parameters.ts';

const stricter: Parameter = {
  key: thresholdKey('IND-07-02', 'rate'),
  value: '99|97',
  from: '2026-07-01',
  kind: 'default',
  basis: '会商决定（虚构）'
};
const entryOf = (parameters: readonly Parameter[], id = 'IND-07-02') => {
  const entry = catalogueInForce(parameters).find((one) => one.id === id);
  if (!entry) throw new RangeError(id);
  return entry;
};
const colour = (parameters: readonly Parameter[], period_end: string) => {
  const entry = entryOf(parameters);
  const [value] = entry.values;
  if (!value) throw new RangeError('no value');
  return statusOf(entry, value, {
    value: 96,
    small: false,
    is_running: false,
    by: 'city',
    members: 7,
    period_end
  });
};

test('a limit holds from its day on, and what was before is judged by what held before', () => {
  expect(colour([], '2026-09-30')).toBe('green');
  expect(colour([stricter], '2026-09-30')).toBe('red');
  expect(colour([stricter], '2026-06-30')).toBe('green');
  expect(colour([{ ...stricter, value: '99|90' }], '2026-09-30')).toBe('amber');
});

test('other indicators, and the entry itself, stay as they are', () => {
  const before = entryOf([], 'IND-07-04');
  expect(entryOf([stricter], 'IND-07-04')).toBe(before);
  expect(entryOf([]).thresholds).toHaveLength(1);
});

test('limits are written and read as one text', () => {
  for (const limits of [
    { green: 95, amber: 85 },
    { green: 0, amber: 2.5 },
    { green: 30, amber: Number.POSITIVE_INFINITY }
  ])
    expect(limitsFrom(limitsText(limits))).toEqual(limits);
  for (const text of ['95', '95|', '95|x', '95|85|1', ''])
    expect(() => limitsFrom(text), text).toThrow(RangeError);
});
