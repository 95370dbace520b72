import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { isDemo, prepareDemo, type Progress } from '#jobs/prepare-demo.ts';
import { recover } from '#jobs/recover.ts';
import { runningApp } from '#jobs/running-app.ts';
import { CITY } from '#warehouse/scope.ts';
import { controlContents, differences, warehouseContents } from './contents.ts';
import { DataFolder } from './data-folder.ts';
import { institutionsCsv } from './report-csv.ts';

const MONTHS = 2;
const never = new AbortController().signal;
const prepare = (folder: DataFolder, ending = never, progress: (now: Progress) => void = () => undefined) =>
  prepareDemo(folder.world, ending, progress, MONTHS);

/** Prepared without a break; 2026-11-20 is a Friday. */
let whole: DataFolder;
const steps: Progress[] = [];
beforeAll(async () => {
  whole = await DataFolder.open();
  await prepare(whole, never, (now) => steps.push(now));
}, 300_000);
afterAll(() => whole.remove());

let other: DataFolder | undefined;
afterEach(async () => {
  await other?.remove();
  other = undefined;
});

test('every day is published on which files came, the ends of months and the last day', async () => {
  const { control } = whole.warehouse;
  const arrivals = control.all<{ day: string }>(
    'select distinct received_day as day from submission order by day'
  );
  const published = control.all<{ day: string; published_at: string }>(
    'select day, published_at from publication'
  );
  const days = published.map(({ day }) => day);
  expect(days).toEqual(expect.arrayContaining(arrivals.map(({ day }) => day)));
  expect(days).toEqual(expect.arrayContaining(['2026-10-31', '2026-11-20']));
  expect(new Set(days).size).toBe(days.length);
  expect(published[0]?.published_at).toBe(`${days[0]}T12:00:00.000Z`);
  // It is three in the afternoon of the last day.
  expect(published.at(-1)).toEqual({ day: '2026-11-20', published_at: '2026-11-20T07:00:00.000Z' });
  expect(control.all(`select 1 from submission where received_at > '2026-11-20T07:00:00.000Z'`)).toEqual([]);
  expect(steps.at(-1)).toMatchObject({ day: '2026-11-20', part: 1 });
  expect(steps.every(({ part }, i) => part >= (steps[i - 1]?.part ?? 0) && part <= 1)).toBe(true);
});

test('a past day shows what was known then', async () => {
  const app = runningApp(whole.world, whole.jobs);
  const past = await app.reader(CITY, '2026-10-15');
  expect(past.moment).toMatchObject({ day: '2026-10-15', is_past: true });
  const known = await past.submissions({ page_size: 1 });
  const now = await (await app.reader(CITY)).submissions({ page_size: 1 });
  expect(known.total).toBeGreaterThan(0);
  expect(now.total).toBeGreaterThan(known.total);
  expect(app.health()).toMatchObject({ demo: true, last_failure: null });
});

test('mails of the past lie in the outbox, and the next digest tells only what is new', async () => {
  const { control } = whole.warehouse;
  const mails = control.all<{ day: string; state: string; sent_at: string }>(
    'select day, state, sent_at from delivery'
  );
  expect(mails.length).toBeGreaterThan(0);
  expect(new Set(mails.map(({ day, state }) => `${day} ${state}`))).toEqual(new Set(['2026-11-19 written']));
  expect(readdirSync(join(whole.path, 'outbox')).filter((name) => name.endsWith('.eml'))).toHaveLength(
    mails.length
  );
  const covered = control.all<{ through_event: number }>('select through_event from digest');
  expect(covered.every(({ through_event }) => through_event > 0)).toBe(true);
});

test('a preparation that is broken off goes on where it stopped, to the same end', async () => {
  other = await DataFolder.open();
  for (const share of [0.2, 0.6]) {
    const ending = new AbortController();
    const came = await prepare(other, ending.signal, ({ part }) => part > share && ending.abort());
    expect(came).toBe(false);
    other.end();
    await other.reopen();
    // A day later.
    other.now = new Date('2026-11-21T09:00:00+08:00');
    await recover(other.world, other.jobs.runs);
  }
  expect(await prepare(other)).toBe(true);
  const [ours, theirs] = [other, whole].map(({ warehouse }) => warehouse);
  if (!ours || !theirs) throw new Error();
  // The last day was three in the afternoon there, and is over here.
  const settled = (text: string) =>
    text.replaceAll(/2026-11-20T(07:00|12:00|0\d:\d\d):00\.000Z/g, 'last day');
  const even = (contents: Record<string, string[]>) =>
    Object.fromEntries(Object.entries(contents).map(([table, rows]) => [table, rows.map(settled)]));
  expect(
    differences(even(await warehouseContents(ours.engine)), even(await warehouseContents(theirs.engine)))
  ).toEqual({});
  expect(differences(even(controlContents(ours.control)), even(controlContents(theirs.control)))).toEqual({});
  expect(await prepare(other)).toBe(false);
}, 300_000);

test('a folder that somebody has begun to use is left alone', async () => {
  other = await DataFolder.open();
  const file = other.put('inbox/名录.csv', institutionsCsv(1));
  expect(await prepare(other)).toBe(false);
  await other.jobs.receive();
  expect(await prepare(other)).toBe(false);
  expect(isDemo(other.warehouse.control)).toBe(false);
  expect(() => readFileSync(file)).toThrow();
});

test('it can be switched off', async () => {
  other = await DataFolder.open({ SHANJIAN_DEMO: 'off' });
  expect(await prepare(other)).toBe(false);
  expect(other.submissions()).toEqual([]);
});

// The last to use the whole city, which it changes.
test('a warehouse that was deleted comes back equal from the kept files and the control store', async () => {
  const before = await warehouseContents(whole.warehouse.engine);
  const acts = controlContents(whole.warehouse.control);
  expect(before['staging.reviews']?.length).toBeGreaterThan(100);
  expect(before['indicators.value']?.length).toBeGreaterThan(100);
  expect(before['indicators.histogram']?.length).toBeGreaterThan(10);
  whole.end();
  rmSync(join(whole.path, 'warehouse.duckdb'));
  const done: number[] = [];
  await whole.reopen();
  await recover(whole.world, whole.jobs.runs, (part) => done.push(part));
  expect(done.at(-1)).toBe(before['meta.publication']?.length);
  expect(differences(await warehouseContents(whole.warehouse.engine), before)).toEqual({});
  expect(differences(controlContents(whole.warehouse.control), acts)).toEqual({});
}, 300_000);
