/** From accepted rows to versions and numbers: what holds, what rolls back, what is taken out. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { STILL_HOLDS } from '#warehouse/tables.ts';
import { committeeOf, uscc, type ReportId, type Texts } from './filled-in.ts';
import { department, institution, SmallCity } from './small-city.ts';

const cities: SmallCity[] = [];
async function open(): Promise<SmallCity> {
  const city = await SmallCity.open();
  cities.push(city);
  return city;
}
afterAll(async () => {
  for (const city of cities) await city.close();
});

const DAY = '2026-09-01';
const [A, B] = [uscc(1), uscc(2)];

/** Versions of a record, newest first, as `field published_in-superseded_in`; a version that holds has no end. */
const versions = (city: SmallCity, table: string, key: string, field: string): Promise<string[]> =>
  city.lines(
    `select case when row_action = 'void' then 'void' else cast(${field} as varchar) end,
       published_in || '-' || coalesce(nullif(superseded_in, ${STILL_HOLDS})::varchar, '')
     from staging.${table} where record_key = $key order by published_in desc, submission_id desc`,
    { key }
  );

const review = (n: number, more: Texts = {}): Texts => ({
  review_id: `R-${n}`,
  committee_id: committeeOf(A),
  accepted: '2026-08-03',
  ...more
});

describe('versions of a record', () => {
  let city: SmallCity;
  beforeAll(async () => {
    city = await open();
    await city.handIn('R01', [{ institution_uscc: A }, { institution_uscc: B }], { day: DAY });
    await city.handIn('R02', [{ institution_uscc: A }, { institution_uscc: B }], { day: DAY });
    await city.publish(DAY);
  });

  test('a changed row supersedes, an unchanged one makes no version', async () => {
    await city.handIn('R04', [review(1), review(2)], { day: DAY });
    const first = await city.publish('2026-09-02');
    const id = await city.handIn('R04', [review(1), review(2, { decided: '2026-08-25' })], { day: DAY });
    const second = await city.publish('2026-09-03');
    expect(await versions(city, 'reviews', 'R-1', 'decision')).toEqual([`pending ${first}-`]);
    expect(await versions(city, 'reviews', 'R-2', 'decision')).toEqual([
      `approved ${second}-`,
      `pending ${first}-${second}`
    ]);
    expect(city.state(id)).toMatchObject({ accepted: 2, unchanged: 1, publication: second });
  });

  test('a void removes from the numbers, both versions remain, and the record can come back', async () => {
    const decided = review(3, { decided: '2026-08-25' });
    await city.handIn('R04', [decided], { day: DAY });
    const first = await city.publish('2026-09-04');
    const before = await city.figure('IND-07-03', '2026-08', 'median');
    await city.handIn('R04', [{ ...decided, row_action: '作废' }], { day: DAY });
    const second = await city.publish('2026-09-05');
    const without = await city.figure('IND-07-03', '2026-08', 'median');
    // as JSON: the same bytes would be a duplicate
    await city.handIn('R04', [decided], { day: DAY, form: 'json' });
    const third = await city.publish('2026-09-06');
    expect([before, without]).toEqual(['–/2 (0)', '–/1 (0)']);
    expect(await city.figure('IND-07-03', '2026-08', 'median')).toBe(before);
    expect(await versions(city, 'reviews', 'R-3', 'decision')).toEqual([
      `approved ${third}-`,
      `void ${second}-${third}`,
      `approved ${first}-${second}`
    ]);
  });

  test('files of one publication follow one another: the last one holds', async () => {
    await city.handIn('R04', [review(10), review(11), review(12), review(13)], { day: DAY });
    const first = await city.publish('2026-09-07');
    const other = { project_id: 'P-2' };
    await city.handIn('R04', [review(10, other), review(11, other), review(12), review(13)], { day: DAY });
    const id = await city.handIn(
      'R04',
      [review(10, { project_id: 'P-3' }), review(11), review(12, other), review(13, { row_action: 'void' })],
      { day: DAY }
    );
    const again = await city.handIn('R04', [review(10, { project_id: 'P-3' })], { day: DAY });
    const second = await city.publish('2026-09-08');
    const holding = await city.lines(
      `select record_key, project_id, row_action from staging.reviews
       where record_key in ('R-10', 'R-11', 'R-12', 'R-13') and superseded_in = ${STILL_HOLDS} order by 1`
    );
    expect(holding).toEqual(['R-10 P-3 ', 'R-11 P2026-031 ', 'R-12 P-2 ', 'R-13 P2026-031 void']);
    expect(await versions(city, 'reviews', 'R-10', 'project_id')).toEqual([
      `P-3 ${second}-`,
      `P-2 ${second}-${second}`,
      `P2026-031 ${first}-${second}`
    ]);
    expect(city.state(id)).toMatchObject({ accepted: 4 });
    expect(city.state(again)).toMatchObject({ accepted: 1, unchanged: 1 });
  });

  test('an institution’s row in the same publication leaves what the department changed before it', async () => {
    const order = {
      rectification_id: 'RC-1',
      institution_uscc: A,
      issued_by_dept: 'education_bureau',
      issued_date: '2026-08-03',
      due_date: '2026-08-20'
    };
    const education = { day: DAY, authority: department('education_bureau') };
    await city.handIn('R08', [order], education);
    await city.publish('2026-09-09');
    await city.handIn('R08', [{ ...order, is_extended: 'Y', extended_due_date: '2026-09-15' }], education);
    await city.handIn('R08', [{ ...order, rect_status: 'in_progress' }], {
      day: DAY,
      authority: institution(A)
    });
    await city.publish('2026-09-10');
    expect(
      await city.all(
        `select extended_due_date, rect_status from staging.rectifications_at(100000) where record_key = 'RC-1'`
      )
    ).toEqual([{ extended_due_date: '2026-09-15', rect_status: 'in_progress' }]);
  });

  test('a withdrawn submission leaves the numbers, the version before it holds again', async () => {
    await city.handIn('R04', [review(20)], { day: DAY });
    await city.publish('2026-09-11');
    const second = await city.handIn('R04', [review(20, { project_id: 'P-2' }), review(21)], { day: DAY });
    await city.publish('2026-09-12');
    const third = await city.handIn('R04', [review(20, { project_id: 'P-3' })], { day: DAY });
    await city.publish('2026-09-13');
    const holding = async () =>
      (await versions(city, 'reviews', 'R-20', 'project_id')).filter((version) => version.endsWith('-'));
    await city.withdraw('2026-09-14', [second]);
    expect((await holding()).map((version) => version.split(' ')[0])).toEqual(['P-3']);
    expect(await versions(city, 'reviews', 'R-21', 'decision')).toEqual([expect.stringMatching(/-\d+$/)]);
    // what was withdrawn before does not come back
    await city.withdraw('2026-09-15', [third]);
    expect((await holding()).map((version) => version.split(' ')[0])).toEqual(['P2026-031']);
  });

  test('what another file only confirmed stands as of that file when the first is withdrawn', async () => {
    const first = await city.handIn('R04', [review(22), review(23)], { day: DAY });
    await city.publish('2026-09-15');
    const confirming = await city.handIn('R04', [review(22), review(24)], { day: DAY, form: 'json' });
    await city.publish('2026-09-15');
    expect(city.state(confirming)).toMatchObject({ accepted: 2, unchanged: 1 });
    await city.withdraw('2026-09-15', [first]);
    const holding = () =>
      city.lines(
        `select record_key, submission_id from staging.reviews
         where record_key in ('R-22', 'R-23', 'R-24') and superseded_in = ${STILL_HOLDS} order by 1`
      );
    expect(await holding()).toEqual([`R-22 ${confirming}`, `R-24 ${confirming}`]);
    await city.withdraw('2026-09-15', [confirming]);
    expect(await holding()).toEqual([]);
  });

  test('a file that changed a record, confirmed by the next, leaves what both said before', async () => {
    const files = [];
    for (const project_id of ['P-1', 'P-2', 'P-2', 'P-1']) {
      files.push(
        await city.handIn('R04', [review(25, { project_id }), review(26 + files.length)], { day: DAY })
      );
      await city.publish('2026-09-15');
    }
    const holds = () =>
      city.lines(
        `select project_id, submission_id from staging.reviews
         where record_key = 'R-25' and superseded_in = ${STILL_HOLDS}`
      );
    const [one = 0, two = 0, three = 0, four = 0] = files;
    expect(await holds()).toEqual([`P-1 ${four}`]);
    await city.withdraw('2026-09-15', [two]);
    expect(await holds()).toEqual([`P-1 ${four}`]);
    await city.withdraw('2026-09-15', [four]);
    expect(await holds()).toEqual([`P-2 ${three}`]);
    await city.withdraw('2026-09-15', [three]);
    expect(await holds()).toEqual([`P-1 ${one}`]);
  });

  test('a withdrawn extension is gone from what an institution said after it', async () => {
    const order = {
      rectification_id: 'RC-2',
      institution_uscc: A,
      issued_by_dept: 'education_bureau',
      issued_date: '2026-08-03',
      due_date: '2026-08-20'
    };
    const education = { day: DAY, authority: department('education_bureau') };
    await city.handIn('R08', [order], education);
    await city.publish('2026-09-15');
    const extension = await city.handIn(
      'R08',
      [{ ...order, is_extended: 'Y', extended_due_date: '2026-09-15' }],
      education
    );
    await city.publish('2026-09-15');
    await city.handIn('R08', [{ ...order, rect_status: 'in_progress' }], {
      day: DAY,
      authority: institution(A)
    });
    await city.publish('2026-09-15');
    const now = () =>
      city.lines(
        `select is_extended, extended_due_date, rect_status from staging.rectifications_at(100000)
         where record_key = 'RC-2'`
      );
    expect(await now()).toEqual(['true 2026-09-15 in_progress']);
    await city.withdraw('2026-09-15', [extension]);
    expect(await now()).toEqual(['false  in_progress']);
  });

  test('a file covers whom it speaks for: a row twice is one row, one of another institution none', async () => {
    const foreign = review(42, { committee_id: committeeOf(B) });
    const rows = [review(40), review(40), review(41, { list_item: '?' }), foreign];
    const id = await city.handIn('R04', rows, { day: '2026-09-15', authority: institution(A) });
    await city.publish('2026-09-15');
    expect(city.state(id)).toMatchObject({ rows: 4, accepted: 1 });
    expect(
      await city.lines(
        'select institution_uscc, report_period, row_count, rejected_rows from staging.coverage where submission_id = $id',
        { id }
      )
    ).toEqual([`${A} 2026-08 2 1`]);
  });

  test('a row speaks of the period that it names, however it is written', async () => {
    const written = [
      '2026-07',
      '2026年7月',
      '2026/07',
      '202607',
      '2026-Q2',
      '2026Q2',
      '2026年2季度',
      '2025',
      '',
      '七月'
    ];
    const rows = written.map((report_period, i) => review(50 + i, { report_period }));
    const id = await city.handIn('R04', rows, { day: '2026-09-15' });
    await city.publish('2026-09-15');
    expect(
      await city.lines(
        'select report_period, row_count from staging.coverage where submission_id = $id order by 1',
        { id }
      )
    ).toEqual(['2025 1', '2026-07 4', '2026-08 2', '2026-Q2 3']);
  });

  test('publications are numbered in order, and a day lies not before the last', async () => {
    const rows = await city.all(
      'select number, cast(day as varchar) as day from meta.publication order by number'
    );
    expect(rows.map(({ number }) => number)).toEqual(rows.map((_, i) => i + 1));
    expect(city.warehouse.control.all('select number, day from publication order by number')).toEqual(
      rows.map((row) => Object.assign(Object.create(null) as object, row))
    );
    await city.handIn('R04', [review(30)], { day: DAY });
    await expect(city.publish('2026-09-14')).rejects.toThrow(/before the last publication/);
    await city.publish('2026-09-15');
  });
});

describe('a check that fails', () => {
  let city: SmallCity;
  /** A second version of each institution that holds beside the first. */
  /** As if judging had not seen that a record comes twice. */
  const impossible = (id: number) =>
    city.warehouse.engine.write((tx) =>
      tx.run(
        `insert into held_reviews select * replace (-1 as row_no) from held_reviews where submission_id = ${id}`
      )
    );
  const everything = async () => ({
    reviews: await city.all('select * from staging.reviews order by all'),
    values: await city.all('select * from indicators.value order by all'),
    publications: await city.all('select * from meta.publication order by all'),
    coverage: await city.all('select * from staging.coverage order by all'),
    overview: await (await city.reader()).overview()
  });
  beforeAll(async () => {
    city = await open();
    await city.handIn('R01', [{ institution_uscc: A }], { day: DAY });
    await city.handIn('R02', [{ institution_uscc: A }], { day: DAY });
    await city.handIn('R04', [review(1)], { day: DAY });
    await city.publish(DAY);
  });

  test('what a crash left between appending and publishing is not seen, and discarded by the next publication', async () => {
    const before = await everything();
    await city.warehouse.engine.write(async (tx) => {
      await tx.run(`insert into staging.reviews select * replace (2 as published_in) from staging.reviews`);
      await tx.run('update staging.reviews set superseded_in = 2 where published_in = 1');
    });
    expect((await everything()).overview).toEqual(before.overview);
    expect(await city.publish('2026-09-16')).toBe(2);
    expect((await everything()).reviews).toEqual(before.reviews);
  });

  test('rolls back everything: rows, values, number; the submission stays validated', async () => {
    const before = await everything();
    const id = await city.handIn('R04', [review(1, { decided: '2026-08-20' }), review(2)], { day: DAY });
    await city.validate();
    await impossible(id);
    await expect(city.publish('2026-09-16')).rejects.toThrow(/one-version-holds/);
    expect(await everything()).toEqual(before);
    expect(city.state(id)).toMatchObject({ state: 'validated', publication: null });

    await city.warehouse.engine.write((tx) => tx.run('delete from held_reviews where row_no = -1'));
    expect(await city.publish('2026-09-20')).toBe(3);
    expect(city.state(id)).toMatchObject({ state: 'published', publication: 3 });
    expect(await city.figure('IND-07-02', '2026-09')).toBe('1/2 (0)');
  });
});

describe('the order of files does not matter', () => {
  const ORDERS = ['124', '142', '214', '241', '412', '421'];
  const health = department('health_commission');
  const rowsOf = (file: string, code: string): [ReportId, Texts[]] => {
    const committee_id = committeeOf(code);
    const nth = (n: number) => ({ review_id: `${code}-${n}`, committee_id });
    if (file === '1') return ['R01', [{ institution_uscc: code, supervising_dept: 'health_commission' }]];
    if (file === '2') return ['R02', [{ institution_uscc: code, established_date: '2026-06-01' }]];
    const rows = [
      review(1, { ...nth(1), decided: '2026-08-20' }),
      review(2, { ...nth(2), accepted: '2026-07-20' }),
      review(3, { ...nth(3), list_item: '?' })
    ];
    return ['R04', rows];
  };

  /** One city, an institution for each order: with a publication after each file, and with one after all. */
  test('whether in one publication or in three', async () => {
    const city = await open();
    // What is owed counts from the first publication.
    await city.publish('2026-06-30');
    const apart = ORDERS.map((order, i) => ({ order, code: uscc(10 + i) }));
    const together = ORDERS.map((order, i) => ({ order, code: uscc(20 + i) }));
    const waiting: unknown[] = [];
    for (const turn of [0, 1, 2]) {
      for (const { order, code } of apart)
        await city.handIn(...rowsOf(order[turn] ?? '', code), { day: DAY, authority: health });
      if (turn === 2)
        for (const { order, code } of together)
          for (const file of order) await city.handIn(...rowsOf(file, code), { day: DAY, authority: health });
      await city.publish('2026-09-10');
      const rows = await city.all(
        // Rows handed in are counted as such at once.
        `select distinct institution_uscc from indicators.value_at(100000)
         where denominator > 0 and indicator <> 'IND-G2-02'`
      );
      waiting.push(
        apart
          .filter(({ code }) => rows.some((row) => row.institution_uscc === code))
          .map(({ order }) => order)
      );
    }
    // nothing counts before the institution is registered
    expect(waiting).toEqual([['124', '142'], ['124', '142', '214', '412'], ORDERS]);
    await city.publish('2026-09-11');
    const values = (code: string) =>
      city.lines(
        `select indicator, name, committee_id <> '' as of_committee, dimension, period, numerator, denominator, missing
         from indicators.value_at(100000) where institution_uscc = $code order by all`,
        { code }
      );
    const expected = await values(uscc(10));
    expect(expected).toContain('IND-07-02 rate true  2026-08 0 1 0');
    expect(expected).toContain('IND-07-02 rate false  2026-08 0 0 1');
    // of the reports due in September the one on reviews came in time
    expect(expected).toContainEqual(expect.stringMatching(/^IND-G2-01 rate false {2}2026-09 1 \d+ 0$/));
    for (const { order, code } of [...apart, ...together])
      expect(await values(code), order).toEqual(expected);
  });
});

test('records whose keys have the same hash are two', async () => {
  const city = await open();
  await city.handIn('R01', [{ institution_uscc: A }], { day: DAY });
  await city.handIn('R02', [{ institution_uscc: A }], { day: DAY });
  const [[one = '', two = ''] = []] = (
    await city.all<{ ids: string[] }>(
      `select list(id) as ids from (select 'H-' || i as id from range(300000) r(i))
       group by meta.key_hash(id) having count(*) = 2 order by ids limit 1`
    )
  ).map(({ ids }) => ids);
  expect(one).not.toBe(two);
  await city.handIn('R04', [{ ...review(1), review_id: one }], { day: DAY });
  const first = await city.publish('2026-09-03');
  await city.handIn('R04', [{ ...review(1), review_id: two, decided: '2026-08-25' }], { day: DAY });
  const second = await city.publish('2026-09-03');
  expect(await versions(city, 'reviews', one, 'decision')).toEqual([`pending ${first}-`]);
  expect(await versions(city, 'reviews', two, 'decision')).toEqual([`approved ${second}-`]);
  await city.handIn('R04', [{ ...review(1), review_id: one, decided: '2026-08-20' }], { day: DAY });
  const third = await city.publish('2026-09-03');
  expect(await versions(city, 'reviews', one, 'decision')).toEqual([
    `approved ${third}-`,
    `pending ${first}-${third}`
  ]);
  expect(await versions(city, 'reviews', two, 'decision')).toEqual([`approved ${second}-`]);
});
