/** Nil declarations on the road that every file takes: what is taken, what is returned, and what rows do to them. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { committeeOf, uscc } from '../warehouse/filled-in.ts';
import { BUREAU, department, institution, SmallCity, type HandedIn } from '../warehouse/small-city.ts';

const [A, B, UNKNOWN] = [uscc(1), uscc(2), uscc(9)];
let city: SmallCity;

beforeAll(async () => {
  city = await SmallCity.open();
  const day = '2026-08-31';
  await city.handIn(
    'R01',
    [
      { institution_uscc: A, supervising_dept: 'health_commission' },
      { institution_uscc: B, supervising_dept: 'education_bureau' }
    ],
    { day }
  );
  await city.handIn('R02', [{ institution_uscc: A }, { institution_uscc: B }], { day });
  await city.publish(day);
});
afterAll(() => city.close());

const DAY = '2026-10-09';
let count = 0;
/** Hands in a document, and says what became of it: its state, or the code of the reason. */
async function declare(
  said: Record<string, unknown>,
  { authority = BUREAU, day = DAY }: Partial<HandedIn> = {}
): Promise<string> {
  const text = JSON.stringify({ nil: true, rows: [], declared_at: `${++count}`, ...said });
  const id = await city.handInBytes(`nil-${count}.json`, text, { day, authority });
  await city.publish(day);
  const row = city.warehouse.control.one<{ state: string; reason: string | null }>(
    'select state, reason from submission where id = $id',
    { id }
  );
  return row?.reason == null ? (row?.state ?? '') : (JSON.parse(row.reason) as { code: string }).code;
}
async function statusOf(report: string, period: string, of: string): Promise<string | undefined> {
  const { rows } = await (await city.reader()).ledger({ report, period, page_size: 500 });
  return rows.find(({ institution_uscc, dept }) => (institution_uscc ?? dept) === of)?.status;
}

test('an institution, its department and the city may declare for it', async () => {
  const said = { report: 'R04', period: '2026-09', institution_uscc: A };
  expect(await declare(said, { authority: institution(B) })).toBe('nil_of_others');
  expect(await declare(said, { authority: department('education_bureau') })).toBe('nil_of_others');
  expect(await statusOf('R04', '2026-09', A)).toBe('expected');
  expect(await declare(said, { authority: institution(A) })).toBe('published');
  expect(await statusOf('R04', '2026-09', A)).toBe('nil');
  expect(await declare({ ...said, report: 'R05' }, { authority: department('health_commission') })).toBe(
    'published'
  );
  expect(await declare({ ...said, report: 'R10', period: '2026-Q3' })).toBe('published');
  expect(await statusOf('R10', '2026-Q3', A)).toBe('nil');
});

test('a department declares for itself, and the city for a department it names', async () => {
  const said = { report: 'R22', period: '2026-Q3' };
  expect(await declare(said, { authority: department('health_commission') })).toBe('published');
  expect(await statusOf('R22', '2026-Q3', 'health_commission')).toBe('nil');
  expect(await declare({ ...said, dept: '市教育局' })).toBe('published');
  expect(await statusOf('R22', '2026-Q3', 'education_bureau')).toBe('nil');
  expect(
    await declare({ ...said, dept: 'industry_it_bureau' }, { authority: department('education_bureau') })
  ).toBe('nil_of_others');
});

test('what cannot be declared is returned with its reason', async () => {
  expect(await declare({ report: 'R21', period: '2026-Q3', institution_uscc: A })).toBe('nil_not_possible');
  expect(await declare({ report: 'R04', period: '2026-09' })).toBe('nil_of_nobody');
  expect(await declare({ report: 'R04', period: '2026-09', institution_uscc: UNKNOWN })).toBe(
    'nil_of_others'
  );
  expect(await declare({ report: 'R04', period: '2026-Q3', institution_uscc: A })).toBe('nil_of_no_period');
  expect(await declare({ report: 'R04', period: '2026-10', institution_uscc: A })).toBe('nil_too_early');
  // due within its period, so it may be declared before the end, but not before the beginning
  expect(await declare({ report: 'R22', period: '2026', institution_uscc: A })).toBe('published');
  expect(await declare({ report: 'R22', period: '2027', institution_uscc: A })).toBe('nil_too_early');
});

test('nothing and something cannot both be true (VAL-20)', async () => {
  const row = {
    review_id: 'B-1',
    committee_id: committeeOf(B),
    accepted: '2026-09-03',
    report_period: '2026-09'
  };
  const nil = { report: 'R04', period: '2026-09', institution_uscc: B };
  const rows = await city.handIn('R04', [row], { day: DAY });
  await city.publish(DAY);
  expect(await declare(nil)).toBe('nil_beside_rows');
  expect(await statusOf('R04', '2026-09', B)).toBe('on_time');
  await city.withdraw(DAY, [rows]);
  expect(await declare(nil)).toBe('published');
  expect(await statusOf('R04', '2026-09', B)).toBe('nil');
  const again = await city.handIn('R04', [{ ...row, review_id: 'B-2' }], { day: DAY });
  await city.publish(DAY);
  expect(await statusOf('R04', '2026-09', B)).toBe('on_time');
  const { notices } = city.warehouse.control.one<{ notices: string }>(
    'select notices from submission where id = $again',
    {
      again
    }
  ) ?? { notices: '[]' };
  expect(JSON.parse(notices)).toContainEqual(
    expect.objectContaining({ code: 'nil_superseded', params: { count: 1, list: `${B} 2026-09` } })
  );
  expect(await declare(nil)).toBe('nil_beside_rows');
});

test('an empty table that does not say so declares nothing, but for the only one in an institution’s own file', async () => {
  const said = { report: 'R12', period: '2026-Q3', nil: undefined };
  expect(await declare({ ...said, institution_uscc: B })).toBe('published');
  expect(await statusOf('R12', '2026-Q3', B)).toBe('expected');
  expect(await declare({ ...said, institution_uscc: B }, { authority: department('education_bureau') })).toBe(
    'published'
  );
  expect(await statusOf('R12', '2026-Q3', B)).toBe('expected');
  expect(await declare(said, { authority: institution(B) })).toBe('published');
  expect(await statusOf('R12', '2026-Q3', B)).toBe('nil');
});

test('a form with 零报告 in its head is a declaration; of rows below such a head the rows count', async () => {
  const head = `报告期：2026年第三季度,统一社会信用代码：${A},零报告：是\n`;
  const csv = (rows: string) =>
    `${head}项目编号,外方机构数,合作方国家/地区代码（多）,是否属审查范围,涉及人类遗传资源,涉及数据出境\n${rows}`;
  await city.handInBytes('R14.csv', csv(''), { day: DAY });
  await city.publish(DAY);
  const covered = () =>
    city.lines(
      `select row_count, rejected_rows from staging.coverage where report = 'R14' and superseded_in > 100000`
    );
  expect(await covered()).toEqual(['0 0']);
  const id = await city.handInBytes('R14.csv', csv('P-1,1,DE,N,N,N\n'), { day: DAY });
  await city.publish(DAY);
  const found = city.warehouse.control.one<{ notices: string }>(
    'select notices from submission where id = $id',
    { id }
  );
  expect(JSON.parse(found?.notices ?? '')).toContainEqual(
    expect.objectContaining({ code: 'nil_with_rows', params: { count: 1 } })
  );
});
