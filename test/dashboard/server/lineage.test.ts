/** Lineage over the interface: from an indicator to its columns, from a column to its indicators, and their workbook. */
import { readXlsx } from 'hucre';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { GET } from '#dashboard/routes/dictionary/indicators.xlsx/+server.ts';
import { catalogue } from '#warehouse/catalogue/index.ts';
import { CITY } from '#warehouse/scope.ts';
import { workbookFaults } from '../../ingest/workbook-faults.ts';
import { asking } from './asking.ts';
import { runningCity, type RunningCity } from './running-city.ts';

let city: RunningCity;
let { ask, rows, problem } = {} as ReturnType<typeof asking>;
beforeAll(async () => {
  city = await runningCity('empty');
  ({ ask, rows, problem } = asking(city.app));
});
afterAll(() => city.close());

const PATH = '/api/lineage';

test('what depends on a column is what says that it is computed from it', async () => {
  const down = await rows(`${PATH}?report=R04&field=accepted_at`);
  expect(down.data.map(({ indicator }) => indicator)).toContain('IND-07-02');
  for (const { indicator } of down.data) {
    const up = await rows(`${PATH}?indicator=${String(indicator)}&page_size=500`);
    expect(up.data).toContainEqual(expect.objectContaining({ report: 'R04', field: 'accepted_at' }));
  }
});

test('what depends on a parameter is found by its key', async () => {
  const { data } = await rows(`${PATH}?parameter=decision_days`);
  expect(data).toContainEqual(
    expect.objectContaining({ indicator: 'IND-07-02', report: null, parameter: 'decision_days' })
  );
  expect(data.every(({ parameter }) => parameter === 'decision_days')).toBe(true);
});

test.each([
  ['?report=R04&field=accepted_on', 'field', 'accepted_on'],
  ['?field=accepted_on', 'field', 'accepted_on'],
  // A column of another report is none of this.
  ['?report=R08&field=accepted_at', 'field', 'accepted_at'],
  ['?parameter=decision_weeks', 'parameter', 'decision_weeks'],
  ['?report=R99', 'report', 'R99']
])('%s is refused by name', async (query, parameter, named) => {
  const { status, errors } = await problem(PATH + query);
  expect(status).toBe(400);
  expect(errors?.[0]?.parameter).toBe(parameter);
  if (parameter !== 'report') expect(errors?.[0]?.detail).toContain(named);
});

test('as a table for people', async () => {
  const csv = await (await ask(`${PATH}?indicator=IND-07-02&format=csv&lang=en`)).text();
  expect(csv.split('\n')[0]).toContain('Field');
  expect(csv).toContain('accepted_at');
});

async function workbook(language: 'zh' | 'en') {
  const url = new URL('http://localhost/dictionary/indicators.xlsx');
  const locals = { language, scope: CITY, reader: () => city.app.reader(CITY) };
  const response = await GET({ url, locals } as unknown as Parameters<typeof GET>[0]);
  const bytes = Buffer.from(await response.arrayBuffer());
  expect(workbookFaults(bytes)).toEqual([]);
  return {
    name: decodeURIComponent(response.headers.get('content-disposition') ?? ''),
    sheets: (await readXlsx(bytes)).sheets
  };
}

test('the dictionary as a workbook has every indicator, limit and edge, and is called by its name', async () => {
  const { name, sheets } = await workbook('zh');
  expect(name).toContain('指标字典.xlsx');
  expect(sheets.map((sheet) => sheet.name)).toEqual(['指标', '阈值', '参数', '血缘']);
  const [indicators, thresholds, , lineage] = sheets.map(({ rows }) => rows.slice(1));
  expect(indicators?.map(([, id]) => id)).toEqual(catalogue.map(({ id }) => id));
  expect(thresholds).toHaveLength(catalogue.flatMap((entry) => entry.thresholds).length);
  const { data } = await rows(`${PATH}?indicator=IND-07-02&page_size=500`);
  expect(lineage?.filter(([id]) => id === 'IND-07-02')).toHaveLength(
    data.filter(({ report }) => report !== null).length
  );
});

test('in English no Chinese is left in what an indicator says', async () => {
  const { sheets } = await workbook('en');
  const texts = sheets[0]?.rows.flat().filter((cell) => typeof cell === 'string') ?? [];
  expect(texts.length).toBeGreaterThan(catalogue.length * 8);
  expect(texts.filter((text) => /\p{Script=Han}/u.test(text))).toEqual([]);
});
