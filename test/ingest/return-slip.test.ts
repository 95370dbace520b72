/** From a file handed in to its slip, as the reader knows the findings; and from the slip to the corrected file. */
import { readFileSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { readXlsx } from 'hucre';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '#ingest/declare.ts';
import { receive } from '#ingest/receive.ts';
import { reportOf } from '#ingest/reports/index.ts';
import { returnSlip } from '#ingest/return-slip.ts';
import { exampleCell } from '#ingest/template/example-row.ts';
import { headerRow } from '#ingest/template/form-sheet.ts';
import { templateWorkbook } from '#ingest/template.ts';
import { keptPath } from '#ingest/landings.ts';
import type { Language } from '#ingest/slip/request.ts';
import { allColumns } from '#warehouse/typed.ts';
import { cellName } from '#warehouse/cell-name.ts';
import type { Scope } from '#warehouse/scope.ts';
import { BUREAU, csvOf, department, districts, institution, SmallCity } from '../warehouse/small-city.ts';
import { committeeOf, filledIn, uscc } from '../warehouse/filled-in.ts';
import { workbookFaults } from './workbook-faults.ts';

let city: SmallCity;
const A = uscc(1);
const B = uscc(2);
const reviews: Report = reportOf('R04');
const codes = { CL20: districts };
const form = { prefix: '沈科伦', issued_by: '沈阳市科学技术局', approval: '', valid_to: '' };
const columns = allColumns(reviews);
const at = (field: string) => columns.findIndex((column) => column.field === field);
const MOBILE = '13800138000';

beforeAll(async () => {
  city = await SmallCity.open();
  const day = { day: '2026-10-01' };
  await city.handIn('R01', [{ institution_uscc: A }, { institution_uscc: B }], day);
  await city.handIn('R02', [{ institution_uscc: A }, { institution_uscc: B }], day);
  await city.publish('2026-10-01');
});
afterAll(() => city.close());

const handIn = async (file_name: string, bytes: Uint8Array | string, authority = BUREAU) => {
  const id = await receive(city.warehouse, {
    file_name,
    bytes: (async function* () {
      yield Buffer.from(bytes);
      await Promise.resolve();
    })(),
    channel: 'upload',
    authority,
    at: new Date('2026-10-08T14:03:00+08:00')
  });
  await city.publish('2026-10-08');
  return id;
};

/** The slip's bytes; the file is gone afterwards, and nothing else of the making is left. */
async function slip(id: number, language: Language = 'zh', scope?: Scope) {
  const { scratch, kept } = city.warehouse.folders;
  const made = await returnSlip(await city.reader(scope), id, {
    language,
    scratch,
    kept: (sha) => keptPath(kept, sha)
  });
  if (!made) return undefined;
  const bytes = readFileSync(made.path);
  await rm(made.path);
  expect(readdirSync(scratch).filter((name) => name.startsWith('slip-'))).toEqual([]);
  expect(workbookFaults(bytes)).toEqual([]);
  return { bytes, file_name: made.file_name, workbook: await readXlsx(bytes, { readStyles: true }) };
}

const sheetOf = ({ workbook }: NonNullable<Awaited<ReturnType<typeof slip>>>, name: string | number) =>
  typeof name === 'number' ? workbook.sheets[name] : workbook.sheets.find((sheet) => sheet.name === name);
const texts = (sheet: { rows: unknown[][] } | undefined) =>
  (sheet?.rows ?? [])
    .flat()
    .map((value) =>
      value instanceof Date ? value.toISOString() : `${(value as string | number | null) ?? ''}`
    );

function filledForm(rows: readonly Record<string, string | number>[]): Buffer {
  const example = columns.map((column) => exampleCell(reviews, column, codes));
  const filled = rows.map((row, i) =>
    columns.map(
      ({ field }, column) => row[field] ?? (field === 'review_id' ? `R-${i}` : (example[column] ?? ''))
    )
  );
  return templateWorkbook([reviews], { city: { codes, form }, rows: { R04: filled } });
}
const good = (n: number) => ({ review_id: `KY-${n}`, committee_id: committeeOf(A) });

describe('a template that was filled in with mistakes', () => {
  const rows = [
    good(1),
    { ...good(2), decision: '同意开展' },
    { ...good(3), extension_reason: `请联系 ${MOBILE}` },
    { ...good(4), supplement_notices: 3 },
    { ...good(5), decision: '' }
  ];
  let id: number;
  beforeAll(async () => {
    id = await handIn('某大学_九月.xlsx', filledForm(rows));
  });

  test('comes back with the cells at fault marked and noted, a summary first', async () => {
    const made = await slip(id);
    if (!made) throw new Error('no slip');
    expect(made.file_name).toBe('回执_某大学_九月.xlsx');
    const form = sheetOf(made, `R04 ${reviews.zh}`);
    const note = (row: number, field: string) =>
      form?.cells?.get(`${headerRow + row - 1},${at(field)}`)?.comment?.text ?? '';
    expect(note(2, 'decision')).toMatch(/退回[^]*同意开展[^]*处理办法/);
    expect(note(5, 'decision')).toMatch(/退回/);
    expect(note(4, 'supplement_notices')).toMatch(/提示/);
    expect(note(1, 'decision')).toBe('');
    const summary = texts(sheetOf(made, 0));
    const { sha256 } = (await (await city.reader()).submission(id)) ?? {};
    expect(summary).toEqual(expect.arrayContaining(['某大学_九月.xlsx', sha256, '2026-10-08 14:03']));
    expect(summary).toContain(cellName(at('decision'), headerRow + 2));
  });

  test('leads from the list to the cell', async () => {
    const made = await slip(id);
    const links = [...(made?.workbook.sheets[0]?.cells?.values() ?? [])].flatMap(
      ({ hyperlink }) => hyperlink?.location ?? []
    );
    expect(links).toContain(`'R04 ${reviews.zh}'!${cellName(at('decision'), headerRow + 2)}`);
  });

  test('repeats no personal number in what we write', async () => {
    const made = await slip(id);
    if (!made) throw new Error('no slip');
    expect(texts(sheetOf(made, 0)).join()).not.toContain(MOBILE);
    const notes = [...(sheetOf(made, 1)?.cells?.values() ?? [])].map(({ comment }) => comment?.text ?? '');
    expect(notes.join()).not.toContain(MOBILE);
  });

  test('speaks English where it is asked to', async () => {
    const made = await slip(id, 'en');
    expect(made?.workbook.sheets[0]?.name).toBe('Return slip');
    const said = texts(made && sheetOf(made, 0)).filter(
      (text) => !/某大学|伦理审查台账|同意开展|…/.test(text)
    );
    expect(said.join()).toMatch(/returned/);
  });

  test('corrected in the slip and handed in again, it is accepted', async () => {
    const made = await slip(id);
    if (!made) throw new Error('no slip');
    const again = await handIn('回执_某大学_九月.xlsx', made.bytes);
    const reader = await city.reader();
    const { sheets, notices, rejected } = (await reader.submission(again)) ?? {};
    expect(
      sheets?.map(({ report }) => report),
      'our sheets are no data'
    ).toEqual(['R04']);
    expect(notices?.map(({ sheet }) => sheet).filter((sheet) => sheet === '报送回执')).toEqual([]);
    expect(rejected).toBe(3);
    const second = await slip(again);
    expect(second?.file_name).toBe('回执_某大学_九月.xlsx');
    expect(second?.workbook.sheets.map(({ name }) => name)).toEqual(
      made.workbook.sheets.map(({ name }) => name)
    );
    const corrected = await handIn('更正.xlsx', filledForm(rows.map((row, i) => good(i + 1))));
    expect(city.state(corrected)).toMatchObject({ rejected: 0 });
    const clean = texts((await slip(corrected))?.workbook.sheets[0]);
    expect(clean.filter((text) => text === '退回' || text === '提示').length).toBeLessThan(2);
  });
});

describe('a file that is no workbook', () => {
  const review = (n: number, more = {}) =>
    filledIn('R04', { review_id: `CSV-${n}`, committee_id: committeeOf(A), accepted: '2026-08-03', ...more });

  test('comes back as a workbook of what was read, with the rows of the file', async () => {
    const rows = [
      review(1),
      review(2, { decision: '?' }),
      review(3, { project_id: '=1+1' }),
      review(4, { extension_reason: MOBILE })
    ];
    const id = await handIn('审查.csv', csvOf('R04', rows));
    const made = await slip(id);
    if (!made) throw new Error('no slip');
    expect(made.file_name).toBe('回执_审查.xlsx');
    const table = made.workbook.sheets[1];
    expect(table?.rows.map(([row]) => row)).toEqual(['原文件行号', 2, 3, 4, 5]);
    const header = table?.rows[0] ?? [];
    const column = (field: string) => header.indexOf(field);
    expect(table?.cells?.get(`2,${column('decision')}`)?.comment?.text).toMatch(/退回/);
    expect(table?.rows[3]?.[column('project_id')]).toBe('=1+1');
    expect(table?.cells?.get(`3,${column('project_id')}`)?.formula).toBeUndefined();
    expect(texts(table).join(), 'personal numbers are not repeated').not.toContain(MOBILE);
    const again = await handIn('回执_审查.xlsx', made.bytes);
    expect(city.state(again), 'can be corrected and handed in').toMatchObject({ rows: 4, rejected: 1 });
  });

  test('JSON has elements for rows', async () => {
    const id = await city.handIn('R04', [review(11), review(12, { decision: '?' })], {
      day: '2026-10-08',
      form: 'json',
      bare: true
    });
    await city.publish('2026-10-08');
    const made = await slip(id);
    expect(made?.workbook.sheets[1]?.rows.map(([row]) => row)).toEqual(['原文件行号', 1, 2]);
    const notes = [...(made?.workbook.sheets[1]?.cells ?? [])].filter(([, { comment }]) => comment);
    expect(notes.map(([place]) => place.split(',')[0])).toEqual(['2']);
  });
});

test('a file returned whole has its reason before its own sheets, which nobody touched', async () => {
  const { writeXlsx } = await import('hucre');
  const before = await writeXlsx({
    sheets: [{ name: '通知', rows: [['关于报送的通知'], ['请各单位按时报送']] }]
  });
  const id = await handIn('通知.xlsx', before);
  const made = await slip(id);
  expect(made?.workbook.sheets.map(({ name }) => name)).toEqual(['报送回执', '通知']);
  expect(made?.workbook.sheets[1]?.rows).toEqual([['关于报送的通知'], ['请各单位按时报送']]);
  const { reason } = (await (await city.reader()).submission(id)) ?? {};
  expect(texts(made?.workbook.sheets[0])).toContain(reason?.says.zh);
});

test('a file that cannot be opened at all has a slip of its reason alone', async () => {
  const made = await slip(await handIn('坏.xlsx', filledForm([good(1)]).subarray(0, 2000)));
  expect(made?.workbook.sheets.map(({ name }) => name)).toEqual(['报送回执']);
});

test('a row of many mistakes counts once, one without any says so', async () => {
  const id = await handIn('好.xlsx', filledForm([good(21)]));
  expect(city.state(id)).toMatchObject({ accepted: 1, rejected: 0 });
  const made = await slip(id);
  expect(made?.workbook.sheets[1]?.cells?.get(`${headerRow},${at('decision')}`)?.comment).toBeUndefined();
});

describe('what a scope may not see', () => {
  test('has no slip', async () => {
    const id = await handIn('甲.xlsx', filledForm([good(31)]), institution(A));
    const code = uscc(7);
    expect(await slip(id, 'zh', { kind: 'institution', code })).toBeUndefined();
  });

  test('of a file that others handed in only its own rows come, and not the file', async () => {
    const file = filledForm([
      { review_id: 'X-1', committee_id: committeeOf(A), decision: '?' },
      { review_id: 'X-2', committee_id: committeeOf(A) },
      { review_id: 'X-3', committee_id: committeeOf(B), decision: '?' },
      { review_id: 'X-4', committee_id: committeeOf(B) }
    ]);
    const id = await handIn('汇总.xlsx', file, department('education_bureau'));
    const own = await slip(id, 'zh', { kind: 'institution', code: B });
    const said = own?.workbook.sheets.flatMap((sheet) => texts(sheet)) ?? [];
    expect(said).toEqual(expect.arrayContaining(['X-3', 'X-4']));
    expect(said.filter((text) => text === 'X-1' || text === 'X-2')).toEqual([]);
    expect(own?.workbook.sheets.map(({ name }) => name)).toEqual(['报送回执', `R04 ${reviews.zh}`]);
  });
});
