/** What every indicator is computed from, read off the models and entries, both ways. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { catalogue } from '#warehouse/catalogue/index.ts';
import { Engine } from '#warehouse/engine.ts';
import { columnUsed } from '#warehouse/lineage-words.ts';
import { lineage, type LineageRow } from '#warehouse/lineage.ts';
import { defaultParameters } from '#warehouse/parameters.ts';
import { parameterWords } from '#warehouse/parameter-words.ts';
import { untouched } from './lineage-untouched.ts';

let engine: Engine;
let rows: LineageRow[];

beforeAll(async () => {
  engine = await Engine.open({ file: ':memory:', memory_limit: '1GB', threads: 1 });
  rows = await lineage(engine);
});
afterAll(() => engine.close());

const of = (id: string): LineageRow => {
  const found = rows.find(({ indicator }) => indicator === id);
  if (!found) throw new RangeError(id);
  return found;
};
const dependants = (report: string, field: string): string[] =>
  rows
    .filter(({ columns }) => columns.some((one) => one.report === report && one.field === field))
    .map(({ indicator }) => indicator);

test('every indicator has its lineage', () => {
  expect(rows.map(({ indicator }) => indicator)).toEqual(catalogue.map(({ id }) => id));
});

test.each(catalogue.map((entry) => [entry.id, entry] as const))(
  '%s is computed from columns of the reports it names',
  (id, { reports }) => {
    const touched = new Set(of(id).columns.map(({ report }) => report));
    const without = reports.filter((report) => !touched.has(report));
    // A reason that is none any more is not to be kept either.
    expect(without.toSorted()).toEqual(Object.keys(untouched[id] ?? {}).toSorted());
    // Without any column is only what is known from the system's own ledgers.
    expect(of(id).columns.length > 0).toBe(without.length < reports.length);
    for (const { report, field } of of(id).columns)
      expect(columnUsed(report, field).field_words.zh).toBeTruthy();
  }
);

test('the day on which a review was accepted decides when its decision is due, and so the rate of those in time', () => {
  expect(of('IND-07-02').columns).toContainEqual({ report: 'R04', field: 'accepted_at' });
  expect(of('IND-07-02').parameters).toContain('decision_days');
  expect(dependants('R04', 'accepted_at')).toEqual(expect.arrayContaining(['IND-07-02', 'IND-07-03']));
  // Who sits on a committee does not depend on what it was asked.
  expect(dependants('R04', 'accepted_at')).not.toContain('IND-02-04');
});

test('a key is followed to the columns that make it up', () => {
  expect(of('IND-07-02').columns).toContainEqual({ report: 'R04', field: 'review_id' });
});

test('a column that no report has is refused by its name', () => {
  expect(() => columnUsed('R04', 'accepted_on')).toThrow('accepted_on');
  expect(() => columnUsed('R99', 'accepted_at')).toThrow('R99');
});

test('every parameter is named for people', () => {
  for (const { key } of defaultParameters) expect(parameterWords(key).zh, key).toMatch(/[\u4e00-\u9fff]/);
});
