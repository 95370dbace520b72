import { expect, test } from 'vitest';
import { reports } from '#ingest/reports/index.ts';
import { exampleRow, violations } from './typed-table.ts';
import { holding, violating } from './violating.ts';

const each = reports.map((report) => [report.id, report] as const);

test('check ids are unique, named by their report, and speak of its columns', () => {
  const ids = reports.flatMap((report) => report.checks.map((check) => check.id));
  expect(new Set(ids).size).toBe(ids.length);
  for (const report of reports) {
    const fields = report.columns.map((column) => column.field);
    for (const check of report.checks) {
      expect(check.id).toMatch(new RegExp(`^${report.id}\\.[a-z_]+$`));
      for (const field of check.fields) {
        expect(fields).toContain(field);
        expect(check.holds, check.id).toContain(field);
      }
    }
  }
});

test('a check names the columns that it reads, no more and no fewer', () => {
  for (const report of reports)
    for (const check of report.checks) {
      const words = new Set(check.holds.replace(/'[^']*'/g, '').match(/[a-z_]+/g));
      const read = report.columns.map((column) => column.field).filter((field) => words.has(field));
      expect([...read].sort(), check.id).toEqual([...check.fields].sort());
    }
});

test('a check speaks both languages', () => {
  for (const { says, remedy, id } of reports.flatMap((report) => report.checks)) {
    for (const text of [says.zh, remedy.zh]) expect(text, id).toMatch(/[\u3400-\u9fff].*。$/);
    for (const text of [says.en, remedy.en]) {
      expect(text, id).toMatch(/[.!]$/);
      expect(text, id).not.toMatch(/[\u3400-\u9fff]/);
    }
  }
});

test.each(each)('%s: the checks compile over an empty typed table', async (_id, report) => {
  expect(await violations(report, [])).toEqual([]);
});

test.each(each)('%s: the example and every lawful change of it pass all checks', async (id, report) => {
  const rows = [{}, ...(holding[id] ?? [])].map((change) => ({ ...exampleRow(report), ...change }));
  expect(await violations(report, rows)).toEqual(rows.map(() => []));
  expect(rows.length).toBeGreaterThan(1);
});

test.each(each)('%s: each check can fail', async (_id, report) => {
  const cases = report.checks.flatMap(({ id }) => (violating[id] ?? []).map((change) => ({ id, change })));
  const found = await violations(
    report,
    cases.map(({ change }) => ({ ...exampleRow(report), ...change }))
  );
  const missed = cases.filter(({ id }, at) => !found[at]?.includes(id));
  expect(missed).toEqual([]);
  expect(report.checks.filter(({ id }) => !violating[id]?.length).map(({ id }) => id)).toEqual([]);
});

const absence = ['R01.rules_given', 'R07.trustee_named', 'R10.one_organiser', 'R12.one_organiser'];

test.each(each)('%s: an empty row breaks no check but those on absence alone', async (_id, report) => {
  const [found] = await violations(report, [{}]);
  expect(found?.filter((id) => !absence.includes(id))).toEqual([]);
});

test('every violating row belongs to a check', () => {
  const ids = reports.flatMap((report) => report.checks.map((check) => check.id));
  expect(Object.keys(violating).filter((id) => !ids.includes(id))).toEqual([]);
});
