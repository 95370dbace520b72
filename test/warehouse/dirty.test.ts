/** Whose values a publication computes anew. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reportOf } from '#ingest/reports/index.ts';
import { markDirty } from '#warehouse/dirty.ts';
import { uscc } from './filled-in.ts';
import { SmallCity } from './small-city.ts';

const [HOST, PARTNER, OTHER] = [uscc(1), uscc(2), uscc(3)];
let city: SmallCity;
beforeAll(async () => {
  city = await SmallCity.open();
  const registry = [HOST, PARTNER, OTHER].map((institution_uscc) => ({ institution_uscc }));
  await city.handIn('R01', registry, { day: '2026-07-01' });
  await city.publish('2026-07-01');
});
afterAll(() => city.close());

const dirty = async (): Promise<string[]> =>
  (
    await city.all<{ institution_uscc: string }>(
      'select institution_uscc from meta.dirty order by institution_uscc'
    )
  ).map(({ institution_uscc }) => institution_uscc);

test('the institution of a record, and those that it names besides', async () => {
  await city.handIn(
    'R12',
    [{ event_id: 'EV-1', institution_uscc: HOST, partner_usccs: PARTNER, event_date: '2026-07-01' }],
    { day: '2026-07-02' }
  );
  await city.publish('2026-07-02');
  expect(await dirty()).toEqual([HOST, PARTNER]);
});

test('those whose records name one that changed', async () => {
  await city.handIn(
    'R01',
    [{ institution_uscc: PARTNER, institution_kind: 'sci_tech_society', valid_from: '2026-07-03' }],
    { day: '2026-07-03' }
  );
  await city.publish('2026-07-03');
  expect(await dirty()).toEqual([HOST, PARTNER]);
});

test('nobody else', async () => {
  await city.handIn('R01', [{ institution_uscc: OTHER, valid_from: '2026-07-04' }], { day: '2026-07-04' });
  await city.publish('2026-07-04');
  expect(await dirty()).toEqual([OTHER]);
});

test('where a publication touches many rows, nobody is left out', async () => {
  const counted = async (many?: number): Promise<string[]> => {
    let found: string[] = [];
    const work = city.warehouse.engine.write(async (tx) => {
      await tx.run('delete from meta.dirty');
      await markDirty(tx, 2, [reportOf('R12'), reportOf('R01')], false, many);
      found = (await tx.all<{ institution_uscc: string }>('select institution_uscc from meta.dirty')).map(
        ({ institution_uscc }) => institution_uscc
      );
      throw new RangeError('undone');
    });
    await expect(work).rejects.toThrow('undone');
    return found.sort();
  };
  expect(await counted()).toEqual([HOST, PARTNER]);
  expect(await counted(0)).toEqual([HOST, PARTNER, OTHER]);
});
