/** What a steward and a submitter see of work on files: progress, runs, withdrawal, re-run, findings across files. */
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
/** What the browser complained about. */
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

const { columns } = reportOf('R04');
/** Reviews by the declaration's examples, one of them with a decision that there is not. */
function reviews(rows: number, first = 1): Buffer {
  const line = (n: number): string =>
    columns
      .map(({ field, example }) =>
        field === 'review_id' ? `BT-${n}` : field === 'decision' && n === first ? '待批复' : example
      )
      .map((cell) => `"${cell}"`)
      .join(',');
  const lines = Array.from({ length: rows }, (_, n) => line(first + n));
  return Buffer.from([columns.map(({ zh }) => zh).join(','), ...lines].join('\n'));
}

const choose = async (files: { name: string; buffer: Buffer }[], on = page): Promise<void> => {
  // Idle, or the click comes before the script and is answered by a whole page.
  await on.goto('/submissions', { waitUntil: 'networkidle' });
  await on.setInputFiles(
    'input[type=file]',
    files.map((file) => ({ ...file, mimeType: 'text/csv' }))
  );
  await on.locator('form[enctype] button').click();
};
const state = (on = page) => on.locator('.state').first().innerText();

test('an upload shows how far it is, from bytes to publication, and ends on the result', async () => {
  const seen = new Set<string>();
  await page.exposeFunction('seen', (stage: string) => seen.add(stage.trim()));
  await page.addInitScript(() => {
    const report = (window as unknown as { seen: (stage: string) => void }).seen;
    new MutationObserver(() => {
      const now = document.querySelector('.stages [aria-current]');
      if (now) report(now.textContent ?? '');
    }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  });
  await choose([{ name: '审查台账.csv', buffer: reviews(20_000) }]);
  await page.waitForURL(/\/submissions\/\d+$/, { timeout: 120_000 });
  expect(await state()).toContain('已发布');
  expect(await page.locator('.counts').innerText()).toContain('20,000');
  expect([...seen]).toContain('检查');
  expect([...seen]).toContain('发布');
}, 180_000);

test('several files at once each come to their result', async () => {
  await choose([1, 2, 3].map((n) => ({ name: `甲${n}.csv`, buffer: reviews(2, 30_000 + 10 * n) })));
  await expect.poll(() => page.locator('.sent a').count(), { timeout: 60_000 }).toBe(3);
  // The list below knows them too.
  await expect.poll(() => page.locator('tbody').innerText()).toContain('甲3.csv');
}, 300_000);

test('whoever comes to a file in work sees it go on, and then the result', async () => {
  const buffer = reviews(40_000, 100_000);
  const response = await context.request.post('/submissions/upload?name=large.csv', {
    headers: { accept: 'application/json', 'content-type': 'application/octet-stream' },
    data: buffer
  });
  const { id } = (await response.json()) as { id: number };
  await page.goto(`/submissions/${id}`);
  expect(await page.locator('#in-work').count()).toBe(1);
  await page.goto('/runs');
  await expect.poll(() => page.locator('.files').innerText(), { timeout: 30_000 }).toContain('large.csv');
  await page.goto(`/submissions/${id}`);
  await page.locator('.counts').waitFor({ timeout: 120_000 });
  await expect.poll(() => state(), { timeout: 60_000 }).toContain('已发布');
  expect(await page.locator('#in-work').count()).toBe(0);
}, 240_000);

test('without a script the page asks again by itself until the result is there', async () => {
  const plain = await browser.newContext({ javaScriptEnabled: false, baseURL: running.address });
  const still = await plain.newPage();
  await choose([{ name: '无脚本.csv', buffer: reviews(8_000, 200_000) }], still);
  await still.waitForURL(/\/submissions\/\d+$/);
  if (await still.locator('#in-work').count())
    expect(await still.locator('meta[http-equiv=refresh]').count()).toBe(1);
  await expect.poll(() => state(still), { timeout: 120_000 }).toContain('已发布');
  expect(await still.locator('meta[http-equiv=refresh]').count()).toBe(0);
  await plain.close();
}, 180_000);

test('a file is withdrawn with a reason, after a second thought, even without a script', async () => {
  await choose([{ name: '误报.csv', buffer: reviews(3, 300_000) }]);
  await page.waitForURL(/\/submissions\/\d+$/, { timeout: 60_000 });
  const address = new URL(page.url()).pathname;
  const plain = await browser.newContext({ javaScriptEnabled: false, baseURL: running.address });
  const still = await plain.newPage();
  await still.goto(address);
  await still.locator('a[href$="/withdraw"]').click();
  expect(await still.locator('main').innerText()).toContain('误报.csv');
  await still.fill('textarea', '  ');
  await still.locator('form[method=post] button').click();
  await still.waitForLoadState();
  await still.fill('textarea', '报错了单位');
  await still.locator('form[method=post] button').click();
  await still.waitForURL(`**${address}`);
  expect(await state(still)).toContain('已撤回');
  expect(await still.locator('.withdrawn').innerText()).toContain('报错了单位');
  await plain.close();
  // Its rows leave the numbers with the next publication.
  await expect
    .poll(async () => (await context.request.get('/api' + address)).json() as Promise<Withdrawn>, {
      timeout: 60_000
    })
    .toMatchObject({ data: { withdrawal: { publication: expect.any(Number) as number } } });
  await page.goto('/submissions?state=withdrawn');
  expect(await page.locator('tbody').innerText()).toContain('误报.csv');
  await page.goto(address);
  expect(await page.locator('a[href$="/withdraw"]').count()).toBe(0);
}, 300_000);
interface Withdrawn {
  data: { withdrawal: { publication: number | null } | null };
}

test('a returned file is read again as a submission of its own', async () => {
  await choose([{ name: '通知.csv', buffer: Buffer.from('甲,乙\n1,2\n') }]);
  await page.waitForURL(/\/submissions\/\d+$/, { timeout: 60_000 });
  const first = new URL(page.url()).pathname;
  await page.locator('form[action="?/rerun"] button').click();
  await page.waitForURL((url) => /\/submissions\/\d+$/.test(url.pathname) && url.pathname !== first);
  await page.locator('.reason').waitFor({ timeout: 30_000 });
  expect(await page.locator(`.facts a[href="${first}"]`).count()).toBe(1);
}, 300_000);

test('runs are listed with what they did, and narrowed by job and outcome', async () => {
  await page.goto('/runs');
  const row = page.locator('tbody tr').filter({ hasText: '20,000' });
  expect(await row.innerText()).toContain('接收报表');
  await page.selectOption('select[name=outcome]', 'failed');
  await page.locator('form:has(select[name=outcome]) button').click();
  await page.waitForURL(/outcome=failed/);
  expect(await page.locator('tbody tr').count()).toBe(0);
  const csv = await context.request.get(
    (await page.locator('a[href*="/api/runs"]').getAttribute('href')) ?? ''
  );
  expect(csv.status()).toBe(200);
});

test('rejected rows are sought across files, down to the cell', async () => {
  await page.goto('/findings');
  const total = Number((await page.locator('.pages .muted').innerText()).replace(/\D/g, ''));
  expect(total).toBeGreaterThan(3);
  await page.fill('input[name=search]', '待批复');
  await page.press('input[name=search]', 'Enter');
  await page.waitForURL(/search=/);
  const rows = page.locator('tbody tr');
  expect(await rows.count()).toBeGreaterThan(3);
  for (const text of await rows.allInnerTexts()) expect(text).toContain('待批复');
  await rows.first().locator('a.same').click();
  await page.waitForURL(/check=/);
  const cell = rows.first().locator('th a');
  const address = await cell.innerText();
  await cell.click();
  await page.waitForURL('**/sheet?**');
  expect(await page.locator('td[aria-current]').innerText()).toBe('待批复');
  expect(await page.locator('thead th.hit').innerText()).toBe(address.replace(/\d+$/, ''));
});

test('a list longer than a page goes on after its last line', async () => {
  await page.goto('/findings?level=');
  const first = await page.locator('tbody tr').first().innerText();
  await page.locator('a[rel=next]').click();
  await page.waitForURL(/after=/);
  await expect.poll(() => page.locator('tbody tr').first().innerText()).not.toBe(first);
  expect(await page.locator('tbody tr').count()).toBe(50);
});

test.each(['laptop', 'phone'] as const)(
  'no page scrolls sideways, and axe finds nothing (%s)',
  async (screen) => {
    await page.setViewportSize(screens[screen]);
    for (const path of [
      '/runs',
      '/findings',
      '/findings?level=',
      '/submissions/2',
      '/submissions/2/withdraw'
    ])
      for (const language of languages) {
        await page.goto(inLanguage(path, language));
        await looksRight(page, path, screen, language);
      }
  },
  120_000
);
