import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { receive } from '#ingest/receive.ts';
import { validateSubmissions } from '#ingest/validate-submissions.ts';
import { lockData } from '#jobs/lock-data.ts';
import { openData } from '#jobs/open-data.ts';
import { recover } from '#jobs/recover.ts';
import { orderWithdrawal } from '#jobs/withdraw.ts';
import { controlContents, differences, warehouseContents } from './contents.ts';
import { DataFolder } from './data-folder.ts';
import { institutionsCsv } from './report-csv.ts';

let folder: DataFolder;
beforeEach(async () => {
  folder = await DataFolder.open({ SHANJIAN_DEMO: 'off' });
});
afterEach(() => folder.remove());

/** Ends and starts again. */
async function restart(between: () => void = () => undefined): Promise<void> {
  folder.end();
  between();
  await folder.reopen();
  await recover(folder.world, folder.jobs.runs);
}

const receiveOne = (n: number) =>
  receive(folder.warehouse, {
    file_name: `${n}.csv`,
    bytes: folder.put(`${n}.csv`, institutionsCsv(n)),
    channel: 'upload',
    authority: { kind: 'city', code: '' },
    at: folder.now
  });
const states = () => folder.submissions().map(({ state }) => state);

test('what was received goes on: judged, published, evaluated', async () => {
  await receiveOne(1);
  await restart();
  expect(states()).toEqual(['published']);
});

test('what was judged is published, also when the warehouse with its rows is gone', async () => {
  await receiveOne(1);
  await validateSubmissions(folder.warehouse);
  await restart(() => rmSync(join(folder.path, 'warehouse.duckdb')));
  expect(states()).toEqual(['published']);
  expect(await folder.count('staging.institutions')).toBe(1);
});

test('a publication that the control store had not heard of is recorded as it was', async () => {
  const { control } = folder.warehouse;
  await receiveOne(1);
  await folder.jobs.takeThrough();
  await receiveOne(1);
  await receiveOne(2);
  await folder.jobs.takeThrough();
  const before = controlContents(control);
  // As the process leaves it that dies between the two commits.
  control.run('delete from publication where number = 2');
  control.run('delete from publication_submission where number = 2');
  control.run(
    `update submission set state = 'validated', publication = null, unchanged = 0 where publication = 2`
  );
  await restart();
  expect(differences(controlContents(folder.warehouse.control), before)).toEqual({});
});

const withdraw = (id: number) =>
  orderWithdrawal(folder.warehouse.control, id, {
    reason: '误报',
    by: { kind: 'city', code: '' },
    at: folder.now
  });

test('a withdrawal that was ordered is carried out', async () => {
  await receiveOne(1);
  await folder.jobs.takeThrough();
  withdraw(1);
  await restart();
  expect(states()).toEqual(['withdrawn']);
  expect(await folder.count('staging.institutions where superseded_in = 2')).toBe(1);
});

test('a withdrawal that the control store had not heard of is recorded as it was', async () => {
  const { control } = folder.warehouse;
  await receiveOne(1);
  await folder.jobs.takeThrough();
  withdraw(1);
  await folder.jobs.takeThrough();
  const before = controlContents(control);
  // As the process leaves it that dies between the two commits.
  control.run('delete from publication where number = 2');
  control.run('delete from publication_submission where number = 2');
  control.run(`update submission set state = 'published' where id = 1`);
  control.run('update withdrawal set publication = null');
  await restart();
  expect(differences(controlContents(folder.warehouse.control), before)).toEqual({});
});

test('a lost warehouse comes back with what was withdrawn from it, and before it', async () => {
  await receiveOne(1);
  await receiveOne(2);
  await folder.jobs.takeThrough();
  // Confirms what the first file said, which stands on it from the withdrawal on.
  await receive(folder.warehouse, {
    file_name: 'both.csv',
    bytes: folder.put('both.csv', institutionsCsv(1, 3)),
    channel: 'upload',
    authority: { kind: 'city', code: '' },
    at: folder.now
  });
  await folder.jobs.takeThrough();
  withdraw(1);
  await folder.jobs.takeThrough();
  await receiveOne(4);
  await validateSubmissions(folder.warehouse);
  withdraw(4);
  withdraw(2);
  await folder.jobs.takeThrough();
  const before = await warehouseContents(folder.warehouse.engine);
  expect(before['staging.institutions']?.filter((row) => row.includes('2147483647'))).toHaveLength(2);
  await restart(() => rmSync(join(folder.path, 'warehouse.duckdb')));
  expect(differences(await warehouseContents(folder.warehouse.engine), before)).toEqual({});
}, 300_000);

test('rows appended for a publication that never came to be are gone', async () => {
  await receiveOne(1);
  await folder.jobs.takeThrough();
  const before = await warehouseContents(folder.warehouse.engine);
  // As the process leaves it that dies after the first of publishing's two commits.
  await folder.warehouse.engine.write(async (tx) => {
    await tx.run(`insert into staging.institutions by name
      select * replace (2 as published_in, '虚构' as institution_name) from staging.institutions`);
    await tx.run('update staging.institutions set superseded_in = 2 where published_in = 1');
  });
  await restart();
  expect(differences(await warehouseContents(folder.warehouse.engine), before)).toEqual({});
});

const setAside = () => readdirSync(folder.path).filter((name) => name.endsWith('.broken'));

test.each([
  ['cut off', (file: string) => truncateSync(file, 20_000)],
  ['overwritten', (file: string) => writeFileSync(file, 'no warehouse')],
  ['damaged in a block', damage]
])('a warehouse file that was %s is set aside and comes back equal', async (_, spoil) => {
  await receiveOne(1);
  await folder.jobs.takeThrough();
  const before = await warehouseContents(folder.warehouse.engine);
  await restart(() => spoil(join(folder.path, 'warehouse.duckdb')));
  expect(differences(await warehouseContents(folder.warehouse.engine), before)).toEqual({});
  expect(setAside()).toHaveLength(1);
  expect(folder.logged.some(({ level, message }) => level === 'error' && /made anew/.test(message))).toBe(
    true
  );
  // The new one is known as ours.
  await restart();
  expect(setAside()).toHaveLength(1);
});

function damage(file: string): void {
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(20_000, 7), 0, 20_000, 12_288);
  closeSync(handle);
}

test('one that another version of the tables made is set aside and comes back', async () => {
  await receiveOne(1);
  await folder.jobs.takeThrough();
  await folder.warehouse.engine.write((tx) => tx.run(`update meta.origin set definitions = 'of long ago'`));
  for (const _ of [1, 2]) {
    await restart();
    expect(await folder.count('staging.institutions')).toBe(1);
    expect(setAside()).toHaveLength(1);
  }
});

test('without a kept file the warehouse cannot be made anew: the start fails and names the file', async () => {
  await receiveOne(1);
  await folder.jobs.takeThrough();
  const { kept } = folder.warehouse.folders;
  for (const shelf of readdirSync(kept)) rmSync(join(kept, shelf), { recursive: true });
  await expect(restart(() => rmSync(join(folder.path, 'warehouse.duckdb')))).rejects.toThrow(
    /Submission 1: .*kept/s
  );
});

test('half-written files are cleared away and runs that were broken off are known', async () => {
  const { kept, scratch, findings } = folder.warehouse.folders;
  const left = [join(kept, 'tmp/half'), join(scratch, '7-1.records'), join(findings, '7.draft')];
  for (const path of left) folder.put(path.slice(folder.path.length + 1), 'half');
  writeFileSync(join(findings, '6.parquet'), 'whole');
  void folder.jobs.runs.run('daily', () => new Promise(() => undefined));
  await restart();
  expect(left.filter((path) => existsSync(path))).toEqual([]);
  expect(existsSync(join(findings, '6.parquet'))).toBe(true);
  expect(folder.runs('daily')).toMatchObject([{ outcome: 'broken off' }]);
});

test('a second process is told who works on the folder', async () => {
  const lock = lockData(folder.path, folder.effects);
  const second = spawn(process.execPath, ['jobs/main.ts'], {
    env: { ...process.env, SHANJIAN_DATA: folder.path, SHANJIAN_PORT: '0' },
    stdio: ['ignore', 'ignore', 'pipe']
  });
  let says = '';
  second.stderr.on('data', (bytes: Buffer) => (says += bytes.toString()));
  const [code] = (await once(second, 'close')) as [number];
  expect(code).toBe(1);
  expect(says).toContain(`process ${process.pid}`);
  expect(says).toContain(folder.path);
  lock.release();
  lockData(folder.path, folder.effects).release();
});

test('a warehouse that another program has open is not set aside', async () => {
  folder.end();
  const file = join(folder.path, 'warehouse.duckdb');
  const other = spawn(process.execPath, [
    '-e',
    `import('@duckdb/node-api').then(async ({ DuckDBInstance }) => {
       globalThis.held = await DuckDBInstance.create(process.argv[1]); console.log('open'); setInterval(() => 0, 1e6) })`,
    file
  ]);
  await once(other.stdout, 'data');
  await expect(openData(folder.settings, folder.effects)).rejects.toThrow(
    `open in another program (process ${other.pid})`
  );
  other.kill('SIGKILL');
  await once(other, 'close');
  expect(readdirSync(folder.path).filter((name) => name.endsWith('.broken'))).toEqual([]);
  await folder.reopen();
});
