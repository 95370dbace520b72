import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx } from 'hucre';
import { afterAll, expect, test } from 'vitest';
import { codeLists } from '#ingest/codes/index.ts';
import { endReading, readFile } from '#ingest/read-file.ts';
import { reports } from '#ingest/reports/index.ts';
import { templateWorkbook } from '#ingest/template.ts';

const folder = mkdtempSync(join(tmpdir(), 'template-'));
afterAll(async () => {
  await endReading();
  rmSync(folder, { recursive: true });
});
const city = { CL20: [{ code: '210112', zh: '浑南区', en: 'Hunnan' }] };

test.each(reports)(
  '$id: the empty template is recognised as its report, every column of it',
  async (report) => {
    const path = join(folder, `${report.id}.xlsx`);
    writeFileSync(path, await templateWorkbook(report, city));
    const read = await readFile(path, 'template.xlsx', reports, folder);
    expect(read.sheets.map((sheet) => sheet.report)).toEqual([report.id]);
    expect(Object.keys(read.sheets[0]?.columns ?? {}).toSorted()).toEqual(
      [...report.columns.map(({ field }) => field), 'report_period', 'row_action'].toSorted()
    );
    expect(read.sheets[0]?.row_count).toBe(0);
  }
);

test('a column of codes offers their Chinese labels; the city’s districts among them', async () => {
  const [report] = reports;
  if (!report) throw new Error('no report');
  const workbook = await readXlsx(await templateWorkbook(report, city));
  const form = workbook.sheets[0];
  const offered = (field: string) => {
    const at = report.columns.findIndex((column) => column.field === field);
    const letter = String.fromCharCode(65 + at);
    return form?.dataValidations?.find(({ range }) => range.startsWith(`${letter}2:`))?.values;
  };
  expect(offered('institution_kind')).toEqual(codeLists.CL01.items.map(({ zh }) => zh));
  expect(offered('district_code')).toEqual(['浑南区']);
});
