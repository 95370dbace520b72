/** How a page looks to those who read it: on the screens that they have, in both languages, and to axe. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const screens = {
  laptop: { width: 1366, height: 768 },
  phone: { width: 390, height: 844 }
} as const;
export type Screen = keyof typeof screens;
export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];

/**
 * No page scrolls sideways on either screen, in either language. Axe, which takes long, reads the Chinese on the
 * laptop and the English on the phone: so it sees every screen and every text of every page.
 */
export async function looksRight(
  page: Page,
  what: string,
  screen: Screen,
  language: Language
): Promise<void> {
  const where = `${what} ${screen} ${language}`;
  const beyond = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth
  );
  expect(beyond, where).toBe(0);
  if ((screen === 'laptop') === (language === 'zh')) expect(await violations(page), where).toEqual([]);
}

/** What axe finds, as rule and first element. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe: checker } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    return (await checker.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`);
  });
}

/** The address in a language. */
export const inLanguage = (path: string, language: Language): string =>
  `${path}${path.includes('?') ? '&' : '?'}lang=${language}`;
