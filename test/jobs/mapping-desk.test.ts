/** The desk where columns are mapped: samples, versions for those one speaks for, and the kept file once more. */
import { existsSync, utimesSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstDraft, mappingOf } from '#ingest/draft-mapping.ts';
import { receive } from '#ingest/receive.ts';
import { reportOf, reports } from '#ingest/reports/index.ts';
import { suggestMappings } from '#ingest/suggest-mapping.ts';
import { mappingDesk, type ForeignFile, type MappingDesk } from '#jobs/mapping-desk.ts';
import { mappingProfiles } from '#warehouse/control/mapping-profiles.ts';
import type { Authority } from '#warehouse/publish.ts';
import { CITY } from '#warehouse/scope.ts';
import { ETHICS_SYSTEM, HOSPITAL } from '../ingest/foreign-tables.ts';
import { DataFolder } from './data-folder.ts';

let folder: DataFolder;
let desk: MappingDesk;
beforeAll(async () => {
  folder = await DataFolder.open({ SHANJIAN_DEMO: 'off', SHANJIAN_UPLOAD_LIMIT: '1M' });
  desk = mappingDesk(folder.world, folder.jobs);
});
afterAll(() => folder.remove());

const hospital: Authority = { kind: 'institution', code: HOSPITAL };
const table = ETHICS_SYSTEM.map((row) => row.join(',')).join('\n');
async function* bytes(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

async function sample(text: string): Promise<ForeignFile> {
  const path = await desk.samplePath(await desk.keepSample(bytes(text)));
  if (!path) throw new Error('not kept');
  return { path, file_name: '样本.csv', authority: hospital };
}

async function mappingFor(file: ForeignFile) {
  const [first] = await desk.tables(file);
  if (!first) throw new Error('no table');
  const [best] = suggestMappings(first.columns, reports, {});
  if (!best) throw new Error('no suggestion');
  return mappingOf(firstDraft(reportOf('R04'), best, first, {}), reportOf('R04'));
}

const handIn = (text: string, authority: Authority) =>
  receive(folder.warehouse, {
    file_name: '导出.csv',
    bytes: bytes(text),
    channel: 'upload',
    authority,
    at: folder.now
  });

test('a sample is kept for a day and is no submission', async () => {
  const { path } = await sample(table);
  expect(existsSync(path)).toBe(true);
  expect(folder.submissions()).toEqual([]);
  const old = new Date(folder.now.getTime() - 2 * 86_400_000);
  utimesSync(path, old, old);
  await desk.keepSample(bytes('another'));
  expect(existsSync(path)).toBe(false);
  expect(await desk.samplePath('../../control.sqlite')).toBeUndefined();
  expect(await desk.samplePath('0'.repeat(64))).toBeUndefined();
  await expect(desk.keepSample(bytes('x'.repeat(1_100_000)))).rejects.toMatchObject({ code: 'too_large' });
});

test('a profile is made for those that one speaks for, and says what is wrong with it', async () => {
  const mapping = await mappingFor(await sample(table));
  const made = { ...mapping, owner: hospital, report: 'R04', name: '甲', note: '', by: 'upload' };
  const other = { kind: 'institution', code: '12210100MB0000027C' } as const;
  const faultsOf = (done: ReturnType<MappingDesk['save']>) =>
    'faults' in done ? done.faults.map(({ field }) => field) : [];
  expect(faultsOf(desk.save(other, made))).toEqual(['']);
  expect(faultsOf(desk.save(CITY, { ...made, name: ' ' }))).toEqual(['']);
  expect(faultsOf(desk.save(CITY, { ...made, report: 'R99' }))).toEqual(['']);
  expect(faultsOf(desk.save(CITY, { ...made, owner: { kind: 'institution', code: '123' } }))).toEqual(['']);
  expect(faultsOf(desk.save(CITY, { ...made, constants: { decision: 'pending' } }))).toEqual(['decision']);
  expect(mappingProfiles(folder.warehouse.control, '9999')).toEqual([]);
  const saved = desk.save({ kind: 'institution', code: HOSPITAL }, made);
  expect(saved).toMatchObject({ version: 1 });
  expect(
    faultsOf(desk.save(CITY, { ...made, report: 'R08', columns: {}, constants: {}, codes: {} }))
  ).not.toEqual([]);
  if ('faults' in saved) throw new Error('not saved');
  expect(desk.retire(other, saved.id)).toBe(false);
  expect(desk.retire(CITY, saved.id)).toBe(true);
  expect(desk.retire(CITY, 999)).toBe(false);
});

test('a returned file is handed in again as it was kept, and read by the profile made meanwhile', async () => {
  const text = table.replaceAll('LL-2026-01', 'LL-2026-07');
  const first = await handIn(text, hospital);
  await folder.jobs.takeThrough();
  expect(folder.submissions().find(({ id }) => id === first)?.state).toBe('returned');
  const mapping = await mappingFor(await sample(text));
  desk.save(CITY, { ...mapping, owner: hospital, report: 'R04', name: '乙', note: '', by: 'upload' });
  const again = await desk.handInAgain(first);
  const found = folder.submissions().find(({ id }) => id === again);
  expect(found).toMatchObject({ state: 'published', accepted: 3, authority: `institution ${HOSPITAL}` });
  expect(folder.submissions().find(({ id }) => id === first)?.state).toBe('returned');
  const next = await handIn(text.replaceAll('LL-2026-07', 'LL-2026-08'), hospital);
  await folder.jobs.takeThrough();
  expect(folder.submissions().find(({ id }) => id === next)).toMatchObject({
    state: 'published',
    accepted: 3
  });
});

test('tables are read once for one file, under the header row that a person says', async () => {
  const file = await sample(table);
  const [byGuess] = await desk.tables(file);
  expect((await desk.tables(file))[0]).toBe(byGuess);
  const [bySaying] = await desk.tables(file, 2);
  expect(bySaying?.columns[0]?.header).toBe('LL-2026-0101');
});
