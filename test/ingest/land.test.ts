/** What is judged across rows and files: duplicates, owners of keys, authority, references, columns of others. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reportOf } from '#ingest/reports/index.ts';
import { committeeOf, uscc } from '../warehouse/filled-in.ts';
import { BUREAU, department, institution, SmallCity } from '../warehouse/small-city.ts';

let city: SmallCity;
const DAY = '2026-09-01';
const day = { day: DAY };
const POOL = { education_bureau: 0, health_commission: 50 };

/** Institutions of two departments, each with a committee. */
beforeAll(async () => {
  city = await SmallCity.open();
  const known = Object.entries(POOL).flatMap(([supervising_dept, first]) =>
    Array.from({ length: 15 }, (_, i) => ({ institution_uscc: uscc(first + i + 1), supervising_dept }))
  );
  await city.handIn('R01', known, day);
  await city.handIn(
    'R02',
    known.map(({ institution_uscc }) => ({ institution_uscc })),
    day
  );
  await city.publish(DAY);
});
afterAll(() => city.close());

/** An institution that no other test uses. */
const registered = (dept: keyof typeof POOL = 'education_bureau'): string => uscc(++POOL[dept]);
let unknown = 200;

const review = (code: string, n: number, more: Record<string, string | null> = {}) => ({
  review_id: `${code.slice(-8)}-${n}`,
  committee_id: committeeOf(code),
  accepted: '2026-08-03',
  ...more
});

describe('rows of one file', () => {
  const code = uscc(15);
  let ids: Record<'same' | 'differing' | 'faulty' | 'wide', number>;
  beforeAll(async () => {
    const same = [review(code, 1), review(code, 2), review(code, 1)];
    const differing = [review(code, 1), review(code, 2), review(code, 1, { project_id: 'P-2' })];
    const faulty = [review(code, 1), review(code, 1, { decision: '同意' })];
    const wide = review(code, 7).review_id.replace('-7', '－７');
    ids = {
      same: await city.handIn('R04', same, day),
      differing: await city.handIn('R04', differing, day),
      faulty: await city.handIn('R04', faulty, day),
      wide: await city.handIn(
        'R04',
        [review(code, 7), { ...review(code, 7, { project_id: 'P-2' }), review_id: `　${wide} ` }],
        day
      )
    };
    await city.validate();
  });

  test('of rows that are the same the first counts; the others are ignored with a remark', async () => {
    expect(await city.findings(ids.same)).toEqual(['4 review_id remark repeated']);
    expect(city.state(ids.same)).toMatchObject({ rows: 3, accepted: 2, rejected: 1 });
  });

  test('rows that differ under one key are all rejected', async () => {
    expect(await city.findings(ids.differing)).toEqual([
      '2 review_id reject duplicate',
      '4 review_id reject duplicate'
    ]);
    expect(city.state(ids.differing)).toMatchObject({ rows: 3, accepted: 1, rejected: 2 });
  });

  test('a row that is rejected for itself makes no duplicate of another', async () => {
    expect(await city.findings(ids.faulty)).toEqual(['3 decision reject code']);
    expect(city.state(ids.faulty)).toMatchObject({ accepted: 1, rejected: 1 });
  });

  test('the same key in full width and with spaces is the same key', async () => {
    expect(await city.findings(ids.wide)).toEqual([
      '2 review_id reject duplicate',
      '3 review_id reject duplicate'
    ]);
  });
});

test('a key belongs to its first submitter, published or handed in just before', async () => {
  const [a, b] = [registered(), registered()];
  await city.handIn('R04', [review(a, 1)], { ...day, authority: institution(a) });
  await city.publish(DAY);
  const stolen = { ...review(b, 1), review_id: review(a, 1).review_id };
  const late = await city.handIn('R04', [stolen], { ...day, authority: institution(b) });
  const first = await city.handIn('R04', [review(a, 2)], { ...day, authority: institution(a) });
  const second = await city.handIn('R04', [{ ...review(b, 2), review_id: review(a, 2).review_id }], {
    ...day,
    authority: institution(b)
  });
  await city.publish(DAY);
  expect(await city.findings(late)).toEqual(['2 review_id reject key_owner']);
  expect(await city.findings(first)).toEqual([]);
  expect(await city.findings(second)).toEqual(['2 review_id reject key_owner']);
});

test('a claim to another’s key spoils nothing for its owner, whoever comes first', async () => {
  const [a, b] = [registered(), registered()];
  const of = (code: string) => ({ ...day, authority: institution(code) });
  await city.handIn('R04', [review(a, 1)], of(a));
  await city.publish(DAY);
  const claims = [1, 2].map((n) => ({ ...review(b, n), review_id: review(a, n).review_id }));
  const ids = [
    await city.handIn('R04', [claims[0] ?? {}], of(b)),
    await city.handIn('R04', [review(a, 1, { project_id: 'P-2' }), review(a, 2)], of(a)),
    await city.handIn('R04', [claims[1] ?? {}], of(b)),
    await city.handIn('R04', [review(a, 2, { project_id: 'P-2' })], of(a))
  ];
  await city.validate();
  const found = [];
  for (const id of ids) found.push(await city.findings(id));
  expect(found).toEqual([['2 review_id reject key_owner'], [], ['2 review_id reject key_owner'], []]);
});

test('who speaks for an institution hands in its rows alone', async () => {
  const [a, b] = [registered(), registered()];
  const id = await city.handIn('R04', [review(a, 1), review(b, 1)], { ...day, authority: institution(a) });
  await city.validate();
  expect(await city.findings(id)).toEqual(['3 committee_id reject authority']);
});

test('authority holds for a committee that another file brings in the same hour', async () => {
  const [a, b] = [uscc(++unknown), uscc(++unknown)];
  for (const code of [a, b]) await city.handIn('R01', [{ institution_uscc: code }], day);
  await city.handIn('R02', [{ institution_uscc: b }], { ...day, authority: institution(b) });
  const id = await city.handIn('R04', [review(b, 1)], { ...day, authority: institution(a) });
  await city.validate();
  expect(await city.findings(id)).toEqual(['2 committee_id reject authority']);
});

test('a department hands in what it supervises and what it issued', async () => {
  const [own, other] = [registered('health_commission'), registered('education_bureau')];
  const health = department('health_commission');
  const reviews = await city.handIn('R04', [review(own, 1), review(other, 1)], { ...day, authority: health });
  const orders = [own, other].flatMap((institution_uscc, i) =>
    ['health_commission', 'education_bureau'].map((issued_by_dept, j) => ({
      rectification_id: `RC-${own.slice(-8)}-${i}${j}`,
      institution_uscc,
      issued_by_dept,
      issued_date: '2026-08-03',
      due_date: '2026-09-30'
    }))
  );
  const rectifications = await city.handIn('R08', orders, { ...day, authority: health });
  await city.validate();
  expect(await city.findings(reviews)).toEqual(['3 committee_id reject authority']);
  // the fourth is neither: of another department's institution, issued by that department
  expect(await city.findings(rectifications)).toEqual(['5 institution_uscc reject authority']);
});

test('a department registers its own institutions and takes none over', async () => {
  const taken = registered('education_bureau');
  const fresh = uscc(++unknown);
  const health = department('health_commission');
  const rows = [
    { institution_uscc: fresh, supervising_dept: 'health_commission' },
    { institution_uscc: uscc(++unknown), supervising_dept: 'education_bureau' },
    { institution_uscc: taken, supervising_dept: 'health_commission' }
  ];
  const id = await city.handIn('R01', rows, { ...day, authority: health });
  await city.validate();
  expect(await city.findings(id)).toEqual([
    '3 institution_uscc reject authority',
    '4 institution_uscc reject authority'
  ]);
});

test('a row whose reference is unknown is accepted and waits; one in the same hand-in is known', async () => {
  const [a, b] = [uscc(++unknown), uscc(++unknown)];
  const committee = await city.handIn('R02', [{ institution_uscc: a }], day);
  const reviews = await city.handIn('R04', [review(a, 1), review(b, 1)], day);
  await city.handIn('R01', [{ institution_uscc: a }], day);
  await city.validate();
  expect(await city.findings(committee)).toEqual([]);
  expect(await city.findings(reviews)).toEqual(['3 committee_id remark waiting']);
  expect(city.state(reviews)).toMatchObject({ accepted: 2, rejected: 0, remarked: 1 });
});

test('an update of an unknown key is taken as new with a remark, a void of one is rejected', async () => {
  const code = registered();
  const rows = [review(code, 1, { row_action: 'update' }), review(code, 2, { row_action: '作废' })];
  const id = await city.handIn('R04', rows, day);
  await city.publish(DAY);
  expect(await city.findings(id)).toEqual([
    '2 review_id remark update_unknown',
    '3 review_id reject void_unknown'
  ]);
  const again = await city.handIn('R04', [review(code, 1, { row_action: '作废' })], day);
  await city.publish(DAY);
  expect(await city.findings(again)).toEqual([]);
  const voided = await city.handIn('R04', [review(code, 1, { row_action: 'void', project_id: 'P-3' })], day);
  await city.publish(DAY);
  expect(await city.findings(voided)).toEqual(['2 review_id reject void_unknown']);
});

test('a row that only voids a record needs its key and whose it is, nothing else', async () => {
  const code = registered();
  await city.handIn('R04', [review(code, 1), review(code, 2)], day);
  await city.publish(DAY);
  const blank = Object.fromEntries(reportOf('R04').columns.map(({ field }) => [field, null]));
  const void_of = (n: number) => ({ ...blank, review_id: review(code, n).review_id, row_action: '作废' });
  const id = await city.handIn('R04', [{ ...void_of(1), committee_id: committeeOf(code) }, void_of(2)], day);
  await city.publish(DAY);
  expect(await city.findings(id)).toEqual(['3 committee_id reject required']);
  const left = await city.warehouse.engine.all(
    `select record_key from staging.reviews_at(1000000) where committee_id = $committee`,
    { committee: committeeOf(code) }
  );
  expect(left).toEqual([{ record_key: review(code, 2).review_id }]);
});

test('coverage of a row whose committee is unknown gets its institution when the committee comes', async () => {
  const code = uscc(90);
  await city.handIn('R01', [{ institution_uscc: code }], day);
  const id = await city.handIn('R04', [review(code, 1)], day);
  const covered = () =>
    city.warehouse.engine.all(
      `select institution_uscc, row_count from marts.coverage((select max(number) from meta.publication))
       where submission_id = ${id}`
    );
  await city.publish(DAY);
  expect(await covered()).toEqual([{ institution_uscc: null, row_count: 1 }]);
  await city.handIn('R02', [{ institution_uscc: code }], day);
  await city.publish(DAY);
  expect(await covered()).toEqual([{ institution_uscc: code, row_count: 1 }]);
});

test('what an earlier file of the same hour brings can be updated and voided by a later one', async () => {
  const code = registered();
  await city.handIn('R04', [review(code, 1), review(code, 2)], day);
  const id = await city.handIn(
    'R04',
    [review(code, 1, { row_action: 'update', project_id: 'P-2' }), review(code, 2, { row_action: 'void' })],
    day
  );
  await city.publish(DAY);
  expect(await city.findings(id)).toEqual([]);
});

test('an institution’s change to a column of the department is ignored with a remark', async () => {
  const code = registered('health_commission');
  const order = {
    rectification_id: `RC-${code.slice(-8)}`,
    institution_uscc: code,
    issued_by_dept: 'health_commission',
    issued_date: '2026-08-03',
    due_date: '2026-08-20'
  };
  await city.handIn('R08', [order], { ...day, authority: department('health_commission') });
  await city.publish(DAY);
  const id = await city.handIn(
    'R08',
    [{ ...order, due_date: '2026-12-31', severity: 'low', report_submitted_date: '2026-08-30' }],
    { ...day, authority: institution(code) }
  );
  await city.publish(DAY);
  expect(await city.findings(id)).toEqual(['2 due_date remark not_owned', '2 severity remark not_owned']);
  expect(
    await city.all(
      `select due_date, severity, report_submitted_date, rect_status from staging.rectifications
       where record_key = $key and superseded_in > 1000000`,
      { key: order.rectification_id }
    )
  ).toEqual([
    {
      due_date: '2026-08-20',
      severity: 'medium',
      report_submitted_date: '2026-08-30',
      rect_status: 'submitted'
    }
  ]);
});

test('the institution writes the deadlines of a case that it investigates itself, and of no other', async () => {
  const code = registered('health_commission');
  const cases = ['institution', 'superior_dept'].map((investigator_kind) => ({
    case_id: `CS-${code.slice(-8)}-${investigator_kind.slice(0, 3)}`,
    institution_uscc: code,
    investigator_kind
  }));
  await city.handIn('R09', cases, { ...day, authority: BUREAU });
  await city.publish(DAY);
  const extended = cases.map((one) => ({ ...one, extended_due_date: '2027-02-01' }));
  const id = await city.handIn('R09', extended, { ...day, authority: institution(code) });
  await city.publish(DAY);
  expect(await city.findings(id)).toEqual(['3 extended_due_date remark not_owned']);
  expect(
    await city.all(
      `select extended_due_date from staging.cases_at(100000) where institution_uscc = $code order by record_key`,
      { code }
    )
  ).toEqual([{ extended_due_date: '2027-02-01' }, { extended_due_date: null }]);
});
