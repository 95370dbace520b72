/**
 * Hostile files handed in: each is kept byte by byte and given back with a reason that a person can act on, the others
 * beside it are read, the service answers meanwhile, and no number that names a person is told by any of it.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeXlsx } from 'hucre/xlsx';
import { readFile } from '#ingest/read-file.ts';
import { receive } from '#ingest/receive.ts';
import { Rejection } from '#ingest/rejection.ts';
import { reports } from '#ingest/reports/index.ts';
import { keptPath } from '#ingest/landings.ts';
import { limited } from '#jobs/limited.ts';
import { filledIn, uscc, type Texts } from '../warehouse/filled-in.ts';
import { csvOf, SmallCity } from '../warehouse/small-city.ts';
import { bomb } from './hostile/archive-of.ts';
import { compoundOf } from './hostile/compound-of.ts';
import { ledger, workbookOf } from './hostile/workbook-of.ts';
import { put } from './report-files.ts';

let city: SmallCity;
beforeAll(async () => {
  city = await SmallCity.open();
});
afterAll(() => city.close());

const BUREAU = { kind: 'city', code: '' } as const;

function arrives(file_name: string, bytes: AsyncIterable<Uint8Array>): Promise<number> {
  return receive(city.warehouse, {
    file_name,
    bytes,
    channel: 'upload',
    authority: BUREAU,
    at: new Date('2026-09-30T10:00:00+08:00')
  });
}

async function* once(content: string | Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(Buffer.from(content));
}

let n = 0;
const order = (more: Texts = {}): Texts =>
  filledIn('R08', {
    rectification_id: `RC-${++n}`,
    institution_uscc: uscc(1),
    issued_date: '2026-08-03',
    due_date: '2026-08-20',
    ...more
  });

test('Hostile files are kept and given back with a reason, the good one between them is read', async () => {
  const { packed, expanded } = bomb('', 80, '');
  const files: [string, Uint8Array, string][] = [
    [
      'bomb.xlsx',
      workbookOf(ledger(), { 'xl/worksheets/sheet1.xml': { packed, says: { expanded } } }),
      'zip_bomb'
    ],
    ['twice.xlsx', workbookOf(ledger(), { 'XL/worksheets/sheet1.xml': ledger() }), 'unsafe_archive'],
    ['laughs.xlsx', workbookOf(`<!DOCTYPE x [<!ENTITY a "b">]>${ledger()}`), 'unsafe_archive'],
    ['locked.xls', compoundOf({ EncryptedPackage: Buffer.alloc(9000) }), 'password_protected'],
    ['good.csv', Buffer.from(csvOf('R08', [order(), order()])), ''],
    ['noise.csv', Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256)), 'not_supported'],
    ['line.json', Buffer.from(`{"a":1}\n{"a":"${'x'.repeat(6 << 20)}"}`), 'long_line'],
    ['empty.csv', Buffer.alloc(0), 'empty_file']
  ];
  const ids = await Promise.all(files.map(([name, bytes]) => arrives(name, once(bytes))));
  await city.validate();
  for (const [i, [name, bytes, code]] of files.entries()) {
    const id = ids[i] ?? 0;
    const state = city.warehouse.control.one<{ state: string; reason: string | null; sha256: string }>(
      'select state, reason, sha256 from submission where id = $id',
      { id }
    );
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(state?.sha256).toBe(sha256);
    expect(readFileSync(keptPath(city.warehouse.folders.kept, sha256)).equals(Buffer.from(bytes))).toBe(true);
    expect([name, state?.state]).toEqual([name, code === '' ? 'validated' : 'returned']);
    if (code === '') continue;
    expect(JSON.parse(state?.reason ?? '{}')).toMatchObject({ code });
    const shown = await (await city.reader()).submission(id);
    expect(shown?.reason?.remedy.zh.length).toBeGreaterThan(8);
    expect(JSON.stringify(shown?.reason)).not.toMatch(/\{\w+\}/);
  }
});

test('While a hostile file keeps a reader busy, the service answers and another file is read', async () => {
  // Rows without end of which each cell must be looked at, and nothing is data.
  const row = `<row>${'<c t="inlineStr"><is><t>x</t></is></c>'.repeat(200)}</row>`;
  const slow = put(
    workbookOf(ledger(1).replace('</sheetData>', `${row.repeat(15_000)}</sheetData>`)),
    'slow.xlsx'
  );
  const good = put(csvOf('R08', [order()]), 'good.csv');
  const { scratch } = city.warehouse.folders;
  const limits = { timeout_ms: 1200, ratio: 10_000 };
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  let slowEnded = false;
  const reading = readFile(slow, 'slow.xlsx', reports, scratch, limits)
    .catch((error: unknown) => error)
    .finally(() => (slowEnded = true));
  const asked: number[] = [];
  for (let i = 0; i < 5; i++) {
    const started = performance.now();
    const reader = await city.reader();
    await reader.submissions();
    asked.push(performance.now() - started);
  }
  expect((await readFile(good, 'good.csv', reports, scratch)).sheets[0]?.row_count).toBe(1);
  expect(slowEnded).toBe(false);
  const end = await reading;
  delay.disable();
  expect(end).toBeInstanceOf(Rejection);
  expect((end as Rejection).code).toBe('too_slow');
  // Much, but this machine also does the reading; a service that read by itself would be silent for all of the time.
  expect(delay.max / 1e6).toBeLessThan(800);
  expect(Math.max(...asked)).toBeLessThan(1500);
}, 30_000);

const inHand = () => readdirSync(join(city.warehouse.folders.kept, 'tmp'));
const submissions = () =>
  city.warehouse.control.one<{ n: number }>('select count(*) as n from submission')?.n ?? 0;

/** The same piece over and over: gigabytes that were never in memory. */
async function* stream(megabytes: number, end?: Error): AsyncGenerator<Uint8Array> {
  const piece = Buffer.alloc(1 << 20, '审查,台账\n');
  for (let i = 0; i < megabytes; i++) yield await Promise.resolve(piece);
  if (end) throw end;
}

test('A large upload passes through to the disk and takes no memory', async () => {
  global.gc?.();
  const before = process.memoryUsage().rss;
  let most = 0;
  async function* watched(): AsyncGenerator<Uint8Array> {
    for await (const part of stream(300)) {
      most = Math.max(most, process.memoryUsage().rss);
      yield part;
    }
  }
  const id = await arrives('large.csv', limited(watched(), 2 ** 30));
  const row = city.warehouse.control.one<{ bytes: number }>('select bytes from submission where id = $id', {
    id
  });
  expect(row?.bytes).toBe(300 * 2 ** 20);
  expect(most - before).toBeLessThan(120 * 2 ** 20);
  city.warehouse.control.run(`update submission set state = 'withdrawn' where id = $id`, { id });
}, 60_000);

test('An upload beyond the limit, and one that breaks off, leave nothing behind', async () => {
  const before = submissions();
  const large = await arrives('large.csv', limited(stream(40), 32 * 2 ** 20)).catch(
    (error: unknown) => error
  );
  expect(large).toMatchObject({ code: 'too_large' });
  await expect(
    arrives('half.csv', limited(stream(5, new Error('connection lost')), 2 ** 30))
  ).rejects.toThrow('connection lost');
  expect(inHand()).toEqual([]);
  expect(submissions()).toBe(before);
});

const MOBILE = '13912345678';
const SPACED = '139-1234-5678';
const IDENTITY = '210102198503124217';
const digits = (text: string) => text.normalize('NFKC').replace(/[\s-]/g, '');

test('Numbers that name a person are refused in free text, and nothing tells them whole', async () => {
  const rows = [
    order({ issue_summary: `联系张三 ${MOBILE}` }),
    order({ issue_summary: `身份证 ${IDENTITY}` }),
    order({ issue_summary: '电话１３９１２３４５６７８' }),
    order({ severity: MOBILE }),
    order({ issued_date: IDENTITY }),
    order({ rectification_id: MOBILE, severity: 'x' }),
    order({ issue_summary: '座机024-23212345，代码912101202010123060，项目KY2026-13912345678' })
  ];
  const table = csvOf('R08', rows);
  const [head = '', ...body] = table.split('\r\n').join('\n').split('\n');
  const file = [
    `填报人：张三 ${MOBILE}`,
    `${head},备注（${SPACED}）`,
    ...body.filter((line) => line !== '').map((line) => `${line},${IDENTITY}`),
    `联系人：李四 ${SPACED}`,
    ''
  ].join('\n');
  const sheets = [
    { name: `张三${MOBILE}`, rows: [['说明', MOBILE]] },
    { name: '审查', rows: [[`联系 ${MOBILE}`], ['审查编号', '委员会编号', '项目编号', IDENTITY]] }
  ];
  const ids = [
    await arrives(`张三${MOBILE}.csv`, once(file)),
    await arrives(`${IDENTITY}.xlsx`, once(await writeXlsx({ sheets }))),
    await arrives('a.csv', once(`姓名,${MOBILE},证件\n张三,${SPACED},${IDENTITY}\n`)),
    await arrives('a.json', once(`[{"姓名":"${MOBILE}" ${IDENTITY}`)),
    await arrives('b.json', once(`[{"${MOBILE}":1,"${MOBILE}":2}]`)),
    await arrives('c.json', once(`{"report":"${MOBILE}","rows":[]}`))
  ];
  await city.publish('2026-09-30');
  const { control, engine } = city.warehouse;
  const told: unknown[] = [];
  for (const table of ['submission', 'sheet', 'job_run', 'publication'])
    told.push(control.all(`select * from ${table}`));
  told.push(await engine.all('select * from raw.finding'));
  const reader = await city.reader();
  told.push(await reader.submissions());
  for (const id of ids) {
    told.push(await reader.submission(id), await reader.findings(id));
    told.push(await reader.sheet(id, 1, { row: 6, around: 12 }));
  }
  const all = digits(
    JSON.stringify(told, (_, value: unknown) => (typeof value === 'bigint' ? Number(value) : value))
  );
  // The last row may name a project by a number that holds one.
  const without = all.replaceAll(digits(`KY2026-${MOBILE}`), '');
  expect(without).not.toContain(MOBILE);
  expect(without).not.toContain(IDENTITY);
  const found = await reader.findings(ids[0] ?? 0);
  const rejected = found.rows
    .filter(({ check_id }) => check_id === 'personal_data')
    .map(({ row_no }) => row_no);
  expect(rejected).toEqual([3, 4, 5]);
  expect(found.rows.filter(({ row_no }) => row_no === 9).map(({ check_id }) => check_id)).not.toContain(
    'personal_data'
  );
  expect((await reader.submission(ids[0] ?? 0))?.sheets[0]?.skipped.map(({ text }) => text)).toEqual([
    '联系人：李四 139********'
  ]);
});

test('Control characters and formulas in cells: the first are refused at their cell, the second are text', async () => {
  const bad = order({ issue_summary: '整改\x07要求' });
  const good = order({ issue_summary: `=HYPERLINK("http://x","y")` });
  const id = await arrives('cells.csv', once(csvOf('R08', [bad, good])));
  await city.publish('2026-09-30');
  const reader = await city.reader();
  const { rows } = await reader.findings(id);
  const refused = rows.filter(({ level }) => level === 'reject');
  expect(refused).toMatchObject([
    { check_id: 'control', row_no: 2, field: 'issue_summary', level: 'reject', value: '整改␇要求' }
  ]);
  expect(refused[0]?.cell).toMatch(/^[A-Z]+2$/);
  expect(JSON.stringify(refused[0])).not.toMatch(/\{\w+\}/);
  const sheet = await reader.sheet(id, 1, { row: 2, around: 5 });
  expect(sheet?.rows.map(({ rejected }) => rejected)).toEqual([true, false]);
  expect(JSON.stringify(sheet)).toContain('=HYPERLINK(');
});
