/** What the limits of an indicator are for, as people read it. */
import { expect, test } from 'vitest';
import { indicatorById } from '#warehouse/catalogue/index.ts';
import { indicatorWords } from '#warehouse/indicator-words.ts';

const per = (id: string): string | undefined => {
  const entry = indicatorById(id);
  if (!entry) throw new RangeError(id);
  return indicatorWords(entry).thresholds[0]?.per?.zh;
};

test.each([
  ['IND-12-03', /季/, 'a number in its own period'],
  ['IND-G3-01', /部门.*年/, 'a department in a year, though there are figures of half-years'],
  ['IND-G3-03', /部门.*季/, 'a department in its own period'],
  ['IND-12-01', /分项.*年/, 'each part'],
  ['IND-12-02', /上年/, 'the year before'],
  ['IND-G3-04', /入选/, 'another value']
])('%s says that its limits are for %s', (id, words) => {
  expect(per(id)).toMatch(words);
});

test('limits of a rate, and of what is open on a day, are for the figure itself', () => {
  expect(per('IND-01-03')).toBeUndefined();
  expect(per('IND-01-04')).toBeUndefined();
});
