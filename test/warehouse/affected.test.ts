/** What a publication leaves as it is would have come out the same. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { handIns } from '#fixtures/generate.ts';
import { reportOf, reports } from '#ingest/reports/index.ts';
import { affected, readsOf } from '#warehouse/affected.ts';
import { catalogue } from '#warehouse/catalogue/index.ts';
import { publishAnew } from '#warehouse/publish.ts';
import { receive } from '#ingest/receive.ts';
import { SmallCity } from './small-city.ts';

const STORY = { institutions: 12, months: 5, end: '2026-11-20' };
/** What comes after that day is handed in on the last one, file by file. */
const FROM = '2026-07-31';
/** Files of each kind: they are named by it. */
const MOST = 3;

let city: SmallCity;
const later: {
  file_name: string;
  bytes: Uint8Array;
  code: string;
  kind: 'city' | 'department' | 'institution';
}[] = [];
beforeAll(async () => {
  city = await SmallCity.open();
  for (const { day, file_name, bytes, authority } of handIns(STORY)) {
    const code = authority.kind === 'city' ? '' : authority.code;
    if (day <= FROM) await take({ file_name, bytes, code, kind: authority.kind }, FROM);
    else later.push({ file_name, bytes, code, kind: authority.kind });
  }
  await city.publish(FROM);
  await city.publish(STORY.end);
}, 600_000);
afterAll(() => city.close());

const take = ({ file_name, bytes, kind, code }: (typeof later)[number], day: string) =>
  receive(city.warehouse, {
    file_name,
    bytes: one(bytes),
    channel: 'import',
    authority: { kind, code },
    at: new Date(`${day}T18:00:00+08:00`)
  });

async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

class Undone extends Error {}

/** Cells and lines that come out otherwise if everything is computed anew. */
async function otherwise(): Promise<unknown[]> {
  const found: unknown[] = [];
  const [newest] = await city.all<{ number: number }>('select max(number) as number from meta.publication');
  const number = (newest?.number ?? 0) + 1;
  const work = city.warehouse.engine.write(async (tx) => {
    await publishAnew(tx, { number, day: STORY.end, published_at: STORY.end, code_version: 'test' });
    for (const table of ['value', 'histogram', 'report_line'])
      found.push(
        ...(await tx.all(
          `select * from indicators.${table} where published_in = ${number} or superseded_in = ${number}`
        ))
      );
    throw new Undone();
  });
  await expect(work).rejects.toBeInstanceOf(Undone);
  return found;
}

test('file by file on one day', async () => {
  const taken = new Map<string, number>();
  const before = city.warehouse.control.one<{ id: number }>('select max(id) as id from submission');
  for (const file of later) {
    const kind = file.file_name.split('_')[0] ?? '';
    const nth = (taken.get(kind) ?? 0) + 1;
    if (nth > MOST) continue;
    taken.set(kind, nth);
    await take(file, STORY.end);
    if ((await city.publish(STORY.end)) !== undefined) expect(await otherwise(), file.file_name).toEqual([]);
  }
  const handedIn = city.warehouse.control.one<{ n: number }>(
    'select count(distinct report) as n from sheet where submission_id > $id',
    { id: before?.id ?? 0 }
  );
  expect(handedIn?.n).toBeGreaterThan(15);
}, 600_000);

test('a mart is known to change with every report that it is computed from', () => {
  expect([...readsOf('project').tables].sort()).toEqual(
    expect.arrayContaining(['institutions', 'list_activities', 'projects', 'reviews', 'risk_monitoring'])
  );
  // The ledger's lines decide for whom it asks.
  expect(readsOf('report_line').tables).toContain('committees');
});

test('a report changes the values of some entries, and the registry of nearly all', () => {
  const noted = { lines: new Set<string>(), rejected: new Set<string>() };
  const of = (id: string) => affected([reportOf(id)], noted).map((entry) => entry.id);
  expect(of('R08')).toContain('IND-G2-05');
  expect(of('R08')).not.toContain('IND-07-02');
  expect(of('R04')).toContain('IND-07-02');
  expect(of('R01').length).toBeGreaterThan(catalogue.length * 0.8);
  for (const { id } of reports) expect(of(id).length, id).toBeLessThan(catalogue.length);
  expect(affected('all', noted)).toEqual(catalogue);
});
