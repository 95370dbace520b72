/** Files that come by themselves, over the address under which the program is reached, and the page that tells of them. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { file, FileServer, inTurn, says } from '../jobs/pull/file-server.ts';
import { institutionsCsv, uscc } from '../jobs/report-csv.ts';
import { launchChromium } from './chromium.ts';
import { startProgram, type Running } from './program.ts';

let browser: Browser;
let page: Page;
let running: Running;
let server: FileServer;
let data: string;

beforeAll(async () => {
  server = await FileServer.open();
  data = mkdtempSync(join(tmpdir(), 'shanjian-ways-'));
  writeFileSync(
    join(data, 'sources.json'),
    JSON.stringify([
      {
        name: '虚构大学 R01',
        url: `${server.address}/r01.csv?key=geheim`,
        for: uscc(5),
        cron: '0 5 29 2 *',
        retries: 0
      }
    ])
  );
  mkdirSync(join(data, 'inbox', `${uscc(1)}_虚构示例大学`), { recursive: true });
  mkdirSync(join(data, 'inbox', '卫健委'));
  running = await startProgram({ SHANJIAN_DATA: data, SHANJIAN_PULL_HOSTS: server.address });
  browser = await launchChromium();
  page = await browser.newPage({ baseURL: running.address });
});
afterAll(async () => {
  await browser?.close();
  await running?.stop();
  await server?.close();
  rmSync(data, { recursive: true, force: true });
});

function token(...args: string[]): string {
  const env = { ...process.env, SHANJIAN_DATA: data };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['jobs/token.ts', ...args], {
    encoding: 'utf8',
    env
  });
  expect(status, stderr).toBe(0);
  return /sj_\S+/.exec(stdout)?.[0] ?? '';
}

const send = (headers: Record<string, string>): Promise<Response> => {
  const form = new FormData();
  form.set('file', new File([institutionsCsv(1)], 'r01.csv'));
  return fetch(`${running.address}/api/submissions?wait=true`, { method: 'POST', body: form, headers });
};

test('a program sends a form with a token that was made while the service runs', async () => {
  const bearer = { authorization: `Bearer ${token('create', '--for', uscc(1), '--name', '虚构科研系统')}` };
  const response = await send(bearer);
  expect(response.status).toBe(201);
  expect(await response.json()).toMatchObject({
    data: { authority: `institution:${uscc(1)}`, state: 'published' }
  });
  // A page of another site has no token, and is not helped by one.
  expect((await send({ ...bearer, origin: 'http://a.example' })).status).toBe(403);
  expect((await send({})).status).toBe(403);
  await page.goto('/ways-in');
  const row = page.getByRole('row').filter({ hasText: '虚构科研系统' });
  expect(await row.innerText()).toContain(uscc(1));
  token('revoke', '1');
  expect((await send(bearer)).status).toBe(401);
  await page.reload();
  expect(await row.innerText()).toContain('已撤销');
  expect(running.printed()).not.toContain(bearer.authorization.slice(12));
});

test('the page says whose the folders are', async () => {
  await page.goto('/submissions');
  await page.locator('a[href="/ways-in"]').click();
  await page.waitForURL('**/ways-in');
  const own = page.getByRole('row').filter({ hasText: '虚构示例大学' });
  expect(await own.locator('td').innerText()).toContain(uscc(1));
  expect(await page.getByRole('row').filter({ hasText: '卫健委' }).locator('.nobody').count()).toBe(1);
});

test('a source is pulled when asked to; its failure shows on every page until it works again', async () => {
  server.answer = inTurn(says(404), file(institutionsCsv(5), { etag: '"1"' }));
  const row = page.getByRole('row').filter({ hasText: '虚构大学 R01' });
  const pull = async (until: () => Promise<boolean>): Promise<void> => {
    await page.goto('/ways-in');
    await row.locator('button').click();
    await page.waitForURL('**/ways-in#sources');
    while (!(await until())) await page.reload();
  };
  const alert = page.getByRole('alert');
  await pull(async () => (await alert.count()) > 0);
  expect(await alert.innerText()).toContain('虚构大学 R01');
  expect(await row.innerText()).toContain('404');
  await pull(async () => (await row.locator('a').count()) > 0 && /已发布/.test(await row.innerText()));
  expect(await alert.count()).toBe(0);
  expect(await page.content()).not.toContain('geheim');
  await row.locator('a').click();
  await page.waitForURL('**/submissions/*');
  expect(await page.locator('main').innerText()).toContain('r01.csv');
});
