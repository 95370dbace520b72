/** The dashboard as its readers use it: the program started as `npm start` does, a small demo city, a real browser. */
import { rm } from 'node:fs/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { reportOf } from '../../ingest/reports/index.ts';
import { launchChromium } from './chromium.ts';
import { inLanguage, languages, looksRight, screens } from './looks.ts';
import { startProgram, type Running } from './program.ts';
import { smallCity } from './small-city.ts';

let browser: Browser;
let running: Running;
let data: string;
let context: BrowserContext;
let page: Page;
/** What the browser complained about: blocked by the policy, failed, thrown. */
let complaints: string[];

beforeAll(async () => {
  browser = await launchChromium();
  data = await smallCity();
  running = await startProgram({ SHANJIAN_DATA: data, SHANJIAN_DEMO: 'auto' });
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await running?.stop();
  if (data) await rm(data, { recursive: true, force: true });
});

beforeEach(async () => {
  context = await browser.newContext({ viewport: screens.laptop, baseURL: running.address });
  page = await context.newPage();
  complaints = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
});

afterEach(async () => {
  await context.close();
  expect(complaints).toEqual([]);
});

/** A file of a report with one row of its own examples, some of them changed. */
function csv(report: string, ...rows: Record<string, string>[]): Buffer {
  const { columns } = reportOf(report);
  const line = (row: Record<string, string>): string =>
    columns.map(({ field, example }) => `"${row[field] ?? example}"`).join(',');
  return Buffer.from([columns.map(({ zh }) => zh).join(','), ...rows.map(line)].join('\r\n'));
}

const handIn = async (name: string, buffer: Buffer, on = page): Promise<void> => {
  await on.goto('/submissions');
  await on.setInputFiles('input[type=file]', { name, mimeType: 'text/csv', buffer });
  await on.locator('form[enctype] button').click();
  await on.waitForURL(/\/submissions\/\d+/);
};

test('from the overview to the cell in the submitted file', async () => {
  await page.goto('/');
  // In the table when it is to be looked at, in its measure's list when it is not.
  for (const measure of await page.locator('tr.measure details').all())
    await measure.evaluate((details: HTMLDetailsElement) => (details.open = true));
  const link = page.locator('table a[href*="IND-07-02"]').first();
  const line = page.locator('tr:not(.measure), li').filter({ has: page.locator('a[href*="IND-07-02"]') });
  const value = await line.first().locator('b').first().innerText();
  await link.click();
  await page.waitForURL('**/indicators/IND-07-02');
  const headline = page.locator('.big').first();
  expect(await headline.innerText()).toBe(value);
  await headline.click();
  await page.waitForURL('**/records?**');
  expect(await page.locator('.sum').innerText()).toContain(value);
  const field = page.getByRole('row').filter({ hasText: 'accepted_at' }).first();
  // What came as JSON has no cell to be shown.
  for (const nth of (await page.locator('tbody th a').all()).keys()) {
    await page.locator('tbody th a').nth(nth).click();
    await page.waitForURL('**/records/R04/**');
    await field.waitFor();
    if (await field.locator('td a').count()) break;
    await page.goBack();
    await page.waitForURL('**/records?**');
  }
  const submitted = (await field.locator('td').nth(1).innerText()).trim();
  const address = (await field.locator('td a').innerText()).trim();
  await field.locator('td a').click();
  await page.waitForURL('**/sheet?**');
  expect((await page.locator('td[aria-current]').innerText()).trim()).toBe(submitted);
  expect(await page.locator('thead th.hit').innerText()).toBe(address.replace(/\d+$/, ''));
  expect((await page.locator('tbody tr.hit th').innerText()).trim()).toBe(address.replace(/^\D+/, ''));
});

test('the records of a figure add up to it', async () => {
  await page.goto('/indicators/IND-G2-01/records?part=numerator');
  const [, numerator = '', denominator = ''] =
    /= ([\d,]+) ÷ ([\d,]+)/.exec(await page.locator('.sum').innerText()) ?? [];
  expect(Number(denominator)).toBeGreaterThanOrEqual(Number(numerator));
  const total = await page.locator('nav .muted').last().innerText();
  expect(total.replace(/\D/g, '')).toBe(numerator.replace(/\D/g, ''));
  expect(await page.locator('.sum').innerText()).toContain('一致');
});

test('what a list shows can be taken away as a file', async () => {
  await page.goto('/rectifications?state=closed');
  const rows = await page.locator('tbody tr').count();
  expect(rows).toBeGreaterThan(0);
  const address = await page.locator('a[href*="format=csv"]').getAttribute('href');
  const text = await (await context.request.get(address ?? '')).text();
  expect(text.charCodeAt(0)).toBe(0xfeff);
  const key = await page.locator('tbody th a').first().innerText();
  expect(text).toContain(key);
});

test('a broken cell is found, shown where it stands, and the file comes back as it was', async () => {
  const file = csv('R01', { valid_from: '2026-02-31' });
  await handIn('名录.csv', file);
  const finding = page.getByRole('row').filter({ hasText: '2026-02-31' });
  expect(await finding.count()).toBeGreaterThan(0);
  const address = await finding.first().locator('a').innerText();
  await finding.first().locator('a').click();
  await page.waitForURL('**/sheet?**');
  expect(await page.locator('td[aria-current]').innerText()).toContain('2026-02-31');
  expect(address).toMatch(/^[A-Z]+2$/);
  const id = /submissions\/(\d+)/.exec(page.url())?.[1];
  const back = await context.request.get(`/submissions/${id}/file`);
  expect(await back.body()).toEqual(file);
  expect(back.headers()['content-disposition']).toContain(encodeURIComponent('名录.csv'));
});

test('a file that is no report is returned whole, with what to do', async () => {
  await handIn('通知.csv', Buffer.from('甲,乙\r\n1,2\r\n'));
  expect(await page.locator('.reason').innerText()).toMatch(/\S{4,}/);
});

test('a form without a script hands in as well', async () => {
  const plain = await browser.newContext({ javaScriptEnabled: false, baseURL: running.address });
  const still = await plain.newPage();
  await handIn('名录（二）.csv', csv('R01', { valid_from: '昨天' }), still);
  expect(await still.locator('h1').innerText()).toBe('名录（二）.csv');
  expect(await still.getByRole('row').filter({ hasText: '昨天' }).count()).toBeGreaterThan(0);
  await plain.close();
});

test('a past day shows what was known then, on every page that is opened from it', async () => {
  const total = async (): Promise<number> =>
    Number((await page.locator('nav .muted').last().innerText()).replace(/\D/g, ''));
  await page.goto('/submissions');
  const now = await total();
  const day = new Date(Date.now() - 60 * 86_400_000).toISOString().slice(0, 10);
  await page.fill('input[name=asof]', day);
  await page.locator('form.asof button').click();
  await page.waitForURL(`**asof=${day}**`);
  await page.getByRole('status').waitFor();
  await expect.poll(total).toBeLessThan(now);
  expect(await total()).toBeGreaterThan(0);
  await page.locator('#navigation a[href*="/institutions"]').click();
  await page.waitForURL(/institutions\?asof=/);
  await page.locator('[role=status] a').click();
  await page.waitForURL((url) => !url.searchParams.has('asof'));
});

test('what is typed before the scripts have come is kept', async () => {
  let go = (): void => undefined;
  const held = new Promise<void>((open) => (go = open));
  await page.route('**/*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/submissions', { waitUntil: 'commit' });
  await page.fill('input[name=asof]', '2026-09-01');
  go();
  await page.waitForFunction(() => document.querySelector('nav a[aria-current]') !== null);
  await page.waitForLoadState('networkidle');
  expect(await page.inputValue('input[name=asof]')).toBe('2026-09-01');
});

test('a day that is none is said to be none, and the newest data are shown', async () => {
  await page.goto('/?asof=2026-13-45');
  expect(await page.getByRole('alert').innerText()).toContain('2026-13-45');
  const links = await page.locator('table a[href*="/indicators/IND-"]').all();
  expect(new Set(await Promise.all(links.map((link) => link.getAttribute('href')))).size).toBe(76);
});

test('the language is chosen once', async () => {
  await page.goto('/rectifications');
  await page.locator('a.language').click();
  await page.waitForURL('**lang=en**');
  expect(await page.locator('html').getAttribute('lang')).toBe('en-GB');
  await page.goto('/ledger');
  expect(await page.locator('html').getAttribute('lang')).toBe('en-GB');
  expect(await page.locator('#navigation').innerText()).not.toMatch(/\p{Script=Han}/u);
  await page.goto('/ledger?lang=zh');
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
});

test('charts are there before any chart script; touching one fetches it and moves nothing', async () => {
  const scripts: number[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('.js')) scripts.push(Number(response.headers()['content-length'] ?? 0));
  });
  await page.goto('/', { waitUntil: 'networkidle' });
  const figure = page.locator('figure').first();
  expect(await figure.locator('svg path').count()).toBeGreaterThan(4);
  expect(Math.max(...scripts)).toBeLessThan(60_000);
  const before = await figure.boundingBox();
  await figure.locator('[role=img]').hover();
  await figure.locator('.live svg').waitFor();
  expect(Math.max(...scripts)).toBeGreaterThan(100_000);
  expect((await figure.boundingBox())?.height).toBe(before?.height);
  await figure.locator('summary').click();
  expect(await figure.getByRole('row').count()).toBeGreaterThan(6);
});

test('a page reached by a link draws its chart too', async () => {
  // Idle, or the click comes before the script and is answered by a whole page.
  await page.goto('/help', { waitUntil: 'networkidle' });
  await page.locator('#navigation a[href="/"]').click();
  await page.locator('figure .live svg').first().waitFor();
});

test('the menu of a phone opens and leads on, even without a script', async () => {
  const plain = await browser.newContext({
    javaScriptEnabled: false,
    viewport: screens.phone,
    baseURL: running.address
  });
  const small = await plain.newPage();
  await small.goto('/');
  expect(await small.locator('#navigation').isVisible()).toBe(false);
  await small.locator('button.menu').click();
  await small.locator('#navigation a[href="/alerts"]').click();
  expect(new URL(small.url()).pathname).toBe('/alerts');
  await plain.close();
});

test('an address that leads nowhere says so', async () => {
  const answer = await page.goto('/records/R04/no-such-record');
  expect(answer?.status()).toBe(404);
  expect(await page.locator('h1').innerText()).toMatch(/\S/);
  expect((await page.goto('/indicators/IND-99-99'))?.status()).toBe(404);
  complaints = complaints.filter((each) => !each.includes('404'));
});

const pages = [
  '/',
  '/indicators',
  '/indicators/IND-07-02',
  '/indicators/IND-07-03',
  '/indicators/IND-07-02/records',
  '/indicators/IND-07-02/changes',
  '/alerts?state=all',
  '/rectifications',
  '/forecast',
  '/institutions',
  '/ledger',
  '/submissions',
  '/submissions/2',
  '/submissions/2/sheet?row=6',
  '/ways-in',
  '/quality',
  '/quality/contradictions',
  '/quality/late-filings',
  '/mails',
  '/dictionary',
  '/dictionary/R04',
  '/dictionary/R04/accepted_at',
  '/dictionary/indicators',
  '/api-docs',
  '/help'
];

test.each(['laptop', 'phone'] as const)(
  'no page scrolls sideways, and axe finds nothing (%s)',
  async (screen) => {
    await page.setViewportSize(screens[screen]);
    await page.goto('/institutions');
    const institution = await page.locator('tbody th a').first().getAttribute('href');
    await page.goto('/indicators/IND-07-02/records');
    const record = await page.locator('tbody th a').first().getAttribute('href');
    for (const path of [...pages, institution ?? '', record ?? ''])
      for (const language of languages) {
        await page.goto(inLanguage(path, language));
        await looksRight(page, path, screen, language);
      }
  },
  180_000
);
