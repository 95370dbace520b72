/** From received to validated or returned; and the same rows with the same verdicts again. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readdirSync } from 'node:fs';
import { landAgain } from '#ingest/land-again.ts';
import { validateSubmissions } from '#ingest/validate-submissions.ts';
import { committeeOf, filledIn, uscc } from '../warehouse/filled-in.ts';
import { csvOf, institution, SmallCity } from '../warehouse/small-city.ts';

let city: SmallCity;
beforeAll(async () => {
  city = await SmallCity.open();
});
afterAll(() => city.close());

const day = { day: '2026-09-01' };
const A = uscc(1);
const review = (n: number, more = {}) => ({
  review_id: `R-${n}`,
  committee_id: committeeOf(A),
  accepted: '2026-08-03',
  ...more
});
const sheet = (id: number) =>
  city.warehouse.control.one<Record<string, string | number>>(
    'select * from sheet where submission_id = $id',
    {
      id
    }
  );

test('counts rows, accepted, rejected and remarked ones, by submission and by sheet', async () => {
  await city.handIn('R01', [{ institution_uscc: A }], day);
  await city.handIn('R02', [{ institution_uscc: A }], day);
  const rows = [
    review(1),
    review(1),
    review(2, { supplement_notices: '2' }),
    review(3, { decision: '?', list_item: '?' })
  ];
  const id = await city.handIn('R04', rows, day);
  expect(await city.validate()).toHaveLength(3);
  expect(city.state(id)).toMatchObject({
    state: 'validated',
    rows: 4,
    accepted: 2,
    rejected: 2,
    remarked: 1
  });
  expect(sheet(id)).toMatchObject({ report: 'R04', rows: 4, accepted: 2, rejected: 2, header_row: 1 });
  expect(await city.validate()).toEqual([]);
});

test('a file at fault is returned whole with its reason, and holds up no other', async () => {
  const odd = await city.handInBytes('通知.csv', '关于报送的通知\n请各单位于十日前报送\n', day);
  const good = await city.handIn('R04', [review(10)], day);
  await city.validate();
  expect(city.state(odd)).toMatchObject({ state: 'returned', rows: 0 });
  expect(city.warehouse.control.one('select reason from submission where id = $odd', { odd })).toEqual(
    Object.assign(Object.create(null) as object, { reason: expect.stringContaining('"code"') as string })
  );
  expect(city.state(good)).toMatchObject({ state: 'validated', accepted: 1 });
});

test('one submission can be settled alone', async () => {
  const first = await city.handIn('R04', [review(20)], day);
  const second = await city.handIn('R04', [review(21)], day);
  expect(await validateSubmissions(city.warehouse, second)).toEqual([second]);
  expect([city.state(first)?.state, city.state(second)?.state]).toEqual(['received', 'validated']);
  await city.validate();
  expect(city.state(first)?.state).toBe('validated');
});

test('a file that does not say its period speaks of the one before; a JSON document says it', async () => {
  const silent = await city.handIn('R04', [review(30)], { day: '2026-01-05' });
  const quarterly = await city.handIn('R21', [{ institution_uscc: A, period: '2025-Q4' }], {
    day: '2026-01-05'
  });
  const said = await city.handIn('R04', [review(31)], { ...day, form: 'json', period: '2026年3月' });
  await city.validate();
  expect([silent, quarterly, said].map((id) => sheet(id)?.['default_period'])).toEqual([
    '2025-12',
    '2025-Q4',
    '2026-03'
  ]);
});

test('rows and coordinates are the same by either road and in any form', async () => {
  const rows = [40, 41, 42].map((n) => filledIn('R04', review(n, { extension_reason: '“甲”，乙' })));
  const text = csvOf('R04', rows);
  const plain = await city.handInBytes('a.csv', text, day);
  const titled = await city.handInBytes('b.csv', `伦理审查台账\n\n${text}合计,3\n`, day);
  const json = await city.handIn('R04', rows, { ...day, form: 'json', bare: true });
  await city.validate();
  const read = (id: number, from: number) =>
    city.lines(
      `select * replace (0 as submission_id, row_no - ${from} as row_no) from raw.reviews where submission_id = $id order by row_no`,
      { id }
    );
  expect(await read(plain, 1)).toHaveLength(3);
  expect(await read(titled, 3)).toEqual(await read(plain, 1));
  expect(await read(json, 0)).toEqual(await read(plain, 1));
});

test('an interrupted run is done over: nothing is landed or counted twice', async () => {
  const id = await city.handIn('R04', [review(50), review(51, { decision: '?' })], day);
  await city.validate();
  const landed = () =>
    city.lines(
      `select row_no, rejected, (select count(*) from raw.finding f where f.submission_id = r.submission_id) as findings
       from raw.reviews r where submission_id = $id order by row_no`,
      { id }
    );
  const before = await landed();
  // as if the process had died before the verdict was noted
  city.warehouse.control.run(
    `update submission set state = 'received', rows = 0, accepted = 0, rejected = 0, remarked = 0 where id = $id`,
    { id }
  );
  await city.validate();
  expect(await landed()).toEqual(before);
  expect(city.state(id)).toMatchObject({ state: 'validated', rows: 2, accepted: 1, rejected: 1 });
});

test('landed again, rows carry the verdicts of their day, whatever is known by now', async () => {
  const B = uscc(2);
  const foreign = { ...review(60), committee_id: committeeOf(B) };
  const ids = [
    await city.handIn('R04', [review(61), review(61), review(62, { decision: '?' }), foreign], {
      ...day,
      authority: institution(A)
    }),
    await city.handIn('R04', [review(63), foreign], { ...day, form: 'json' })
  ];
  await city.publish('2026-09-02');
  // now the committee is known and belongs to another institution: judged anew, the row would be rejected
  await city.handIn('R01', [{ institution_uscc: B }], day);
  await city.handIn('R02', [{ institution_uscc: B }], day);
  await city.publish('2026-09-03');
  const landed = async () => ({
    rows: await city.lines(
      `select * from raw.reviews where submission_id in (${ids.join(', ')}) order by all`
    ),
    findings: await city.lines(
      `select * from raw.finding where submission_id in (${ids.join(', ')}) order by all`
    )
  });
  const before = await landed();
  expect(before.rows).toHaveLength(6);
  expect(before.findings.map((line) => line.split(' ').at(5))).toEqual(
    expect.arrayContaining(['repeated', 'code', 'waiting'])
  );
  await city.warehouse.engine.write(async (tx) => {
    await tx.run('delete from raw.reviews');
    await tx.run('delete from raw.finding');
  });
  await landAgain(city.warehouse, ids);
  expect(await landed()).toEqual(before);
});

test('what is read record by record is removed from the scratch folder', async () => {
  await city.handIn('R04', [review(70)], { ...day, form: 'json' });
  await city.validate();
  expect(readdirSync(city.warehouse.folders.scratch)).toEqual([]);
});
