/** Nothing that somebody wrote into a cell becomes a formula in a workbook of ours; numbers below nothing stay numbers. */
import { readFileSync, rmSync } from 'node:fs';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keptPath } from '#ingest/landings.ts';
import { reports } from '#ingest/reports/index.ts';
import { returnSlip } from '#ingest/return-slip.ts';
import { templateWorkbook } from '#ingest/template.ts';
import { unzip, zipDirectory } from '#ingest/zip-directory.ts';
import { filledIn, uscc } from '../warehouse/filled-in.ts';
import { csvOf, districts, SmallCity } from '../warehouse/small-city.ts';

const dangerous = [
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("http://x","y")',
  '+1+cmd',
  '-1+2',
  '@SUM(A1)',
  '\t=1',
  '＝1+1'
];

let city: SmallCity;
beforeAll(async () => {
  city = await SmallCity.open();
});
afterAll(() => city.close());

/** The XML of every part of a workbook, but for the formulas of drop-downs, which are ours. */
function xmlOf(workbook: Buffer): Map<string, string> {
  const entries = zipDirectory(workbook).filter(({ name }) => /\.xml$/.test(name));
  return new Map(
    entries.map((entry) => [
      entry.name,
      unzip(workbook, entry)
        .toString('utf8')
        .replaceAll(/<formula[12]>[^<]*<\/formula[12]>/g, '')
    ])
  );
}

test('A return slip made from a table holds its cells as text', async () => {
  const rows = dangerous.map((issue_summary, n) =>
    filledIn('R08', {
      rectification_id: `RC-${n}`,
      institution_uscc: uscc(1),
      issued_date: '2026-08-03',
      due_date: '2026-08-20',
      severity: issue_summary,
      issue_summary
    })
  );
  const id = await city.handInBytes('=cmd.csv', csvOf('R08', rows), { day: '2026-09-01' });
  await city.publish('2026-09-01');
  const { kept, scratch } = city.warehouse.folders;
  for (const language of ['zh', 'en'] as const) {
    const slip = await returnSlip(await city.reader(), id, {
      language,
      kept: (sha) => keptPath(kept, sha),
      scratch
    });
    const bytes = readFileSync(slip?.path ?? '');
    rmSync(slip?.path ?? '');
    for (const [name, xml] of xmlOf(bytes))
      expect([name, /<(?:\w+:)?f[\s>]/.test(xml)]).toEqual([name, false]);
    const { sheets } = await readXlsx(bytes);
    const cells = sheets.flatMap((sheet) => sheet.rows.flat());
    for (const text of dangerous) expect(cells).toContain(text);
  }
});

test('A template filled in from what is known holds it as text, and no formula but those of its drop-downs', () => {
  const [report] = reports;
  if (!report) throw new Error('No report');
  const city = {
    codes: { CL20: districts },
    form: { prefix: '虚构', issued_by: '=1+1', approval: '@x', valid_to: '' }
  };
  const rows = { [report.id]: dangerous.map((text) => report.columns.map(() => text)) };
  const workbook = templateWorkbook([report], {
    city,
    rows,
    prefill: { institution_name: '=1+1', institution_uscc: '=2+2', report_period: '@x' }
  });
  for (const [name, xml] of xmlOf(workbook))
    expect([name, /<(?:\w+:)?f[\s>]/.test(xml)]).toEqual([name, false]);
});
