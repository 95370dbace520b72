import { expect, test } from 'vitest';
import { indicatorWords } from '#warehouse/indicator-words.ts';
import { catalogue } from '#warehouse/catalogue/index.ts';
import { narrowed } from '../../../dashboard/routes/dictionary/indicators/entries.ts';

const entries = catalogue.map(indicatorWords).map(({ reports, ...one }) => ({
  ...one,
  reports: reports.map((id) => ({ id, words: { zh: id, en: id } })),
  parameters: []
}));
const by = { measure: undefined, strength: undefined, search: undefined };
const ids = (more: object) => narrowed(entries, { ...by, ...more }).map(({ id }) => id);

test('the dictionary is searched by number, name in either language, and report', () => {
  expect(ids({})).toEqual(catalogue.map(({ id }) => id));
  expect(ids({ search: 'ind-07-02' })).toContain('IND-07-02');
  const entry = entries.find(({ id }) => id === 'IND-07-02');
  expect(ids({ search: entry?.words.en.toUpperCase() })).toContain('IND-07-02');
  expect(ids({ search: entry?.words.zh })).toContain('IND-07-02');
  expect(ids({ search: 'R08' })).toContain('IND-G2-04');
  expect(ids({ search: 'no such words at all' })).toEqual([]);
});

test('a measure and a strength narrow it', () => {
  expect(ids({ measure: '7' }).every((id) => id.startsWith('IND-07-'))).toBe(true);
  const encouraged = narrowed(entries, { ...by, strength: 'encourage' });
  expect(encouraged.length).toBeGreaterThan(0);
  expect(encouraged.every(({ strength }) => strength === 'encourage')).toBe(true);
});
