import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from './chromium.ts';

const client = join(import.meta.dirname, '../../build/client');
const assets = '_app/immutable/assets';

let browser: Browser;
let server: Server;
let address: string;

beforeAll(async () => {
  browser = await launchChromium();
  const sheet = readdirSync(join(client, assets)).find((name) => /^web-font\..*\.css$/.test(name));
  const page = `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><link rel="stylesheet" href="/${assets}/${sheet}">
    <p style="font: 48px 'Noto Sans SC Variable'">科技伦理治理 嫄琚</p>`;
  server = createServer((request, response) => {
    const type = request.url?.endsWith('.css')
      ? 'text/css'
      : request.url === '/'
        ? 'text/html'
        : 'font/woff2';
    response.setHeader('content-type', type);
    response.end(request.url === '/' ? page : readFileSync(join(client, request.url ?? '')));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});

afterAll(async () => {
  await browser?.close();
  server?.close();
});

test('the built web font draws Chinese without any font of the machine', async () => {
  const page = await browser.newPage();
  await page.goto(address);
  await page.evaluate(() => document.fonts.ready);
  const faces = await page.evaluate(
    () => [...document.fonts].filter((face) => face.status === 'loaded').length
  );
  expect(faces).toBeGreaterThan(0);
  // A missing glyph is the same box for every character.
  const distinct = await page.evaluate(() => {
    const pictures = [...'科技伦理治'].map((character) => {
      const canvas = document.createElement('canvas');
      canvas.width = canvas.height = 48;
      const pen = canvas.getContext('2d');
      if (!pen) throw new Error('no canvas');
      pen.font = "40px 'Noto Sans SC Variable'";
      pen.fillText(character, 0, 40);
      return canvas.toDataURL();
    });
    return new Set(pictures).size;
  });
  expect(distinct).toBe(5);
  await page.screenshot({ path: process.env['SHANJIAN_TEST_PICTURE'] });
});
