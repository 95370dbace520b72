import { afterEach, beforeEach, expect, test } from 'vitest';
import { CITY, type Scope } from '#warehouse/scope.ts';
import { alertCounts, alertsAsOf, type AlertFilter } from '#jobs/alerts.ts';
import type { Day } from '#warehouse/calendar.ts';
import { HOSPITAL, institution, rectification, SCHOOL, SmallCity } from './small-city.ts';

let city: SmallCity;
beforeEach(async () => {
  city = await SmallCity.open();
});
afterEach(() => city.close());

const alerts = (day: Day, filter: AlertFilter = {}, scope: Scope = CITY) =>
  alertsAsOf(city, scope, day, { rule: 'RULE-G2-02', ...filter });
const ids = (day: Day, filter: AlertFilter = {}, scope: Scope = CITY) =>
  alerts(day, filter, scope).rows.map((row) => row.object_id);

async function history(): Promise<void> {
  await city.publish('2026-09-01', [
    institution(HOSPITAL),
    institution(SCHOOL),
    rectification('RC-1'),
    rectification('RC-2', { institution_uscc: SCHOOL, due_date: '2026-10-20' })
  ]);
  for (const day of ['2026-10-10', '2026-10-21', '2026-10-26']) await city.evaluate(day);
  await city.publish('2026-11-02', [
    institution(HOSPITAL, { institution_name: '虚构中心医院' }),
    rectification('RC-1', { rect_status: 'submitted', report_submitted_date: '2026-11-02' })
  ]);
  await city.evaluate('2026-11-02');
}

test('a past day shows what was open and how grave it was then', async () => {
  await history();
  const then = (day: Day) => alerts(day).rows.map((row) => [row.object_id, row.severity, row.closed_day]);
  expect(then('2026-10-09')).toEqual([]);
  expect(then('2026-10-15')).toEqual([['RC-1', 'medium', null]]);
  expect(then('2026-10-30')).toEqual([
    ['RC-1', 'high', null],
    ['RC-2', 'medium', null]
  ]);
  expect(then('2026-11-02')).toEqual([['RC-2', 'medium', null]]);
  expect(ids('2026-11-02', { state: 'closed' })).toEqual(['RC-1']);
  expect(alerts('2026-11-02', { state: 'closed' }).rows[0]?.closed_day).toBe('2026-11-02');
  expect(ids('2026-10-30', { state: 'closed' })).toEqual([]);
  expect(ids('2026-10-30', { state: 'all' })).toEqual(['RC-1', 'RC-2']);
});

test('names and day counts in the text are those of the day, in both languages', async () => {
  await history();
  const early = alerts('2026-10-15').rows[0]!;
  expect(early.institution_name).toBe('虚构第一医院');
  for (const text of [early.text.zh, early.text.en]) {
    expect(text).toContain('虚构第一医院');
    expect(text).toContain('RC-1');
    expect(text).toContain('2026-10-09');
    expect(text).toMatch(/\b6\b/);
    expect(text).toContain(early.act_by!);
  }
  expect(alerts('2026-10-30').rows[0]?.text.zh).toMatch(/\b21\b/);
  // It closed on 2 November, 24 days past due, and that does not grow.
  expect(alerts('2026-12-01', { state: 'closed' }).rows[0]?.text.zh).toMatch(/\b24\b/);
});

test('a scope sees its own: department, institution, nothing for an unknown one', async () => {
  await history();
  const day = '2026-10-30';
  expect(ids(day, {}, { kind: 'department', code: 'health_commission' })).toEqual(['RC-1']);
  expect(ids(day, {}, { kind: 'institution', code: SCHOOL })).toEqual(['RC-2']);
  expect(ids(day, { institution: HOSPITAL }, { kind: 'institution', code: SCHOOL })).toEqual([]);
  expect(ids(day, {}, { kind: 'department', code: '' })).toEqual([]);
  expect(ids(day, {}, { kind: 'everything' } as unknown as Scope)).toEqual([]);
  const n = (scope: Scope) => alertCounts(city.control, scope, day).reduce((sum, each) => sum + each.n, 0);
  expect(n({ kind: 'department', code: 'health_commission' })).toBeLessThan(n(CITY));
  expect(n({ kind: 'everything' } as unknown as Scope)).toBe(0);
});

test('filters and pages', async () => {
  await history();
  const day = '2026-10-30';
  expect(ids(day, { severity: 'high' })).toEqual(['RC-1']);
  expect(ids(day, { department: 'education_bureau' })).toEqual(['RC-2']);
  expect(ids(day, { rule: 'RULE-G2-03' })).toEqual([]);
  expect(alerts(day, { page: 2, page_size: 1 })).toMatchObject({
    total: 2,
    page: 2,
    rows: [{ object_id: 'RC-2' }]
  });
  expect(alertCounts(city.control, CITY, day).filter((each) => each.rule === 'RULE-G2-02')).toEqual([
    { rule: 'RULE-G2-02', severity: 'high', institution_uscc: HOSPITAL, n: 1 },
    { rule: 'RULE-G2-02', severity: 'medium', institution_uscc: SCHOOL, n: 1 }
  ]);
});

test('ten thousand episodes are opened, looked at again and listed without a wait', async () => {
  const rows = Array.from({ length: 10_000 }, (_, i) => `('RC-${i}', '${i % 2 ? HOSPITAL : SCHOOL}')`);
  await city.publish('2026-09-01', [institution(HOSPITAL), institution(SCHOOL)]);
  await city.engine.write((tx) =>
    tx.run(`insert into staging.rectifications by name
      select k as record_key, k as rectification_id, u as institution_uscc, date '2026-09-01' as issued_date,
        date '2026-10-09' as due_date, 'open' as rect_status, false as is_major, 1 as published_in,
        2147483647 as superseded_in, 1 as submission_id, 1 as sheet_no, 1 as row_no
      from (values ${rows.join(', ')}) t(k, u)`)
  );
  const clock = async (work: () => unknown) => {
    const start = performance.now();
    await work();
    return performance.now() - start;
  };
  const took = {
    open: await clock(() => city.evaluate('2026-10-12')),
    again: await clock(() => city.evaluate('2026-10-13')),
    list: await clock(() => expect(alerts('2026-10-13').total).toBe(10_000)),
    past: await clock(() => alerts('2026-10-12', { page: 100 })),
    counts: await clock(() => alertCounts(city.control, CITY, '2026-10-13'))
  };
  // Far above what it takes, so that a busy machine passes and a scan per row does not.
  expect(took.open).toBeLessThan(10_000);
  expect(took.again).toBeLessThan(5_000);
  for (const ms of [took.list, took.past, took.counts]) expect(ms).toBeLessThan(1_000);
});
