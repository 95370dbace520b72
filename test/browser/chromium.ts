import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';
import { bundledChromium } from './bundled-chromium.ts';

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
];

/** No sandbox: tests run as root in containers. The rest keeps the browser from calling its maker. */
const args = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run'
];

/**
 * Opens the Chromium of this machine, or where there is none the one that comes with the packages.
 * SHANJIAN_TEST_BROWSER=bundled takes the latter in any case.
 */
export async function launchChromium(): Promise<Browser> {
  const here = installed.find((path) => existsSync(path));
  if (here && process.env['SHANJIAN_TEST_BROWSER'] !== 'bundled')
    return chromium.launch({ executablePath: here, args });
  const { executablePath, env } = await bundledChromium();
  return chromium.launch({ executablePath, args, env: { ...process.env, ...env } });
}
