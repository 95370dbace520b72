/** Templates and slips over HTTP: the pages' addresses and the machine interface give the same. */
import { readXlsx } from 'hucre';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { GET as allTemplates } from '#dashboard/routes/dictionary/template/+server.ts';
import { GET as oneTemplate } from '#dashboard/routes/dictionary/[report]/template/+server.ts';
import { GET as slipPage } from '#dashboard/routes/submissions/[id]/slip/+server.ts';
import { CITY, type Scope } from '#warehouse/scope.ts';
import { workbookFaults } from '../../ingest/workbook-faults.ts';
import type { Report } from '#ingest/declare.ts';
import { receive } from '#ingest/receive.ts';
import { reportOf } from '#ingest/reports/index.ts';
import { exampleCell } from '#ingest/template/example-row.ts';
import { templateWorkbook } from '#ingest/template.ts';
import { settleReceived } from '#jobs/settle-received.ts';
import { allColumns } from '#warehouse/typed.ts';
import { districts } from '../../warehouse/small-city.ts';
import { asking } from './asking.ts';
import { END, pieces, runningCity, type RunningCity } from './running-city.ts';

let city: RunningCity;
let { ask, rows } = {} as ReturnType<typeof asking>;
let submission: number;
let institution: { institution_uscc: string; institution_name: string };

const codes = { CL20: districts };
const form = { prefix: '沈科伦', issued_by: '沈阳市科学技术局', approval: '', valid_to: '' };
const example = (report: Report) => allColumns(report).map((column) => exampleCell(report, column, codes));

beforeAll(async () => {
  city = await runningCity('empty');
  globalThis.shanjian = city.app;
  ({ ask, rows } = asking(city.app));
  const [registry, committees, reviews] = ['R01', 'R02', 'R04'].map((id): Report => reportOf(id));
  if (!registry || !committees || !reviews) throw new Error('no reports');
  const at = allColumns(reviews).findIndex(({ field }) => field === 'decision');
  const bytes = templateWorkbook([registry, committees, reviews], {
    city: { codes, form },
    rows: { R01: [example(registry)], R02: [example(committees)], R04: [example(reviews).with(at, '同意')] }
  });
  submission = await receive(city.world.warehouse, {
    file_name: '九月.xlsx',
    bytes: pieces(bytes),
    channel: 'upload',
    authority: { kind: 'city', code: '' },
    at: new Date(`${END}T09:00:00+08:00`)
  });
  await settleReceived(city.world, new Date(`${END}T09:30:00+08:00`));
  institution = (await rows('/api/institutions')).data[0] as typeof institution;
});
afterAll(async () => {
  globalThis.shanjian = undefined;
  await city.close();
});

/** As SvelteKit asks a route. */
function event(path: string, params: Record<string, string>, scope: Scope = CITY) {
  const url = new URL(path, 'http://localhost');
  const locals = { language: 'zh', scope, reader: () => city.app.reader(scope) };
  return { url, params, locals } as never;
}

async function workbook(response: Response) {
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toMatch(/spreadsheetml\.sheet$/);
  expect(response.headers.get('content-disposition')).toMatch(/^attachment; .*\.xlsx$/);
  const bytes = Buffer.from(await response.arrayBuffer());
  expect(workbookFaults(bytes)).toEqual([]);
  return readXlsx(bytes);
}

test('a slip can be fetched from the page and from the interface', async () => {
  const path = `/submissions/${submission}/slip`;
  const [page, machine] = [
    await workbook(await slipPage(event(path, { id: String(submission) }))),
    await workbook(await ask(`/api${path}`))
  ];
  expect(page.sheets.map(({ name }) => name)).toEqual(machine.sheets.map(({ name }) => name));
  expect(page.sheets[0]?.rows).toEqual(machine.sheets[0]?.rows);
  const english = await workbook(await ask(`/api${path}?lang=en`));
  expect(english.sheets[0]?.name).not.toBe(page.sheets[0]?.name);
});

test('who may not see a submission gets no slip of it', async () => {
  const stranger: Scope = { kind: 'institution', code: '00000000000000000X' };
  expect((await ask(`/api/submissions/${submission}/slip`, {}, stranger)).status).toBe(404);
  expect((await ask('/api/submissions/999999/slip')).status).toBe(404);
  const id = String(submission);
  await expect(slipPage(event(`/submissions/${id}/slip`, { id }, stranger))).rejects.toMatchObject({
    status: 404
  });
  await expect(slipPage(event('/submissions/x/slip', { id: 'x' }))).rejects.toMatchObject({ status: 404 });
});

test('a template knows the institution and the period that it is asked for', async () => {
  const { institution_uscc, institution_name } = institution;
  const path = `/dictionary/R04/template?institution=${institution_uscc}&period=2026-11`;
  const form = (await workbook(await oneTemplate(event(path, { report: 'R04' })))).sheets[0];
  expect(form?.rows.flat()).toEqual(expect.arrayContaining([institution_uscc, institution_name, '2026-11']));
  const stranger: Scope = { kind: 'institution', code: '00000000000000000X' };
  const other = (await workbook(await oneTemplate(event(path, { report: 'R04' }, stranger)))).sheets[0];
  expect(other?.rows.flat(), 'not of another').not.toContain(institution_name);
  expect(() => oneTemplate(event('/dictionary/R99/template', { report: 'R99' }))).toThrow();
});

test('several templates come as one workbook', async () => {
  const some = await workbook(await allTemplates(event('/dictionary/template?reports=R04,R08,R04', {})));
  expect(some.sheets.map(({ name }) => name.slice(0, 3)).filter((name) => /^R\d\d$/.test(name))).toEqual([
    'R04',
    'R08'
  ]);
  const all = await workbook(await allTemplates(event('/dictionary/template', {})));
  expect(all.sheets.length).toBeGreaterThan(some.sheets.length);
  expect(() => allTemplates(event('/dictionary/template?reports=R99', {}))).toThrow();
});
