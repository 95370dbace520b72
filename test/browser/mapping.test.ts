/** A file under foreign headers: returned, its columns mapped in the browser, read; and the next one read at once. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { ETHICS_SYSTEM } from '../ingest/foreign-tables.ts';
import { launchChromium } from './chromium.ts';
import { inLanguage, languages, looksRight, screens } from './looks.ts';
import { startProgram, type Running } from './program.ts';

let browser: Browser;
let running: Running;
let context: BrowserContext;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  browser = await launchChromium();
  running = await startProgram();
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await running?.stop();
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

const [header = [], ...rows] = ETHICS_SYSTEM;

/** The export of a hospital's system under a title of its own, its records numbered from `from`. */
function exported(from: string, decisions: string[] = ['同意'], hint = ''): Buffer {
  const headers = header.map((name) => name + hint);
  const lines = decisions.map((decision, n) =>
    (rows[0] ?? []).map((cell, at) =>
      at === 0 ? `${from}-${n + 1}` : headers[at] === `审查结果${hint}` ? decision : cell
    )
  );
  return Buffer.from(
    [['某医院伦理系统导出（虚构）'], headers, ...lines].map((cells) => cells.join(',')).join('\r\n')
  );
}

const handIn = async (name: string, buffer: Buffer, on = page): Promise<void> => {
  await on.goto('/submissions');
  await on.setInputFiles('input[type=file]', { name, mimeType: 'text/csv', buffer });
  await on.locator('form[enctype] button').click();
  await on.waitForURL(/\/submissions\/\d+/);
  await settled(on);
};

/** The page of a file may be there before it has been judged. */
async function settled(on: Page): Promise<void> {
  const judged = async () => {
    if ((await on.locator('.counts, .reason').count()) === 0) await on.reload();
    return on.locator('.counts, .reason').count();
  };
  await expect.poll(judged, { timeout: 30_000, interval: 500 }).toBeGreaterThan(0);
}
const counts = async (on = page) =>
  (await on.locator('.counts b').allInnerTexts()).slice(0, 4).map((text) => Number(text));

test('a returned file is mapped, previewed, corrected, saved and read; the next of its kind at once', async () => {
  await handIn('伦理系统导出.csv', exported('LL-A', ['同意', '另议', '不同意']));
  await page.locator('a[href*="/mapping/new"]').click();
  await page.waitForURL(/\/mapping\/new/);
  expect(await page.inputValue('select[name="column.accepted_at"]')).toBe('受理日期');
  expect(await page.inputValue('select[name=report]')).toBe('R04');
  // without a person's word one wording has no code
  await page.locator('button[formaction*="preview"]').click();
  await page.locator('#preview').waitFor();
  const finding = page.locator('#result').getByRole('row').filter({ hasText: '另议' });
  expect(await finding.count()).toBeGreaterThan(0);
  // nothing of a preview is kept
  expect((await (await context.request.get('/api/submissions')).json()) as object).toMatchObject({
    total: 1
  });
  // a required column left out is named, and nothing is saved
  await page.fill('input[name=name]:visible', '伦理系统导出');
  await page.selectOption('select[name="column.review_id"]', '');
  await page.locator('button[formaction*="apply"]').click();
  await page.locator('.faults').waitFor();
  await page.locator('.faults a[href="#field-review_id"]').click();
  expect(await page.locator('tr#field-review_id.fault').isVisible()).toBe(true);
  await page.selectOption('select[name="column.review_id"]', '受理号');
  // the person says which code is meant
  const wording = page.locator('#field-decision label').filter({ hasText: '另议' });
  await wording.locator('select').selectOption('revise_resubmit');
  await page.locator('button[formaction*="preview"]').click();
  await page.locator('#preview').waitFor();
  expect(await finding.count()).toBe(0);
  expect(await page.locator('#result .rows tbody tr').count()).toBe(3);
  await page.locator('button[formaction*="apply"]').click();
  await page.waitForURL(/\/submissions\/\d+/);
  await settled(page);
  expect(await counts()).toMatchObject([3, 3, expect.anything(), 0]);
  const provenance = page.locator('a[href*="/mapping/"]').filter({ hasText: '伦理系统导出' });
  await provenance.click();
  await page.waitForURL(/\/mapping\/\d+/);
  expect(await page.getByRole('row').filter({ hasText: '另议' }).count()).toBe(1);
  // the next file of the same form
  await handIn('伦理系统导出（九月）.csv', exported('LL-B', ['同意', '另议']));
  expect(await counts()).toMatchObject([2, 2, expect.anything(), 0]);
  // and a record says by which version it was read
  await page.goto('/records/R04/LL-B-1');
  expect(await page.locator('.source a[href*="/mapping/"]').count()).toBe(1);
});

test('a sample makes a profile and then a version of it, without any script', async () => {
  const plain = await browser.newContext({ javaScriptEnabled: false, baseURL: running.address });
  const still = await plain.newPage();
  const choose = async (buffer: Buffer) => {
    await still.setInputFiles('form[action*="/mapping/sample"] input[type=file]', {
      name: '样本.csv',
      mimeType: 'text/csv',
      buffer
    });
    await still.locator('form[action*="/mapping/sample"] button').click();
    await still.waitForURL(/\/mapping\/new/);
  };
  await still.goto('/mapping');
  await choose(exported('LL-C'));
  await still.selectOption('select[name="column.decision"]', '');
  await still.locator('button[formaction*="preview"]').click();
  expect(await still.locator('.faults a[href="#field-decision"]').count()).toBe(1);
  // where the file has no column a constant can be given
  await still.selectOption('select[name="constant.decision"]', 'pending');
  await still.fill('input[name=name]:visible', '样本方案');
  await still.locator('button[formaction*="save"]').click();
  await still.waitForURL(/\/mapping\/\d+\?saved=1/);
  await choose(exported('LL-D'));
  expect(await still.inputValue('select[name="constant.decision"]')).toBe('pending');
  await still.selectOption('select[name="column.decision"]', '审查结果');
  await still.fill('input[name=note]', '结论改由导出给出（虚构）');
  await still.locator('button[formaction*="save"]').click();
  await still.waitForURL(/\/mapping\/\d+\?saved=2/);
  expect(await still.locator('h2[id^=version-]').count()).toBe(2);
  await still.locator('.retire summary').click();
  await still.locator('form[action*="retire"] button').click();
  await still.waitForURL(/\/mapping\/\d+$/);
  expect(await still.locator('form[action*="retire"]').count()).toBe(0);
  await plain.close();
});

test('a file that cannot be read says why, and what no longer lies here leads back', async () => {
  await page.goto('/mapping');
  await page.setInputFiles('form[action*="/mapping/sample"] input[type=file]', {
    name: '空.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('\n')
  });
  await page.locator('form[action*="/mapping/sample"] button').click();
  await page.waitForURL(/\/mapping\/new/);
  expect(await page.locator('.reason').innerText()).toMatch(/\S{4,}/);
  await page.goto(`/mapping/new?sample=${'0'.repeat(64)}`);
  expect(new URL(page.url()).pathname).toBe('/mapping');
  expect(await page.getByRole('alert').innerText()).toMatch(/\S/);
});

test.each(['laptop', 'phone'] as const)(
  'axe finds nothing, and no page scrolls sideways (%s)',
  async (screen) => {
    await page.setViewportSize(screens[screen]);
    await handIn('另一系统.csv', exported('LL-E', ['同意', '另议'], '（院内）'));
    const id = /submissions\/(\d+)/.exec(page.url())?.[1];
    for (const language of languages) {
      for (const path of ['/mapping', `/submissions/${id}`, '/mapping/1', `/mapping/new?submission=${id}`]) {
        await page.goto(inLanguage(path, language));
        await looksRight(page, path, screen, language);
      }
      await page.selectOption('select[name="column.review_id"]', '');
      await page.fill('input[name=name]:visible', '甲');
      await page.locator('button[formaction*="save"]').click();
      await page.locator('.faults').waitFor();
      await looksRight(page, 'faults', screen, language);
      await page.selectOption('select[name="column.review_id"]', '受理号（院内）');
      await page.locator('button[formaction*="preview"]').click();
      await page.locator('#preview').waitFor();
      await looksRight(page, 'preview', screen, language);
    }
  },
  120_000
);
