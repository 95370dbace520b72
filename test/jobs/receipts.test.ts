import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx } from 'hucre';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { receive } from '#ingest/receive.ts';
import { RECEIPTS } from '#jobs/inbox.ts';
import { layReceipts } from '#jobs/receipts.ts';
import { orderWithdrawal } from '#jobs/withdraw.ts';
import { DataFolder } from './data-folder.ts';
import { institutionsCsv, uscc } from './report-csv.ts';

let folder: DataFolder;
beforeEach(async () => {
  folder = await DataFolder.open({ SHANJIAN_DEMO: 'off', SHANJIAN_PUBLIC_URL: 'https://ethics.example.org' });
});
afterEach(() => folder.remove());

const laid = (within: string): string[] => {
  const path = join(folder.path, 'inbox', within, RECEIPTS);
  return existsSync(path) ? readdirSync(path).sort() : [];
};
const texts = (within: string): string[] => laid(within).filter((name) => name.endsWith('.txt'));
const text = (within: string, name = texts(within)[0] ?? ''): string =>
  readFileSync(join(folder.path, 'inbox', within, RECEIPTS, name), 'utf8');

test('beside each file lies what became of it, in its own folder', async () => {
  const own = `${uscc(1)}_虚构第一医院`;
  folder.put(`inbox/${own}/名录.csv`, institutionsCsv(1, 2));
  folder.put('inbox/a.csv', institutionsCsv(3));
  await folder.jobs.receive();
  const ids = Object.fromEntries(folder.submissions().map(({ file_name, id }) => [file_name, id]));
  const begin = `${RECEIPTS}${ids['名录.csv']}_名录`;
  // One of its rows was returned, so that there is a slip.
  expect(laid(own)).toEqual([`${begin}.txt`, `${begin}.xlsx`]);
  expect(laid('')).toEqual([`${RECEIPTS}${ids['a.csv']}_a.txt`]);
  expect(text(own)).toContain(`https://ethics.example.org/submissions/${ids['名录.csv']}`);
  expect(text(own)).toContain('已发布');
  expect(text(own)).toMatch(/1 accepted .* 1 rejected/);
  const path = join(folder.path, 'inbox', own, RECEIPTS, `${begin}.xlsx`);
  const { sheets } = await readXlsx(readFileSync(path));
  expect(sheets.length).toBeGreaterThan(1);
  await folder.jobs.receive();
  expect(folder.submissions()).toHaveLength(2);
});

test('a returned file is told why, and what to do', async () => {
  folder.put(`inbox/${uscc(1)}/lunch.csv`, 'dish,price\nrice,3\n');
  await folder.jobs.receive();
  const lines = text(uscc(1)).split('\r\n');
  expect(laid(uscc(1))).toHaveLength(2);
  expect(lines.filter((line) => /^(?:原因|办法|Why|What to do)\S*./.test(line))).toHaveLength(4);
});

test('the same name again has an acknowledgement of its own', async () => {
  for (const n of [1, 2]) {
    folder.put(`inbox/${uscc(1)}/r01.csv`, institutionsCsv(...Array.from({ length: n }, () => 1)));
    await folder.jobs.receive();
  }
  expect(texts(uscc(1))).toHaveLength(2);
});

test('it is written anew when more is known, and not otherwise', async () => {
  folder.put(`inbox/${uscc(1)}/r01.csv`, institutionsCsv(1));
  await folder.jobs.receive();
  const [name = ''] = laid(uscc(1));
  const file = join(folder.path, 'inbox', uscc(1), RECEIPTS, name);
  writeFileSync(file, 'by another hand');
  await folder.jobs.receive();
  expect(text(uscc(1))).toBe('by another hand');
  const by = { kind: 'city', code: '' } as const;
  orderWithdrawal(folder.warehouse.control, 1, { reason: '报错月份', by, at: folder.now });
  await folder.jobs.receive();
  expect(text(uscc(1))).toContain('已撤回');
  expect(laid(uscc(1))).toEqual([name]);
});

test('what came before the service ended has its acknowledgement after the next start', async () => {
  mkdirSync(join(folder.path, 'inbox', uscc(1)), { recursive: true });
  await receive(folder.warehouse, {
    file_name: 'r01.csv',
    bytes: folder.put('r01.csv', institutionsCsv(1)),
    channel: 'inbox',
    authority: { kind: 'institution', code: uscc(1) },
    at: folder.now
  });
  await folder.jobs.takeThrough();
  folder.end();
  await folder.reopen();
  await folder.jobs.receive();
  expect(laid(uscc(1))).toHaveLength(1);
});

test('a corrected slip goes on under the name of the first file', async () => {
  const own = uscc(1);
  folder.put(`inbox/${own}/r01.csv`, institutionsCsv(1, 2));
  await folder.jobs.receive();
  const slip = join(folder.path, 'inbox', own, RECEIPTS, `${RECEIPTS}1_r01.xlsx`);
  renameSync(slip, join(folder.path, 'inbox', own, `${RECEIPTS}1_r01.xlsx`));
  await folder.jobs.receive();
  expect(folder.submissions()).toHaveLength(2);
  expect(laid(own)).toContain(`${RECEIPTS}2_r01.txt`);
});

test('files of other ways have none; nor does one whose folder is gone, until it is there again', async () => {
  await receive(folder.warehouse, {
    file_name: 'r01.csv',
    bytes: folder.put('r01.csv', institutionsCsv(1)),
    channel: 'upload',
    authority: { kind: 'city', code: '' },
    at: folder.now
  });
  const path = join(folder.path, 'inbox', uscc(1));
  folder.put(`inbox/${uscc(1)}/r01.csv`, institutionsCsv(1));
  folder.onSleep = () => undefined;
  await folder.jobs.receive();
  folder.warehouse.control.run('delete from receipt');
  renameSync(path, `${path}0`);
  expect(await layReceipts(folder.world)).toEqual([]);
  expect(laid('')).toEqual([]);
  renameSync(`${path}0`, `${path}_虚构`);
  await layReceipts(folder.world);
  expect(laid(`${uscc(1)}_虚构`)).toHaveLength(1);
});

test('the longest names keep their end', async () => {
  folder.put(`inbox/${'名'.repeat(80)}.csv`, institutionsCsv(1));
  await folder.jobs.receive();
  expect(laid('')).toHaveLength(1);
  expect(laid('')[0]).toMatch(new RegExp(`^${RECEIPTS}1_名+\\.txt$`));
});

test('an acknowledgement that cannot be written is a note and holds up nothing', async () => {
  folder.put(`inbox/${uscc(1)}/${RECEIPTS}`, 'a file in its place');
  folder.put(`inbox/${uscc(1)}/r01.csv`, institutionsCsv(1));
  await folder.jobs.receive();
  expect(folder.submissions()).toMatchObject([{ state: 'published' }]);
  expect(folder.jobs.runs.lastFailure()).toBeNull();
  expect(folder.runs('receive')[0]?.detail).toContain(RECEIPTS);
});
