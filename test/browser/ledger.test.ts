/** The ledger as people use it: who owes what, a nil declaration by one click, what an institution owes on its page. */
import { rm } from 'node:fs/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchChromium } from './chromium.ts';
import { inLanguage, languages, looksRight, screens } from './looks.ts';
import { startProgram, type Running } from './program.ts';
import { smallCity } from './small-city.ts';

let browser: Browser;
let running: Running;
let data: string;
let context: BrowserContext;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  browser = await launchChromium();
  data = await smallCity();
  running = await startProgram({ SHANJIAN_DATA: data, SHANJIAN_DEMO: 'auto' });
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await running?.stop();
  if (data) await rm(data, { recursive: true, force: true });
});
beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1366, height: 768 }, baseURL: running.address });
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

const digits = (text: string): number => Number(text.replace(/\D/g, ''));
const total = async (): Promise<number> => digits(await page.locator('nav .muted').last().innerText());

test('each state leads to its lines, and the address holds what is seen', async () => {
  await page.goto('/ledger');
  const chip = page.locator('.statuses a', { hasText: '逾期未报' });
  const n = digits(await chip.innerText());
  expect(n).toBeGreaterThan(0);
  await chip.click();
  await page.waitForURL('**status=overdue');
  expect(await total()).toBe(n);
  const [report = ''] = (await page.locator('tbody tr td:nth-child(3)').first().innerText()).split(' ');
  await page.selectOption('select[name=report]', report);
  await page.waitForURL(`**report=${report}**`);
  expect(page.url()).toContain('status=overdue');
  expect(await total()).toBeLessThanOrEqual(n);
  const csv = await context.request.get(
    (await page.locator('a[href*="format=csv"]').getAttribute('href')) ?? ''
  );
  expect((await csv.text()).trim().split('\r\n').length).toBe((await total()) + 1);
});

test('one click declares that there is nothing: the line is nil, and the declaration is a file', async () => {
  await page.goto('/ledger?status=overdue&report=R10');
  const before = await total();
  const row = page.locator('tbody tr').first();
  const name = await row.locator('th').innerText();
  await row.locator('form button').click();
  await page.waitForURL('**declared=**');
  const said = page.locator('[role=status] a[href^="/submissions/"]');
  await said.waitFor();
  const href = (await said.getAttribute('href')) ?? '';
  await expect
    .poll(
      async () => {
        await page.reload();
        return total();
      },
      { timeout: 30_000 }
    )
    .toBe(before - 1);
  // After its due day it is late, and a nil declaration all the same.
  await page.goto(`/ledger?status=late&report=R10&search=${encodeURIComponent(name)}`);
  expect(await page.locator('tbody tr').first().innerText()).toContain('零报告');
  await page.goto(href);
  expect(await page.locator('h1').innerText()).toMatch(/^R10_.*\.json$/);
});

test('without a script it is declared as well, and a second time is refused in words', async () => {
  const plain = await browser.newContext({ javaScriptEnabled: false, baseURL: running.address });
  const still = await plain.newPage();
  await still.goto('/ledger?status=overdue&report=R12');
  const stale = await plain.newPage();
  await stale.goto(still.url());
  await still.locator('tbody form button').first().click();
  await still.waitForURL('**declared=**');
  await stale.locator('tbody form button').first().click();
  expect(await stale.locator('main [role=alert]').innerText()).toMatch(/\d/);
  await plain.close();
});

test('an institution’s page says what it owes and hands out the form filled in', async () => {
  await page.goto('/ledger?owed=yes');
  await page.locator('tbody th a').first().click();
  await page.waitForURL('**/institutions/**');
  const owed = page.locator('section[aria-labelledby=ledger]');
  expect(await owed.locator('tbody tr').count()).toBeGreaterThan(0);
  const form = await owed.locator('a[href*="/template"]').first().getAttribute('href');
  const uscc = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  expect(form).toContain(`institution=${uscc}`);
  const workbook = await context.request.get(form ?? '');
  expect((await workbook.body()).subarray(0, 2).toString()).toBe('PK');
});

test('nothing can be declared on a day of the past', async () => {
  const day = new Date(Date.now() - 40 * 86_400_000).toISOString().slice(0, 10);
  await page.goto(`/ledger?asof=${day}`);
  expect(await page.locator('tbody tr').count()).toBeGreaterThan(0);
  expect(await page.locator('main tbody form').count()).toBe(0);
});

test.each(languages)(
  'the ledger in %s fits a phone and a laptop, and axe finds nothing',
  async (language) => {
    await page.goto(inLanguage('/ledger', language));
    for (const screen of ['phone', 'laptop'] as const) {
      await page.setViewportSize(screens[screen]);
      await looksRight(page, '/ledger', screen, language);
    }
  }
);
