/** A parameter is tried, set, and found again with who set it and why. */
import { rmSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from './chromium.ts';
import { startProgram, type Running } from './program.ts';
import { smallCity } from './small-city.ts';

let browser: Browser;
let page: Page;
let running: Running;
let data: string;

beforeAll(async () => {
  data = await smallCity();
  running = await startProgram({ SHANJIAN_DATA: data });
  browser = await launchChromium();
  page = await browser.newPage({ baseURL: running.address });
});
afterAll(async () => {
  await browser?.close();
  await running?.stop();
  rmSync(data, { recursive: true, force: true });
});

test('a deadline of the law is previewed, needs its source, and is kept with its history', async () => {
  await page.goto('/');
  await page.locator('nav a[href="/parameters"]').click();
  await page.locator('a[href="/parameters/decision_days"]').click();
  await page.waitForURL('**/parameters/decision_days');
  expect(await page.locator('button[formaction]').count()).toBe(0);

  await page.locator('input[name="value"]').fill('999');
  await page.locator('button[value="throughout"]').click();
  await page.locator('#value-fault').waitFor();
  await page.locator('input[name="value"]').fill('10');
  await page.locator('button[value="throughout"]').click();
  const preview = page.locator('section[aria-labelledby="preview"]');
  await preview.waitFor();
  expect(await preview.locator('a[href*="/indicators/IND-07-02/records"]').count()).toBeGreaterThan(0);
  expect(await preview.locator('a[href*="/records/R04/"]').count()).toBeGreaterThan(0);

  // nothing of it has been kept, and what was not tried is not saved
  const table = page.locator('section[aria-labelledby="history"] tbody tr');
  expect(await table.count()).toBe(1);
  await page.locator('input[name="basis"]').fill('有关规定');
  await page.locator('input[name="by"]').fill('虚构经办人');
  await page.locator('button[formaction]').click();
  await page.locator('#basis-fault').waitFor();
  await page.locator('input[name="basis"]').fill('《虚构办法》第三条');
  await page.locator('input[name="value"]').fill('11');
  await page.locator('button[formaction]').click();
  await page.locator('#value-fault').waitFor();
  await page.locator('input[name="value"]').fill('10');
  await page.locator('button[value="from"]').click();
  await preview.waitFor();
  await page.locator('button[formaction]').click();
  await page.waitForURL('**/parameters/decision_days?saved=*');
  expect(await table.count()).toBe(2);
  expect(await table.first().innerText()).toContain('虚构经办人');
  expect(await table.first().innerText()).toContain('《虚构办法》第三条');

  await page.goto('/parameters');
  const row = page.locator('tr', { has: page.locator('a[href="/parameters/decision_days"]') }).first();
  expect(await row.innerText()).toContain('10 日');
  const found = (await (await fetch(`${running.address}/api/parameters?key=decision_days`)).json()) as {
    data: { value: string; in_force: boolean }[];
  };
  expect(found.data.map(({ value, in_force }) => [value, in_force])).toEqual([
    ['10', true],
    ['30', false]
  ]);
});

test('the pages fit a phone, in both languages', async () => {
  const phone = await browser.newPage({ baseURL: running.address, viewport: { width: 360, height: 740 } });
  for (const path of ['/parameters', '/parameters/threshold:IND-07-02.rate'])
    for (const lang of ['zh', 'en']) {
      const answer = await phone.goto(`${path}?lang=${lang}`);
      expect(answer?.status(), path).toBe(200);
      const wide = await phone.evaluate(() => document.documentElement.scrollWidth);
      expect(wide, `${path} ${lang}`).toBeLessThanOrEqual(360);
    }
  await phone.close();
});
