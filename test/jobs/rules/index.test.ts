import { expect, test } from 'vitest';
import { reportById } from '#ingest/reports/index.ts';
import { goneSql, judgingSql } from '#jobs/rules/compile.ts';
import { ruleById, rules } from '#jobs/rules/index.ts';

test('an id stands once and names its measure', () => {
  for (const { id, measure } of rules) expect(id).toBe(`RULE-${measure.padStart(2, '0')}-${id.slice(-2)}`);
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
});

test('an informing rule reminds and never escalates', () => {
  for (const { id, kind, escalations } of rules)
    if (kind === 'I') expect([id, escalations]).toEqual([id, []]);
});

test('every rule says when an object that vanished is known not to matter', () => {
  for (const rule of rules) {
    if (rule.report !== null) expect(reportById(rule.report)).toBeDefined();
    expect(goneSql(rule)).not.toBeNull();
  }
});

test('publication and day are bound, never written into the SQL', () => {
  for (const rule of rules) expect(judgingSql(rule)).toMatch(/marts\.\w+\(\$p\).*\$day/s);
  expect(() => ruleById('RULE-99-99')).toThrow(/RULE-99-99/);
});
