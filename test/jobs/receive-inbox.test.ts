import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { receive } from '#ingest/receive.ts';
import { claim, claimed, incomingOf } from '#jobs/claim.ts';
import { RECEIPTS } from '#jobs/inbox.ts';
import { DataFolder } from './data-folder.ts';
import { institutionsCsv, uscc } from './report-csv.ts';

let folder: DataFolder;
beforeEach(async () => {
  folder = await DataFolder.open({ SHANJIAN_DEMO: 'off' });
});
afterEach(() => folder.remove());

const lies = (path: string) => existsSync(join(folder.path, path));

test('a file in the inbox is received, published and taken away', async () => {
  folder.put('inbox/名录.csv', institutionsCsv(1, 2));
  const did = await folder.jobs.receive();
  expect(folder.submissions()).toMatchObject([
    {
      file_name: '名录.csv',
      state: 'published',
      channel: 'inbox',
      authority: 'city',
      accepted: 2,
      publication: 1
    }
  ]);
  expect(await folder.count('staging.institutions')).toBe(2);
  expect(readdirSync(join(folder.path, 'inbox'))).toEqual([RECEIPTS]);
  expect(readdirSync(incomingOf(folder.warehouse.folders.kept))).toEqual([]);
  expect(did?.count).toBeGreaterThan(0);
  expect(folder.runs('receive')).toMatchObject([{ outcome: 'done' }]);
});

test('a folder speaks for the institution or department that it is named after', async () => {
  folder.put(`inbox/${uscc(1)}/own.csv`, institutionsCsv(1));
  folder.put(`inbox/${uscc(2).toLowerCase()}/foreign.csv`, institutionsCsv(3));
  folder.put('inbox/health_commission/dept.csv', institutionsCsv(4));
  await folder.jobs.receive();
  const found = Object.fromEntries(folder.submissions().map((each) => [each.file_name, each]));
  expect(found['own.csv']).toMatchObject({ authority: `institution ${uscc(1)}`, accepted: 1 });
  // Its row is of another institution, and rejected (ruling 5).
  expect(found['foreign.csv']).toMatchObject({ authority: `institution ${uscc(2)}`, accepted: 0 });
  expect(found['dept.csv']).toMatchObject({ authority: 'department health_commission' });
  expect(lies(`inbox/${uscc(1)}`)).toBe(true);
});

test('a folder may be called after its code and a name, in GB18030 as well', async () => {
  folder.put(`inbox/${uscc(1)}_虚构示例大学/own.csv`, institutionsCsv(1));
  const path = Buffer.concat([
    Buffer.from(join(folder.path, `inbox/${uscc(2)}_`)),
    // 大学
    Buffer.from('b4f3d1a7', 'hex')
  ]);
  mkdirSync(path);
  writeFileSync(Buffer.concat([path, Buffer.from('/gb.csv')]), institutionsCsv(2));
  await folder.jobs.receive();
  const found = Object.fromEntries(folder.submissions().map((each) => [each.file_name, each]));
  expect(found['own.csv']).toMatchObject({ authority: `institution ${uscc(1)}`, accepted: 1 });
  expect(found['gb.csv']).toMatchObject({ authority: `institution ${uscc(2)}`, accepted: 1 });
  expect(readdirSync(path)).toEqual([RECEIPTS]);
});

test('files of a folder that speaks for nobody stay, and the run says so once', async () => {
  folder.put('inbox/卫健委/a.csv', institutionsCsv(1));
  folder.put(`inbox/${uscc(1)}/old/b.csv`, institutionsCsv(1));
  await folder.jobs.receive();
  await folder.jobs.receive();
  expect(folder.submissions()).toEqual([]);
  expect(lies('inbox/卫健委/a.csv')).toBe(true);
  const runs = folder.runs('receive');
  expect(runs).toHaveLength(1);
  expect(runs[0]?.detail).toContain('卫健委/');
  expect(runs[0]?.detail).toContain(`${uscc(1)}/old/`);
});

test('a file that is still being written is left until it is whole', async () => {
  const path = folder.put('inbox/large.csv', institutionsCsv(1));
  folder.onSleep = () => appendFileSync(path, institutionsCsv(2).split('\n').slice(1).join('\n'));
  await folder.jobs.receive();
  expect(folder.submissions()).toEqual([]);
  expect(existsSync(path)).toBe(true);
  folder.onSleep = () => undefined;
  await folder.jobs.receive();
  expect(folder.submissions()).toMatchObject([{ state: 'published', accepted: 2 }]);
});

test('an empty file is given a minute to be filled, then returned with the reason', async () => {
  const path = folder.put('inbox/empty.csv', '');
  const age = (seconds: number) => {
    const at = new Date(folder.now.getTime() - seconds * 1000);
    utimesSync(path, at, at);
  };
  age(30);
  await folder.jobs.receive();
  expect(folder.submissions()).toEqual([]);
  age(90);
  await folder.jobs.receive();
  expect(folder.submissions()).toMatchObject([{ state: 'returned' }]);
  expect(folder.submissions()[0]?.reason).toContain('empty_file');
});

test('hidden files and links are passed over', async () => {
  folder.put('inbox/.uploading.csv', institutionsCsv(1));
  const outside = folder.put('elsewhere.csv', institutionsCsv(2));
  symlinkSync(outside, join(folder.path, 'inbox/link.csv'));
  await folder.jobs.receive();
  expect(folder.submissions()).toEqual([]);
  expect(lies('inbox/.uploading.csv')).toBe(true);
  expect(existsSync(outside)).toBe(true);
});

test('a name in GB18030 is read as such, and one too long keeps its end', async () => {
  const inbox = Buffer.from(join(folder.path, 'inbox/'));
  mkdirSync(inbox, { recursive: true });
  // 名录.csv, and 100 times 名, which in UTF-8 would be longer than a name may be.
  writeFileSync(Buffer.concat([inbox, Buffer.from('c3fbc2bc2e637376', 'hex')]), institutionsCsv(1));
  const long = Buffer.concat([Buffer.alloc(200, Buffer.from('c3fb', 'hex')), Buffer.from('.csv')]);
  writeFileSync(Buffer.concat([inbox, long]), institutionsCsv(2));
  await folder.jobs.receive();
  const names = folder.submissions().map(({ file_name }) => file_name);
  expect(names).toContain('名录.csv');
  expect(names.find((name) => name.length > 20)).toMatch(/^名+\.csv$/);
});

test('the same bytes again are known as such', async () => {
  folder.put('inbox/one.csv', institutionsCsv(1));
  await folder.jobs.receive();
  folder.put('inbox/two.csv', institutionsCsv(1));
  await folder.jobs.receive();
  expect(folder.submissions().map(({ state }) => state)).toEqual(['published', 'duplicate']);
});

test('what a crash left claimed is received once, whether or not it had been received', async () => {
  const { warehouse } = folder;
  const incoming = incomingOf(warehouse.folders.kept);
  for (const name of ['first.csv', 'second.csv']) {
    const path = folder.put(`inbox/${name}`, institutionsCsv(name.length));
    const authority = { kind: 'department', code: 'health_commission' } as const;
    await claim({ path: Buffer.from(path), file_name: name, authority }, incoming);
  }
  const [first] = await claimed(incoming);
  if (!first) throw new Error('nothing is claimed');
  // Received, but not released.
  const { path: bytes, file_name, authority, source } = first;
  await receive(warehouse, { bytes, file_name, authority, source, channel: 'inbox', at: folder.now });
  mkdirSync(join(incoming, 'a-folder-whose-file-had-not-come~city~'));

  await folder.jobs.receive();
  expect(
    folder
      .submissions()
      .map((each) => each.file_name)
      .sort()
  ).toEqual(['first.csv', 'second.csv']);
  expect(folder.submissions().map((each) => each.authority)).toEqual(
    Array(2).fill('department health_commission')
  );
  expect(readdirSync(incoming)).toEqual([]);
});

test('an inbox that cannot be read is a failure until it can be', async () => {
  const inbox = join(folder.path, 'inbox');
  await folder.jobs.receive();
  rmSync(inbox, { recursive: true });
  writeFileSync(inbox, 'not a folder');
  await folder.jobs.receive();
  await folder.jobs.receive();
  expect(folder.jobs.runs.lastFailure()).toMatchObject({ job: 'receive' });
  expect(folder.runs('receive')).toHaveLength(1);
  rmSync(inbox);
  await folder.jobs.receive();
  expect(folder.jobs.runs.lastFailure()).toBeNull();
});

test.skipIf(process.getuid?.() === 0)(
  'a file that may not be read stays, and the others are taken in',
  async () => {
    chmodSync(folder.put('inbox/secret.csv', institutionsCsv(1)), 0);
    folder.put('inbox/open.csv', institutionsCsv(2));
    await folder.jobs.receive();
    expect(folder.submissions()).toMatchObject([{ file_name: 'open.csv', state: 'published' }]);
    expect(folder.jobs.runs.lastFailure()?.says).toContain('secret.csv');
  }
);

test('a file that breaks the reader holds up no other, and is tried again later', async () => {
  folder.put('inbox/lost.csv', institutionsCsv(1));
  const lost = await receive(folder.warehouse, {
    bytes: join(folder.path, 'inbox/lost.csv'),
    file_name: 'lost.csv',
    channel: 'upload',
    authority: { kind: 'city', code: '' },
    at: folder.now
  });
  rmSync(join(folder.path, 'inbox/lost.csv'));
  const { kept } = folder.warehouse.folders;
  const shelf = readdirSync(kept).find((name) => name.length === 2) ?? '';
  const bytes = join(kept, shelf, readdirSync(join(kept, shelf))[0] ?? '');
  rmSync(bytes);
  folder.put('inbox/good.csv', institutionsCsv(2));
  await folder.jobs.receive();
  const states = () =>
    Object.fromEntries(folder.submissions().map(({ file_name, state }) => [file_name, state]));
  expect(states()).toEqual({ 'lost.csv': 'received', 'good.csv': 'published' });
  expect(folder.jobs.runs.lastFailure()?.says).toContain(`submission ${lost}`);

  writeFileSync(bytes, institutionsCsv(1));
  await folder.jobs.receive();
  // Not each minute.
  expect(states()['lost.csv']).toBe('received');
  expect(folder.jobs.runs.lastFailure()).not.toBeNull();
  folder.now = new Date(folder.now.getTime() + 11 * 60_000);
  await folder.jobs.receive();
  expect(states()['lost.csv']).toBe('published');
  expect(folder.jobs.runs.lastFailure()).toBeNull();
});
