/** The workbooks that institutions fill in: opened without repair, recognised empty, accepted when filled as shown. */
import { readXlsx } from 'hucre';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codeLists } from '#ingest/codes/index.ts';
import type { Report } from '#ingest/declare.ts';
import { receive } from '#ingest/receive.ts';
import { reports } from '#ingest/reports/index.ts';
import { exampleCell } from '#ingest/template/example-row.ts';
import { headerRow } from '#ingest/template/form-sheet.ts';
import { templateWorkbook } from '#ingest/template.ts';
import { ZipPackage } from '#ingest/xlsx/zip-package.ts';
import { columnLetters } from '#warehouse/cell-name.ts';
import { allColumns } from '#warehouse/typed.ts';
import { BUREAU, districts, SmallCity } from '../warehouse/small-city.ts';
import { read } from './report-files.ts';
import { workbookFaults } from './workbook-faults.ts';

const codes = { CL20: districts };
const form = { prefix: '沈科伦', issued_by: '沈阳市科学技术局', approval: '', valid_to: '' };
const city = { codes, form };
const [first] = reports;
const exampleOf = (report: Report) => allColumns(report).map((column) => exampleCell(report, column, codes));
/** A copy of an example under another key; a credit code that begins with 9 is an enterprise's. */
const keyedRow = (row: readonly (string | number)[], at: number, key: string | number) =>
  row.with(at, key).map((cell) => (String(key).startsWith('9') && cell === '高等学校' ? '企业' : cell));
/** The examples, and beside them the records of others that they name. */
const examples = Object.fromEntries(
  reports.map((report) => {
    const [keyed] = report.key;
    const named = reports
      .flatMap(({ columns }) =>
        columns.filter((column) => column.ref === report.table && column.example !== '')
      )
      .map(({ example }) => example);
    const at = allColumns(report).findIndex(({ field }) => field === keyed);
    const own = exampleOf(report);
    return [report.id, [...new Set([own[at] ?? '', ...named])].map((key) => keyedRow(own, at, key))];
  })
);
const rowsOf = (all: typeof examples) => Object.values(all).reduce((sum, rows) => sum + rows.length, 0);

describe.each<Report>(reports)('$id', (report) => {
  const empty = templateWorkbook([report], { city });

  test('the empty template opens without repair and is recognised: every column, and no row', async () => {
    expect(workbookFaults(empty)).toEqual([]);
    const { sheets, remarks } = await read(empty);
    expect(sheets.map((sheet) => [sheet.report, sheet.header_row, sheet.row_count])).toEqual([
      [report.id, headerRow, 0]
    ]);
    const fields = allColumns(report).map(({ field }) => field);
    expect(Object.keys(sheets[0]?.columns ?? {}).toSorted()).toEqual(fields.toSorted());
    expect(sheets[0]?.unknown_columns).toEqual([]);
    expect(remarks, 'its own other sheets are nothing to speak of').toEqual([]);
  });

  test('what is filled in above the table is read', async () => {
    const prefill = {
      institution_name: '示例大学（虚构）',
      institution_uscc: '12210100000000019C',
      report_period: '2026-09'
    };
    const { sheets } = await read(templateWorkbook([report], { city, prefill }));
    expect(sheets[0]?.meta).toEqual({ report_period: '2026-09', institution_uscc: '12210100000000019C' });
  });

  test('beside every cell to fill in it is said what is wanted', () => {
    const sheet = ZipPackage.open(empty).text('xl/worksheets/sheet1.xml');
    const rules = [...sheet.matchAll(/<dataValidation [^>]*sqref="([A-Z]+)\d+:[A-Z]+1048576"/g)];
    expect(rules.map(([, letters]) => letters)).toEqual(allColumns(report).map((_, i) => columnLetters(i)));
    for (const [rule] of rules) expect(rule).toMatch(/ promptTitle="[^"]+" prompt="[^"]+"/);
  });
});

describe('one workbook with all reports', () => {
  let sea: SmallCity;
  beforeAll(async () => {
    sea = await SmallCity.open();
  });
  afterAll(() => sea.close());
  const handIn = (bytes: Uint8Array) =>
    receive(sea.warehouse, {
      file_name: '模板.xlsx',
      bytes: (async function* () {
        yield Buffer.from(bytes);
        await Promise.resolve();
      })(),
      channel: 'upload',
      authority: BUREAU,
      at: new Date('2026-12-20T10:00:00+08:00')
    });

  test('filled in as the examples show, every row is accepted and nothing is found', async () => {
    const workbook = templateWorkbook(reports, { city, rows: examples });
    expect(workbookFaults(workbook)).toEqual([]);
    const id = await handIn(workbook);
    await sea.validate();
    const found = await sea.lines(
      'select sheet_no, field, check_id, value from raw.finding where submission_id = $id order by all',
      { id }
    );
    expect(found).toEqual([]);
    expect(sea.state(id)).toMatchObject({
      state: 'validated',
      rows: rowsOf(examples),
      accepted: rowsOf(examples),
      remarked: 0
    });
  }, 300_000);

  test('of several forms an empty one says that it declares nothing; a form by itself leaves it open', async () => {
    const some = reports.filter(({ nil }) => nil).slice(0, 2);
    const nil = async (forms: readonly Report[]) =>
      (await read(templateWorkbook(forms, { city }))).sheets.map(({ meta }) => meta.nil);
    expect(await nil(some)).toEqual([false, false]);
    expect(await nil(some.slice(0, 1))).toEqual([undefined]);
  });

  test('left empty it is read as that many empty tables', async () => {
    const { sheets } = await read(templateWorkbook(reports, { city }));
    expect(sheets.map(({ report, row_count }) => [report, row_count])).toEqual(
      reports.map(({ id }) => [id, 0])
    );
  });
});

test('choices are the Chinese labels; the city’s districts among them', async () => {
  if (!first) throw new Error('no report');
  const workbook = await readXlsx(templateWorkbook([first], { city }));
  const [sheet] = workbook.sheets;
  const rule = (field: string) => {
    const at = first.columns.findIndex((column) => column.field === field);
    return sheet?.dataValidations?.find(({ range }) =>
      range.startsWith(`${String.fromCharCode(65 + at)}${headerRow + 1}:`)
    );
  };
  expect(rule('institution_kind')?.values).toEqual(codeLists.CL01.items.map(({ zh }) => zh));
  expect(rule('district_code')?.values).toEqual(districts.map(({ zh }) => zh));
});

test('a list too long for the cell stands on a hidden sheet, by a name', async () => {
  if (!first) throw new Error('no report');
  const many = Array.from({ length: 60 }, (_, i) => ({
    code: `2101${i + 10}`,
    zh: `示例第${i}新区（虚构）`,
    en: `No. ${i}`
  }));
  const bytes = templateWorkbook([first], { city: { ...city, codes: { CL20: many } } });
  expect(workbookFaults(bytes)).toEqual([]);
  const workbook = await readXlsx(bytes);
  const list = workbook.sheets.find(({ hidden }) => hidden);
  expect(list?.rows.map(([label]) => label)).toEqual(many.map(({ zh }) => zh));
  expect(workbook.namedRanges?.map(({ name, range }) => [name, range])).toEqual([
    ['list_CL20', `'${list?.name ?? ''}'!$A$1:$A$60`]
  ]);
  expect(
    workbook.sheets[0]?.dataValidations?.filter(({ formula1 }) => formula1 === 'list_CL20')
  ).toHaveLength(1);
  expect((await read(bytes)).remarks).toEqual([]);
});

test('an example is no data, whatever its sheet is called, and the data beside it is read', async () => {
  if (!first) throw new Error('no report');
  const workbook = await readXlsx(templateWorkbook([first], { city, rows: examples }));
  const example = workbook.sheets.find(({ name }) => name.startsWith('填写示例'));
  const cells = example?.rows.map((row) => row.map((value) => String(value ?? ''))) ?? [];
  const { writeXlsx } = await import('hucre');
  const renamed = await writeXlsx({
    sheets: [
      { name: '九月', rows: cells },
      { name: '十月', rows: workbook.sheets[0]?.rows ?? [] }
    ]
  });
  const { sheets, remarks } = await read(renamed);
  expect(sheets.map(({ sheet, row_count }) => [sheet, row_count])).toEqual([
    ['十月', examples[first.id]?.length]
  ]);
  expect(remarks.map(({ code, sheet }) => [code, sheet])).toEqual([['sheet_skipped', '九月']]);
});

test('a form is protected but for the cells to fill in, and its workbook keeps its sheets', async () => {
  if (!first) throw new Error('no report');
  const workbook = await readXlsx(templateWorkbook([first], { city, rows: examples }), { readStyles: true });
  const [sheet] = workbook.sheets;
  expect(workbook.workbookProtection?.lockStructure).toBe(true);
  expect(sheet?.protection?.sheet).toBe(true);
  const locked = (row: number, column: number) =>
    sheet?.cells?.get(`${row},${column}`)?.style?.protection?.locked ?? true;
  expect(locked(headerRow - 1, 0)).toBe(true);
  expect(locked(headerRow, 0)).toBe(false);
});
