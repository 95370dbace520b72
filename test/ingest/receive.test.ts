/** Taking a file in: kept once, known again, of the day it came on in Shenyang. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { receive, receiveAgain, type Arrival } from '#ingest/receive.ts';
import { keptPath } from '#ingest/landings.ts';
import { department, institution, SmallCity } from '../warehouse/small-city.ts';
import { csvOf } from '../warehouse/small-city.ts';
import { committeeOf, filledIn, uscc, type Texts } from '../warehouse/filled-in.ts';

let city: SmallCity;
beforeAll(async () => {
  city = await SmallCity.open();
});
afterAll(() => city.close());

async function* bytes(text: string) {
  for (const part of [text.slice(0, 5), text.slice(5)]) yield Buffer.from(part);
}
const arrive = (text: string, more: Partial<Arrival> = {}) =>
  receive(city.warehouse, {
    file_name: 'R01.csv',
    channel: 'upload',
    authority: { kind: 'city', code: '' },
    at: new Date('2026-09-01T10:00:00+08:00'),
    ...more,
    bytes: bytes(text)
  });
const row = (id: number) =>
  city.warehouse.control.one<Record<string, string | number | null>>(
    'select * from submission where id = $id',
    {
      id
    }
  );

test('what came is kept byte by byte under its hash, and noted', async () => {
  const id = await arrive('报表一\n', {
    file_name: '../..\\C:\\桌面\\审查\u0007台账.csv',
    authority: department('x')
  });
  expect(row(id)).toMatchObject({
    bytes: 10,
    file_name: '审查台账.csv',
    channel: 'upload',
    authority_kind: 'department',
    authority_code: 'x',
    state: 'received',
    received_at: '2026-09-01T02:00:00.000Z',
    received_day: '2026-09-01'
  });
  const path = keptPath(join(city.warehouse.folders.kept), String(row(id)?.['sha256']));
  expect(readFileSync(path, 'utf8')).toBe('报表一\n');
});

test('the day of receipt is the day in Shenyang', async () => {
  const at = (time: string, n: number) => arrive(`day ${n}`, { at: new Date(time) });
  expect(row(await at('2026-08-31T15:59:59Z', 1))?.['received_day']).toBe('2026-08-31');
  expect(row(await at('2026-08-31T16:00:00Z', 2))?.['received_day']).toBe('2026-09-01');
});

test('the same bytes from the same submitter are a duplicate of the first, from another they are not', async () => {
  const first = await arrive('same');
  const again = await arrive('same', { file_name: 'other name.csv' });
  const third = await arrive('same');
  const other = await arrive('same', { authority: institution(uscc(1)) });
  expect([again, third].map((id) => row(id))).toMatchObject([
    { state: 'duplicate', same_as: first },
    { state: 'duplicate', same_as: first }
  ]);
  expect(row(other)).toMatchObject({ state: 'received', same_as: null });
});

test('an arrival that names itself is taken in once', async () => {
  const id = await arrive('named', { source: 'inbox 1' });
  expect(await arrive('named', { source: 'inbox 1' })).toBe(id);
  expect(await arrive('named', { source: 'inbox 2' })).not.toBe(id);
});

test('a duplicate changes nothing: no row, no version, no finding', async () => {
  const text = csvOf('R01', [filledIn('R01', { institution_uscc: uscc(1) })]);
  const first = await arrive(text);
  await city.publish('2026-09-01');
  const before = await city.lines('select * from staging.institutions');
  const again = await arrive(text);
  await city.publish('2026-09-02');
  expect(await city.lines('select * from staging.institutions')).toEqual(before);
  expect(await city.lines('select distinct submission_id from raw.institutions')).toEqual([String(first)]);
  expect(city.state(again)).toMatchObject({ state: 'duplicate', rows: 0, publication: null });
});

test('after a withdrawal the same bytes may come again', async () => {
  const first = await arrive('withdrawn');
  city.warehouse.control.run(`update submission set state = 'withdrawn' where id = $first`, { first });
  expect(row(await arrive('withdrawn'))).toMatchObject({ state: 'received' });
});

test('a file that was returned is read again when it comes again', async () => {
  const first = await arrive('returned');
  city.warehouse.control.run(`update submission set state = 'returned' where id = $first`, { first });
  expect(row(await arrive('returned'))).toMatchObject({ state: 'received' });
});

describe('the same bytes after something else was said', () => {
  const review = (n: number, project_id = 'P-1') => ({
    review_id: `R-${n}`,
    committee_id: committeeOf(uscc(7)),
    project_id
  });
  const text = (...rows: Texts[]) =>
    csvOf(
      'R04',
      rows.map((each) => filledIn('R04', each))
    );
  const holds = () =>
    city.lines(`select project_id from staging.reviews_at($p) where record_key = 'R-1'`, { p: 100_000 });
  const [a, b, other] = [text(review(1), review(2)), text(review(1, 'P-2')), text(review(3))];
  let day = 2;
  const publish = () => city.publish(`2026-09-${String(++day).padStart(2, '0')}`);

  test('they are taken in anew when a later file changed one of their records, and only then', async () => {
    const first = await arrive(a);
    await publish();
    // About other records, or from another submitter.
    await arrive(other);
    await arrive(b, { authority: department('science_technology') });
    await publish();
    expect(row(await arrive(a))).toMatchObject({ state: 'duplicate', same_as: first });
    await arrive(b);
    await publish();
    expect(await holds()).toEqual(['P-2']);
    const third = await arrive(a);
    expect(row(third)).toMatchObject({ state: 'received', same_as: null });
    await publish();
    expect(await holds()).toEqual(['P-1']);
    expect(row(await arrive(a))).toMatchObject({ state: 'duplicate', same_as: third });
  });

  test('also when what came in between is not judged yet', async () => {
    const [x, y] = [text(review(11), review(12)), text(review(11, 'P-2'))];
    const ids = [await arrive(x), await arrive(x), await arrive(y), await arrive(x)];
    expect(ids.map((id) => row(id)?.['state'])).toEqual(['received', 'duplicate', 'received', 'received']);
    await publish();
    expect(
      await city.lines(`select project_id from staging.reviews_at($p) where record_key = 'R-11'`, {
        p: 100_000
      })
    ).toEqual(['P-1']);
  });
});

describe('the kept bytes once more', () => {
  test('are a submission of their own, of the period that the first was of; the first keeps its verdicts', async () => {
    const first = await arrive(csvOf('R04', [filledIn('R04', { review_id: 'R-90', decision: '?' })]), {
      at: new Date('2026-09-01T10:00:00+08:00')
    });
    await city.publish('2026-09-20');
    const { control } = city.warehouse;
    const again = receiveAgain(control, first, new Date('2026-11-02T10:00:00+08:00')) ?? 0;
    const before = row(first);
    expect(row(again)).toMatchObject({
      state: 'received',
      channel: 'rerun',
      rerun_of: first,
      sha256: before?.['sha256'] ?? '',
      received_day: '2026-11-02'
    });
    expect(receiveAgain(control, again, new Date()), 'not settled yet').toBeUndefined();
    await city.validate();
    const periods = control.all('select default_period from sheet where submission_id in ($first, $again)', {
      first,
      again
    });
    expect(periods).toMatchObject([{ default_period: '2026-08' }, { default_period: '2026-08' }]);
    await city.publish('2026-11-02');
    expect(row(first)).toEqual(before);
    const third = receiveAgain(control, again, new Date('2026-11-03T10:00:00+08:00')) ?? 0;
    expect(row(third)).toMatchObject({ rerun_of: first });
    expect(receiveAgain(control, 99_999, new Date())).toBeUndefined();
  });
});
