/** How the SQL is written: what may leave the warehouse, and what would mean something else on a second engine. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { catalogue } from '#warehouse/catalogue/index.ts';
import { histogramSql, membersSql, valuesSql } from '#warehouse/compile-indicator.ts';
import { marts, martSql } from '#warehouse/models.ts';

const files = (folder: string) => {
  const at = new URL(`../../warehouse/${folder}/`, import.meta.url);
  return readdirSync(at)
    .filter((name) => name.endsWith('.sql'))
    .map((name) => ({ name: `${folder}/${name}`, sql: readFileSync(new URL(name, at), 'utf8') }));
};
/** Without comments and texts. */
const bare = (sql: string) =>
  sql
    .replaceAll(/--.*/g, '')
    .replaceAll(/'[^']*'/g, "''")
    .toLowerCase();

const questions = files('read');
const models = [...files('models'), ...files('models/marts'), ...files('models/visible'), ...files('checks')];

/** Relations that a query reads: what stands after from and join, but for its own common table expressions. */
function relationsOf(sql: string): string[] {
  const text = bare(sql);
  const own = [...text.matchAll(/(?:with|,)\s*(\w+)\s+as\s*(?:materialized\s*)?\(/g)].map(([, name]) => name);
  const read = [...text.matchAll(/\b(?:from|join)\s+(?:\(\s*values|([\w.]+))/g)].map(
    ([, name]) => name ?? ''
  );
  return read.filter((name) => name !== '' && name !== 'select' && !own.includes(name));
}

test('what a relation is called is found in all its forms', () => {
  expect(
    relationsOf(`with a as (select * from raw.x -- from y
      ), b as (select 1 from a join visible.c($p) on true) select 'from z' from b left join meta.d d on true`)
  ).toEqual(['raw.x', 'visible.c', 'meta.d']);
});

test.each(questions.map(({ name, sql }) => [name, sql]))(
  '%s reads what a scope may see, and no more',
  (_, sql) => {
    const relations = relationsOf(sql);
    expect(relations.length).toBeGreaterThan(0);
    expect(relations.filter((name) => !/^(visible|meta)\.\w+$/.test(name))).toEqual([]);
    for (const [seen] of sql.matchAll(/visible\.\w+\([^)]*\)/g))
      expect(seen).toMatch(/^visible\.\w+\(\$p, \$scope_kind, \$scope_code\)$/);
  }
);

test.each(
  catalogue.flatMap((entry) =>
    entry.values.map((value) => [`${entry.id} ${value.name}`, entry, value] as const)
  )
)('%s: its members come from what a scope may see', (_name, entry, value) => {
  const relations = relationsOf(membersSql(entry, value));
  expect(relations.filter((name) => !/^(visible|meta)\.\w+$/.test(name))).toEqual([]);
  expect(relations.some((name) => name.startsWith('visible.'))).toBe(true);
});

test('a mart builds on what is staged, on meta and on marts before it', () => {
  for (const [i, mart] of marts.entries()) {
    const before = marts.slice(0, i).map((name) => `marts.${name}`);
    const relations = relationsOf(martSql(mart, (name) => `marts.${name}`));
    // The ledger is read as the publications stored it.
    const kept = mart === 'report_due' ? ['indicators.report_line'] : [];
    const odd = relations.filter(
      (name) => !/^(staging|meta)\.\w+$/.test(name) && ![...before, ...kept].includes(name)
    );
    expect(odd, mart).toEqual([]);
  }
});

/** Means something else on ClickHouse without an error (scale-out), or cannot be said on other engines at all. */
const BANNED: Record<string, RegExp> = {
  'median, approximate elsewhere': /\bmedian\s*\(/,
  'quantiles, which differ': /\b(quantile_cont|quantile_disc|percentile_cont|percentile_disc)\s*\(/,
  'lag or lead without a default: 0 elsewhere': /\b(lag|lead)\s*\(\s*[^,()]+(\s*,\s*\d+\s*)?\)/,
  'except, which keeps duplicates elsewhere': /\bexcept\b/,
  pivot: /\b(un)?pivot\b/,
  exclude: /\bexclude\b/,
  'order of rows without order by': /\bfirst\s*\(|\blast\s*\(/
};

test.each(Object.entries(BANNED))('no model uses %s', (_what, banned) => {
  const compiled = catalogue.map((entry) => ({
    name: entry.id,
    sql: `${valuesSql(entry)} ${histogramSql(entry) ?? ''}`
  }));
  const all = [...models, ...questions, ...compiled];
  expect(all.filter(({ sql }) => banned.test(bare(sql))).map(({ name }) => name)).toEqual([]);
});

test('the ban finds what it bans', () => {
  const samples = [
    'median(x)',
    'quantile_cont(x, 0.5)',
    'lag(x) over (order by y)',
    'select 1 except select 2',
    'pivot t on x',
    'select * exclude (a)',
    'first(x)'
  ];
  samples.forEach((sample, i) => expect(sample).toMatch(Object.values(BANNED)[i] as RegExp));
  expect(`lead(k.valid_from, 1, date '9999-12-31') over (order by 1)`).not.toMatch(
    BANNED['lag or lead without a default: 0 elsewhere'] as RegExp
  );
});

test.each([...models, ...questions].map(({ name, sql }) => [name, sql]))(
  '%s is short and says what it is',
  (name, sql) => {
    const lines = sql.trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(80);
    expect(lines[0]).toMatch(/models\/(marts|visible)|^read/.test(name ?? '') ? /^-- grain: / : /^-- \S/);
  }
);
