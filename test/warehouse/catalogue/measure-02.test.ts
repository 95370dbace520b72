import { afterAll, beforeAll, expect, test } from 'vitest';
import { committeeOf, uscc } from '../filled-in.ts';
import { SmallCity } from '../small-city.ts';

const A = uscc(1);
let city: SmallCity;
beforeAll(async () => {
  city = await SmallCity.open();
});
afterAll(() => city.close());

test('between a committee that ended and the next there is none', async () => {
  const first = { institution_uscc: A, established_date: '2025-01-06' };
  await city.handIn('R01', [{ institution_uscc: A, has_committee: 'N', valid_from: '2025-01-01' }], {
    day: '2025-02-01'
  });
  await city.handIn('R02', [first], { day: '2025-02-01' });
  await city.publish('2025-02-01');
  await city.handIn('R02', [{ ...first, committee_status: 'dissolved' }], { day: '2026-01-10' });
  await city.publish('2026-01-10');
  const next = { institution_uscc: A, committee_id: committeeOf(A, 2), established_date: '2026-06-01' };
  await city.handIn('R02', [next], { day: '2026-07-20' });
  await city.publish('2026-07-20');
  const coverage = async (period: string) => (await city.figure('IND-02-01', period))?.split(' ')[0];
  expect(await coverage('2025-Q4')).toBe('1/1');
  expect(await coverage('2026-Q1')).toBe('0/1');
  expect(await coverage('2026-Q2')).toBe('1/1');
  const [row] = (await (await city.reader()).institutions()).rows;
  expect(row?.has_active_committee).toBe(true);
  const past = await city.reader({ kind: 'city' }, '2026-03-01');
  expect((await past.institutions()).rows[0]?.has_active_committee).toBe(false);
});
