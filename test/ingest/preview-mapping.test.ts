/** What is previewed is what is received, and a profile reads what it should and nothing else. */
import { writeFileSync } from 'node:fs';
import { writeXlsx } from 'hucre/xlsx';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstDraft, mappingOf } from '#ingest/draft-mapping.ts';
import { mappingFaults } from '#ingest/mapping-faults.ts';
import { previewMapping } from '#ingest/preview-mapping.ts';
import { readForeign } from '#ingest/read-foreign.ts';
import { Rejection } from '#ingest/rejection.ts';
import { reportOf, reports } from '#ingest/reports/index.ts';
import { suggestMappings } from '#ingest/suggest-mapping.ts';
import { landAgain } from '#ingest/land-again.ts';
import { addVersion, readBy, retire, type Mapping } from '#warehouse/control/mapping-profiles.ts';
import type { Authority } from '#warehouse/publish.ts';
import { BUREAU, institution, SmallCity } from '../warehouse/small-city.ts';
import { ETHICS_SYSTEM, HOSPITAL } from './foreign-tables.ts';

const OTHER = '12210100MB0000027C';
const DAY = '2026-09-01';
const csvOf = (rows: readonly (readonly string[])[]) => rows.map((row) => `${row.join(',')}\n`).join('');
const [header = [], ...rows] = ETHICS_SYSTEM;
/** Its own title above, as the export has it, and its mistakes below. */
const exported = csvOf([
  ['某医院伦理系统导出（虚构）'],
  ['导出时间：2026-09-01', '', '操作员：虚构'],
  header,
  ...rows,
  rows[0]?.map((cell, at) =>
    at === 0 ? 'LL-2026-0104' : at === 16 ? '另议' : at === 12 ? '2026-13-01' : cell
  ) ?? [],
  rows[0]?.map((cell, at) => (at === 0 ? 'LL-2026-0105' : at === 8 ? '2026-12-01 09:00' : cell)) ?? []
]);

let city: SmallCity;
beforeAll(async () => {
  city = await SmallCity.open();
  await city.handIn('R01', [{ institution_uscc: HOSPITAL }], { day: '2026-08-01' });
  await city.publish('2026-08-01');
});
afterAll(() => city.close());

let files = 0;
function put(text: string | Uint8Array): { path: string; file_name: string } {
  const path = join(tmpdir(), `shanjian-foreign-${process.pid}-${++files}.csv`);
  writeFileSync(path, text);
  return { path, file_name: '导出.csv' };
}

async function mapped(text = exported) {
  const file = put(text);
  const [table] = await readForeign(file, city.warehouse.folders.scratch);
  if (!table) throw new Error('no table');
  const [best] = suggestMappings(table.columns, reports, city.warehouse.city);
  if (!best) throw new Error('no suggestion');
  return {
    file,
    table,
    best,
    mapping: mappingOf(firstDraft(reportOf('R04'), best, table, city.warehouse.city), reportOf('R04'))
  };
}

const save = (owner: Authority, mapping: Mapping, at: string, name = '伦理系统导出') =>
  addVersion(city.warehouse.control, { owner, report: 'R04', name, note: '', at, by: '测试', ...mapping });

const publishedKeys = (id: number) =>
  city.lines('select record_key from staging.reviews where submission_id = $id order by all', { id });

test('a foreign table is read under its own headers, with the rows below them', async () => {
  const { table, best } = await mapped();
  expect(table).toMatchObject({ sheet: '', header_row: 3, rows: [4, 5, 6, 7, 8] });
  expect(table.columns.map((column) => column.header)).toEqual(header);
  expect(table.columns[0]?.values[1]).toBe('LL-2026-0102');
  expect(best.report).toBe('R04');
});

test('what is previewed is what is received, value by value and finding by finding', async () => {
  const { file, mapping } = await mapped();
  const authority = institution(HOSPITAL);
  const shown = await previewMapping(city.warehouse, {
    ...file,
    authority,
    day: DAY,
    sheet: '',
    report: 'R04',
    mapping
  });
  if (!shown) throw new Error('no preview');
  expect(shown.map(({ row_no, rejected }) => [row_no, rejected])).toEqual([
    [4, false],
    [5, false],
    [6, false],
    [7, true],
    [8, true]
  ]);
  expect(shown[0]?.values).toMatchObject({
    accepted_at: '2026-08-03T15:00',
    decision: 'approved',
    activity_scope: ['human_participants'],
    attending_count: 9,
    is_extended: false
  });
  expect(shown[3]?.findings.map(({ field, check_id }) => `${field} ${check_id}`)).toEqual([
    'decision code',
    'meeting_date type'
  ]);
  expect(await city.lines('select count(*) from raw.reviews')).toEqual(['0']);

  save(authority, mapping, '2026-08-31T00:00:00.000Z');
  const id = await city.handInBytes('导出.csv', exported, { day: DAY, authority });
  await city.publish(DAY);
  expect(city.state(id)).toMatchObject({ state: 'published', rows: 5, accepted: 3, rejected: 2 });
  expect(await city.findings(id)).toEqual(
    shown.flatMap(({ row_no, findings }) =>
      [...findings]
        .sort((a, b) => a.field.localeCompare(b.field) || a.check_id.localeCompare(b.check_id))
        .map(({ field, level, check_id }) => `${row_no} ${field} ${level} ${check_id}`)
    )
  );
  const fields = Object.keys(shown[0]?.values ?? {}).filter((field) => field !== 'report_period');
  const received = await city.all(
    `select ${fields.join(', ')} from staging.reviews where submission_id = ${id} order by row_no`
  );
  expect(received).toEqual(
    shown
      .filter(({ rejected }) => !rejected)
      .map(({ values }) => Object.fromEntries(fields.map((field) => [field, values[field]])))
  );
});

test('the next file of the same form is read at once; another’s files and those before it are not', async () => {
  const { mapping } = await mapped();
  const next = exported
    .replaceAll('LL-2026-01', 'LL-2026-02')
    .replaceAll('2026-13-01', '2026-08-21')
    .replaceAll('另议', '同意');
  const handIn = (authority: Authority, day: string, text = next) =>
    city.handInBytes('导出.csv', text, { day, authority });
  const [own, others, bureaus, early] = [
    await handIn(institution(HOSPITAL), '2026-09-02'),
    await handIn(institution(OTHER), '2026-09-02'),
    await handIn(BUREAU, '2026-09-02'),
    await handIn(institution(HOSPITAL), '2026-08-20', next.replaceAll('-02', '-03'))
  ];
  await city.validate();
  expect([own, others, bureaus, early].map((id) => city.state(id)?.state)).toEqual([
    'validated',
    'returned',
    'returned',
    'returned'
  ]);
  save(BUREAU, mapping, '2026-09-02T12:00:00.000Z', '全市通用');
  const again = [await handIn(institution(OTHER), '2026-09-03'), await handIn(BUREAU, '2026-09-03')];
  await city.validate();
  expect(again.map((id) => city.state(id)?.state)).toEqual(['validated', 'validated']);
  expect(readBy(city.warehouse.control, again[0] ?? 0).get(1)).toMatchObject({
    name: '全市通用',
    version: 1
  });
  expect(readBy(city.warehouse.control, own).get(1)).toMatchObject({ name: '伦理系统导出', version: 1 });
});

test('a file is read again by the version that read it, though there is another by then, or none', async () => {
  const { mapping } = await mapped();
  const text = exported.replaceAll('LL-2026-01', 'LL-2026-05');
  const authority = institution(HOSPITAL);
  const id = await city.handInBytes('导出.csv', text, { day: '2026-09-04', authority });
  await city.publish('2026-09-04');
  const raw = () => city.lines(`select * from raw.reviews where submission_id = ${id} order by row_no`);
  const before = await raw();
  expect(before).toHaveLength(5);
  const { decision: _, ...columns } = mapping.columns;
  const second = save(
    authority,
    { ...mapping, columns, constants: { decision: 'pending' } },
    '2026-09-05T00:00:00.000Z'
  );
  expect(second.version).toBe(2);
  const later = await city.handInBytes('导出.csv', text.replaceAll('-05', '-06'), {
    day: '2026-09-06',
    authority
  });
  await city.publish('2026-09-06');
  expect(readBy(city.warehouse.control, later).get(1)).toMatchObject({ version: 2 });
  expect(
    await city.lines(`select distinct decision from raw.reviews where submission_id = ${later}`)
  ).toEqual(['pending']);
  retire(city.warehouse.control, second.id, '2026-09-07T00:00:00.000Z');
  await city.warehouse.engine.write(async (tx) => void (await tx.run('delete from raw.reviews')));
  await landAgain(city.warehouse, [id, later]);
  expect(await raw()).toEqual(before);
  expect(
    await city.lines(`select distinct decision from raw.reviews where submission_id = ${later}`)
  ).toEqual(['pending']);
  expect(await publishedKeys(id)).toContain('LL-2026-0501');
});

test('a retired profile reads nothing more, until a version is added to it again', async () => {
  const { mapping } = await mapped();
  const authority = institution(uniqueOwner);
  const { id } = save(authority, mapping, '2026-08-01T00:00:00.000Z', '停用');
  const state = async (day: string, from: string) => {
    const one = await city.handInBytes('导出.csv', exported.replaceAll('LL-2026-01', from), {
      day,
      authority
    });
    await city.validate();
    return readBy(city.warehouse.control, one).get(1)?.name;
  };
  expect(await state('2026-08-02', 'A')).toBe('停用');
  retire(city.warehouse.control, id, '2026-08-03T00:00:00.000Z');
  expect(await state('2026-08-04', 'B')).toBeUndefined();
  expect(save(authority, mapping, '2026-08-05T00:00:00.000Z', '停用')).toEqual({ id, version: 1 });
  expect(await state('2026-08-06', 'C')).toBe('停用');
});
const uniqueOwner = '12210100MB0000035C';

test('a preview of a file that cannot be read says why; of one with other columns, that there is nothing', async () => {
  const { mapping } = await mapped();
  const ask = { authority: BUREAU, day: DAY, sheet: '', report: 'R04', mapping };
  await expect(previewMapping(city.warehouse, { ...put('甲,乙\n1,2\n'), ...ask })).rejects.toThrow(Rejection);
  await expect(readForeign(put(''), city.warehouse.folders.scratch)).rejects.toThrow(Rejection);
});

test('a mapping is told its faults field by field before any file is read', async () => {
  const { mapping, table } = await mapped();
  const report = reportOf('R04');
  const faults = (some: Partial<Mapping>, headers?: string[]) =>
    mappingFaults(report, { ...mapping, ...some }, city.warehouse.city, headers).map(({ field }) => field);
  expect(
    faults(
      {},
      table.columns.map((column) => column.header)
    )
  ).toEqual([]);
  const { decision: _, ...without } = mapping.columns;
  expect(faults({ columns: without })).toEqual(['decision']);
  expect(faults({ columns: without, constants: { decision: 'perhaps' } })).toEqual(['decision']);
  expect(faults({ columns: without, constants: { decision: '批准' } })).toEqual([]);
  expect(faults({ columns: { ...mapping.columns, lunch: '午餐' } })).toEqual(['lunch']);
  expect(faults({ columns: { ...mapping.columns, meeting_date: '午餐' } }, ['午餐'])).toHaveLength(
    Object.keys(mapping.columns).length - 1
  );
  expect(faults({ constants: { decision: 'pending' } })).toEqual(['decision']);
  expect(faults({ codes: { decision: { 好: 'good' } } })).toEqual(['decision']);
  expect(faults({ codes: { review_id: { 好: 'good' } } })).toEqual(['review_id']);
  expect(faults({ constants: { extended_due_date: '昨天', report_period: '{report_period}' } })).toEqual([
    'extended_due_date'
  ]);
});

test('a workbook shows each of its sheets, and the one chosen is read with its own days and numbers', async () => {
  const day = (text: string) => new Date(`${text}Z`);
  const typed = rows.map((row) =>
    row.map((cell, at) =>
      header[at] === '受理日期'
        ? day(`${cell.replace(' ', 'T')}:00`)
        : header[at] === '补正次数'
          ? Number(cell)
          : cell
    )
  );
  const notes = [
    ['科室', '联系人岗位', '备注'],
    ['伦理办', '秘书', '虚构']
  ];
  const book = await writeXlsx({
    sheets: [
      { name: '通讯录', rows: notes },
      { name: '受理', rows: [['某医院（虚构）'], header, ...typed] }
    ]
  });
  const file = put(book);
  const tables = await readForeign(file, city.warehouse.folders.scratch);
  expect(tables.map(({ sheet, header_row }) => [sheet, header_row])).toEqual([
    ['通讯录', 1],
    ['受理', 2]
  ]);
  const table = tables[1];
  if (!table) throw new Error('no table');
  const [best] = suggestMappings(table.columns, reports, {});
  if (best?.report !== 'R04') throw new Error('not recognised');
  const mapping = mappingOf(firstDraft(reportOf('R04'), best, table, {}), reportOf('R04'));
  const ask = { ...file, authority: institution(HOSPITAL), day: DAY, report: 'R04', mapping };
  const shown = await previewMapping(city.warehouse, { ...ask, sheet: '受理' });
  expect(
    shown?.map(({ row_no, values }) => [row_no, values['accepted_at'], values['supplement_notices']])
  ).toEqual([
    [3, '2026-08-03T15:00', 0],
    [4, '2026-08-05T09:00', 1],
    [5, '2026-08-06T11:00', 0]
  ]);
  expect(await previewMapping(city.warehouse, { ...ask, sheet: '通讯录' })).toBeUndefined();
});

test('records of a JSON document under foreign keys are mapped alike', async () => {
  const records = rows.map((row) => Object.fromEntries(header.map((key, at) => [key, row[at]])));
  const [first = {}] = records;
  const text = JSON.stringify([{ ...first, 涉及类别: ['涉及人', '实验动物'] }, ...records.slice(1)]);
  const { file, table, mapping } = await mapped(text);
  expect(table).toMatchObject({ sheet: '', header_row: 0, rows: [1, 2, 3] });
  expect(mapping.columns['accepted_at']).toBe('受理日期');
  const ask = { ...file, authority: institution(HOSPITAL), day: DAY, sheet: '', report: 'R04', mapping };
  const shown = await previewMapping(city.warehouse, ask);
  expect(shown?.[0]?.values['activity_scope']).toEqual(['human_participants', 'laboratory_animal']);
});

test('of a long file only the beginning is read', async () => {
  const many = Array.from(
    { length: 5000 },
    (_, n) => rows[0]?.map((cell, at) => (at === 0 ? `N-${n}` : cell)) ?? []
  );
  const { file, table, mapping } = await mapped(csvOf([header, ...many]));
  expect(table.rows).toHaveLength(200);
  const ask = { ...file, authority: BUREAU, day: DAY, sheet: '', report: 'R04', mapping };
  expect(await previewMapping(city.warehouse, ask)).toHaveLength(200);
});
