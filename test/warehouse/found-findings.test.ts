/** Findings sought across files: which, in which order, by whom. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reconcile } from '#jobs/replay.ts';
import type { AskFound, FoundFinding } from '#warehouse/found-findings.ts';
import { CITY, type Scope } from '#warehouse/scope.ts';
import { committeeOf, uscc, type Texts } from './filled-in.ts';
import { institution, SmallCity } from './small-city.ts';

const DAY = '2026-09-01';
const [A, B, C] = [uscc(1), uscc(2), uscc(3)];
const review = (n: number, code: string, more: Texts = {}): Texts => ({
  review_id: `R-${n}`,
  committee_id: committeeOf(code),
  decision: '待批复',
  ...more
});

let city: SmallCity;
let files: number[];
beforeAll(async () => {
  city = await SmallCity.open();
  const more = { supervising_dept: 'health_commission' };
  files = [
    await city.handIn('R01', [{ institution_uscc: A, ...more }, { institution_uscc: B }], { day: DAY }),
    await city.handIn('R02', [{ institution_uscc: A }, { institution_uscc: B }], { day: DAY }),
    // Of two institutions, by the city; a row of a committee that nobody knows; another of its own period.
    await city.handIn(
      'R04',
      [review(1, A), review(2, B, { report_period: '2026年6月' }), review(3, C), review(4, A)],
      { day: DAY }
    ),
    await city.handIn('R04', [review(5, A), review(6, B)], { day: DAY, authority: institution(A) })
  ];
  await city.publish(DAY);
});
afterAll(() => city.close());

async function found(ask: AskFound = {}, scope: Scope = CITY, asof?: string): Promise<FoundFinding[]> {
  const reader = await city.reader(scope, asof);
  const all: FoundFinding[] = [];
  let after: string | undefined;
  let total: number | null = null;
  for (;;) {
    const page = await reader.foundFindings({ ...ask, page_size: 2, ...(after && { after }) });
    all.push(...page.rows);
    total = page.total;
    if (page.next === null) break;
    after = page.next;
  }
  expect(total, JSON.stringify(ask)).toBe(all.length);
  return all;
}
const rows = (some: readonly FoundFinding[]) => [
  ...new Set(some.map(({ submission_id, row_no }) => `${files.indexOf(submission_id)}:${row_no}`))
];

test('every finding once, newest file first, each as in its file', async () => {
  const all = await found();
  expect(new Set(all.map((row) => JSON.stringify(row))).size).toBe(all.length);
  const reader = await city.reader();
  for (const id of files) {
    const own = await reader.findings(id, { page_size: 1000 });
    const here = all.filter(({ submission_id }) => submission_id === id);
    expect(here).toHaveLength(own.total);
    expect(Object.keys(here[0] ?? {})).not.toContain('depts');
    for (const finding of own.rows) expect(here).toContainEqual(expect.objectContaining(finding));
  }
  expect(all.map(({ submission_id }) => submission_id)).toEqual(
    all.map(({ submission_id }) => submission_id).sort((a, b) => b - a)
  );
  expect(all[0]).toMatchObject({
    file_name: 'R04_2026-09-01.csv',
    report: 'R04',
    report_words: { zh: '伦理审查台账' }
  });
});

test('narrowed by report, rule, level, institution, period, file and text', async () => {
  const all = await found();
  for (const [ask, keeps] of [
    [{ report: 'R04' }, (row) => row.report === 'R04'],
    [{ level: 'reject' }, (row) => row.level === 'reject'],
    [{ check: 'code' }, (row) => row.check_id === 'code'],
    [{ institution: A }, (row) => row.institution_uscc === A],
    [{ period: '2026-06' }, (row) => row.report_period === '2026-06'],
    [{ file: 'R04_' }, (row) => row.file_name.startsWith('R04_')],
    [{ search: '待批' }, (row) => (row.value ?? '').includes('待批') || row.says.zh.includes('待批')],
    [
      { search: 'DECISION', report: 'R04', level: 'reject' },
      (row) => row.field === 'decision' && row.level === 'reject'
    ]
  ] satisfies [AskFound, (row: FoundFinding) => boolean][]) {
    const some = await found(ask);
    expect(some.length, JSON.stringify(ask)).toBeGreaterThan(0);
    expect(some, JSON.stringify(ask)).toEqual(all.filter(keeps));
  }
  expect(await found({ search: '%' })).toEqual([]);
  expect(await found({ file: '_R04' })).toEqual([]);
});

test('whose a row is is found by its committee, and of which period by what it says', async () => {
  const all = await found({ report: 'R04', check: 'code' });
  const by = (n: number) =>
    all.find(({ submission_id, row_no }) => submission_id === files[2] && row_no === n);
  expect(by(2)).toMatchObject({ institution_uscc: A, report_period: '2026-08' });
  expect(by(3)).toMatchObject({ institution_uscc: B, report_period: '2026-06' });
  expect(by(4)).toMatchObject({ institution_uscc: null, institution_name: null });
  expect(by(2)?.institution_name).toMatch(/虚构/);
});

test('a scope sees all of its own file, and of others’ files the rows of its own', async () => {
  expect(rows(await found({ check: 'code' }, institution(A)))).toEqual(['3:2', '3:3', '2:2', '2:5']);
  expect(rows(await found({ check: 'code' }, institution(B)))).toEqual(['3:3', '2:3']);
  expect(rows(await found({ check: 'code' }, { kind: 'department', code: 'health_commission' }))).toEqual([
    '3:2',
    '2:2',
    '2:5'
  ]);
  expect(await found({ institution: A }, institution(B))).toEqual([]);
  expect(await found({}, institution(C))).toEqual([]);
});

test('a personal number in a cell is not shown whole', async () => {
  const id = await city.handIn('R04', [review(20, A, { applied_at: '13800138000 申请' })], {
    day: '2026-09-02'
  });
  await city.publish('2026-09-02');
  const [row] = (await found({ report: 'R04' })).filter(
    ({ submission_id, field }) => submission_id === id && field === 'applied_at'
  );
  expect(row?.value).toMatch(/^13/);
  expect(JSON.stringify(row)).not.toContain('13800138000');
});

test('what came later is not known on a day before, what was withdrawn is sought no more', async () => {
  expect(
    (await found({}, CITY, '2026-09-01')).some(({ submission_id }) => submission_id > (files[3] ?? 0))
  ).toBe(false);
  const before = await found({}, CITY, '2026-09-01');
  await city.withdraw('2026-09-03', [files[3] ?? 0]);
  expect((await found()).some(({ submission_id }) => submission_id === files[3])).toBe(false);
  expect(await found({}, CITY, '2026-09-01')).toEqual(before);
});

test('they come back with a warehouse made anew', async () => {
  const before = await found();
  rmSync(join(city.warehouse.folders.kept, '../warehouse.duckdb'));
  city = await city.reopened();
  await reconcile(city.warehouse);
  expect(await found()).toEqual(before);
});
