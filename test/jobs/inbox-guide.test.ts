import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { layGuide } from '#jobs/inbox-guide.ts';
import { GUIDE, settledFiles } from '#jobs/inbox.ts';

let inbox: string;
beforeEach(() => {
  inbox = join(mkdtempSync(join(tmpdir(), 'shanjian-guide-')), 'inbox');
});
afterEach(() => rmSync(join(inbox, '..'), { recursive: true }));

const department = {
  code: 'health_commission',
  zh: '虚构市卫生健康委',
  en: 'Health',
  mail: 'a@b.example',
  member: true
};
const city = { zh: '虚构市', en: 'Fictional city', departments: [department] };
const text = () => readFileSync(join(inbox, readdirSync(inbox)[0] ?? ''), 'utf8');

test('the guide names the folders of the departments, and is no report', async () => {
  layGuide(inbox, city);
  expect(text()).toContain('health_commission  虚构市卫生健康委');
  const now = () => new Date('2026-11-20');
  const found = await settledFiles(inbox, new Set(), { now, sleep: async () => undefined });
  expect(found).toMatchObject({ files: [], notes: [], problems: [] });
});

test('it is written again only when it says something else', () => {
  layGuide(inbox, city);
  const path = join(inbox, readdirSync(inbox)[0] ?? '');
  const { mtimeMs } = statSync(path);
  layGuide(inbox, city);
  expect(statSync(path).mtimeMs).toBe(mtimeMs);
  layGuide(inbox, { ...city, departments: [{ ...department, code: 'education_bureau' }] });
  expect(text()).toContain('education_bureau');
});

test('an inbox that cannot have one is used without', () => {
  mkdirSync(join(inbox, GUIDE), { recursive: true });
  layGuide(inbox, city);
  expect(readdirSync(join(inbox, GUIDE))).toEqual([]);
});
