/** Submissions as the reader shows them, on the day that is asked for. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { orderWithdrawal } from '#jobs/withdraw.ts';
import { receiveAgain } from '#ingest/receive.ts';
import { BUREAU, SmallCity } from './small-city.ts';
import { uscc } from './filled-in.ts';

let city: SmallCity;
beforeAll(async () => {
  city = await SmallCity.open();
});
afterAll(() => city.close());

test('a withdrawn file is so from then on; on a past day it is what it was', async () => {
  const first = await city.handIn('R01', [{ institution_uscc: uscc(1) }], { day: '2026-09-01' });
  await city.publish('2026-09-01');
  const second = await city.handIn('R01', [{ institution_uscc: uscc(2) }], { day: '2026-09-03' });
  await city.validate();
  await city.withdraw('2026-09-05', [first]);
  await city.publish('2026-09-07');
  const { control } = city.warehouse;
  orderWithdrawal(control, second, {
    reason: '报错了',
    by: BUREAU,
    at: new Date('2026-09-08T10:00:00+08:00')
  });
  await city.publish('2026-09-09');

  const states = async (asof?: string) => {
    const reader = await city.reader({ kind: 'city' }, asof);
    const { rows } = await reader.submissions();
    for (const { id, state } of rows) {
      expect((await reader.submission(id))?.state).toBe(state);
      expect((await reader.submissions({ state })).rows.map((row) => row.id)).toContain(id);
    }
    return Object.fromEntries(rows.map(({ id, state }) => [id, state]));
  };
  expect(await states('2026-09-01')).toEqual({ [first]: 'published' });
  expect(await states('2026-09-04')).toEqual({ [first]: 'published', [second]: 'validated' });
  expect(await states('2026-09-06')).toEqual({ [first]: 'withdrawn', [second]: 'validated' });
  expect(await states('2026-09-07')).toEqual({ [first]: 'withdrawn', [second]: 'published' });
  expect(await states()).toEqual({ [first]: 'withdrawn', [second]: 'withdrawn' });

  const reader = await city.reader();
  expect((await reader.submission(first))?.withdrawal).toEqual({
    at: '2026-09-05T12:00:00.000Z',
    by: 'city',
    reason: '误报',
    publication: 2
  });
  // Ordered, and not carried out yet.
  expect((await reader.submission(second))?.withdrawal).toMatchObject({ publication: null });
});

test('what came since the newest publication is seen now, and on no day before', async () => {
  const id = await city.handIn('R01', [{ institution_uscc: uscc(3) }], { day: '2026-09-12' });
  expect((await (await city.reader()).submission(id))?.state).toBe('received');
  expect(await (await city.reader({ kind: 'city' }, '2026-09-08')).submission(id)).toBeUndefined();
});

test('a submission names the one that it repeats, and the one whose bytes it is made of', async () => {
  const rows = [{ institution_uscc: uscc(4) }];
  const first = await city.handIn('R01', rows, { day: '2026-09-13' });
  const same = await city.handIn('R01', rows, { day: '2026-09-13' });
  await city.publish('2026-09-13');
  const again = receiveAgain(city.warehouse.control, first, new Date('2026-09-14T10:00:00+08:00')) ?? 0;
  const reader = await city.reader();
  expect(await reader.submission(same)).toMatchObject({ state: 'duplicate', same_as: first, rerun_of: null });
  expect(await reader.submission(again)).toMatchObject({ state: 'received', same_as: null, rerun_of: first });
});
