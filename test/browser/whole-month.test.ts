/** The month of one institution in a browser: take the forms, fill them in, hand them in, read the slip, correct, see it taken. */
import { readFile, rm } from 'node:fs/promises';
import { openXlsx, saveXlsx, type RoundtripWorkbook } from 'hucre';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reportOf, type ReportId } from '#ingest/reports/index.ts';
import { isOwnSheet } from '#ingest/own-sheets.ts';
import { exampleCell } from '#ingest/template/example-row.ts';
import { headerRow } from '#ingest/template/form-sheet.ts';
import { cellName } from '#warehouse/cell-name.ts';
import { allColumns } from '#warehouse/typed.ts';
import { districts } from '../warehouse/small-city.ts';
import { launchChromium } from './chromium.ts';
import { COMMITTEE, INSTITUTION, oneInstitution } from './one-institution.ts';
import { startProgram, type Running } from './program.ts';

let browser: Browser;
let page: Page;
let running: Running;
let data: string;
/** The month before last: overdue on whatever day this runs. */
let period: string;

beforeAll(async () => {
  ({ data, period } = await oneInstitution());
  [running, browser] = await Promise.all([startProgram({ SHANJIAN_DATA: data }), launchChromium()]);
  page = await browser.newPage({ baseURL: running.address, viewport: { width: 1366, height: 768 } });
});
afterAll(async () => {
  await browser?.close();
  await running?.stop();
  if (data) await rm(data, { recursive: true, force: true });
});

/** What a click hands out. */
async function taken(selector: string): Promise<RoundtripWorkbook> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator(selector).click()]);
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
  return openXlsx(await readFile(await download.path()), { readStyles: true });
}

const sheetOf = (workbook: RoundtripWorkbook, report: string) => {
  const sheet = workbook.sheets.find(({ name }) => name.startsWith(report) && !isOwnSheet(name));
  if (!sheet) throw new Error(`no sheet of ${report}`);
  return sheet;
};

/** Writes into a cell as a person does who types over what stands there. `row` is 1-based, `column` 0-based. */
function type(
  workbook: RoundtripWorkbook,
  report: string,
  row: number,
  column: number,
  value: string | number
) {
  const { rows, cells } = sheetOf(workbook, report);
  while (rows.length < row) rows.push([]);
  const line = rows[row - 1] ?? [];
  while (line.length <= column) line.push(null);
  line[column] = value;
  const cell = cells?.get(`${row - 1},${column}`);
  if (cell) Object.assign(cell, { value, type: typeof value });
}

const columnOf = (report: ReportId, field: string) =>
  allColumns(reportOf(report)).findIndex((column) => column.field === field);

async function handIn(workbook: RoundtripWorkbook, name: string): Promise<string> {
  await page.goto('/submissions');
  await page.setInputFiles('input[type=file]', {
    name,
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(await saveXlsx(workbook))
  });
  await page.locator('form[enctype] button').click();
  await page.waitForURL(/\/submissions\/\d+$/);
  await expect
    .poll(() => page.locator('.state').first().innerText(), { timeout: 30_000 })
    .toContain('已发布');
  return new URL(page.url()).pathname;
}

/** Rows, accepted, with remarks, rejected. */
const counts = async () =>
  (await page.locator('.counts b').allInnerTexts()).slice(0, 4).map((text) => Number(text));

const line = async (report: string): Promise<string> => {
  await page.goto(`/ledger?institution=${INSTITUTION}&period=${period}&report=${report}`);
  return page.locator('tbody tr').innerText();
};

test('the forms of a month are taken, filled in, handed in, corrected in the return slip, and taken in whole', async () => {
  expect(await line('R04')).toContain('逾期未报');

  // The forms of the month in one workbook, with institution and period filled in.
  await page.goto('/ledger');
  await page.locator(`tbody th a[href*="${INSTITUTION}"]`).first().click();
  await page.waitForURL('**/institutions/**');
  const forms = await taken(`a[href*="/dictionary/template"][href*="period=${period}"]`);
  expect(sheetOf(forms, 'R05').rows.flat()).toContain(period);
  expect(sheetOf(forms, 'R04').rows.flat()).toContain(INSTITUTION);

  // Three reviews; of the second one nobody can tell how it was decided.
  const filled = (n: number): Record<string, string> => ({
    review_id: `${COMMITTEE}-${n}`,
    committee_id: COMMITTEE,
    applied_at: `${period}-02 09:10`,
    accepted_at: `${period}-02 15:00`,
    meeting_date: `${period}-06`,
    decision_at: `${period}-06 17:00`,
    delivered_at: `${period}-07`,
    ...(n === 2 && { decision: '待定' })
  });
  const report = reportOf('R04');
  for (const n of [1, 2, 3])
    allColumns(report).forEach((column, at) => {
      const value = filled(n)[column.field] ?? exampleCell(report, column, { CL20: districts });
      if (value !== '') type(forms, 'R04', headerRow + n, at, value);
    });
  const decision = columnOf('R04', 'decision');
  const wrong = cellName(decision, headerRow + 2);
  const first = await handIn(forms, `R04_${period}.xlsx`);
  expect(await counts()).toEqual([3, 2, expect.anything(), 1]);
  const finding = page.getByRole('row').filter({ hasText: '待定' });
  expect(await finding.locator('a').first().innerText()).toContain(wrong);
  expect(await line('R04')).toMatch(/迟报[^]*1 行待改/);

  // The slip: the same workbook, the cell marked and explained.
  await page.goto(first);
  const slip = await taken('a[href$="/slip"]');
  expect(slip.sheets[0]?.name).toBe('报送回执');
  const { cells } = sheetOf(slip, 'R04');
  const marked = cells?.get(`${headerRow + 1},${decision}`);
  expect(marked?.value).toBe('待定');
  expect(marked?.comment?.text).toMatch(/\p{Script=Han}{4,}/u);
  const sound = cells?.get(`${headerRow},${decision}`);
  expect(sound?.comment).toBeUndefined();
  expect(marked?.style?.fill).not.toEqual(sound?.style?.fill);

  // Put right in the slip itself, which goes back as it is.
  type(slip, 'R04', headerRow + 2, decision, '批准');
  const second = await handIn(slip, `R04_${period}_回执.xlsx`);
  expect(await counts()).toEqual([3, 3, expect.anything(), 0]);
  expect(await line('R04')).toMatch(/迟报/);
  expect(await line('R04')).not.toContain('待改');
  await page.goto(second);
  const clean = await taken('a[href$="/slip"]');
  expect(sheetOf(clean, 'R04').cells?.get(`${headerRow + 1},${decision}`)?.comment).toBeUndefined();

  // Of the month's other report there is nothing to say.
  await page.goto(`/institutions/${INSTITUTION}`);
  await page
    .locator('section[aria-labelledby=ledger] tbody tr')
    .filter({ has: page.locator(`a[href*="/R05/template"][href*="period=${period}"]`) })
    .locator('form button')
    .click();
  await page.waitForURL('**declared=**');
  await expect.poll(() => line('R05'), { timeout: 30_000, interval: 500 }).toContain('零报告');

  // Nothing is owed for the month any more.
  await page.goto(`/ledger?institution=${INSTITUTION}&period=${period}&owed=yes`);
  expect(await page.locator('tbody tr').count()).toBe(0);
});
