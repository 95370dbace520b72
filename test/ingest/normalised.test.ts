/** Cells written otherwise than the form asks: a slip is said at its cell, a habit once for its column. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Notice } from '#ingest/notice.ts';
import { committeeOf, uscc, type Texts } from '../warehouse/filled-in.ts';
import { SmallCity } from '../warehouse/small-city.ts';

const DAY = '2026-09-30';
const A = uscc(1);
let n = 0;
const review = (more: Texts = {}): Texts => ({
  review_id: `R-${++n}`,
  committee_id: committeeOf(A),
  accepted: '2026-08-03',
  ...more
});
const reviews = (count: number, more: Texts = {}) => Array.from({ length: count }, () => review(more));

let city: SmallCity;
beforeAll(async () => {
  city = await SmallCity.open();
  await city.handIn('R01', [{ institution_uscc: A }], { day: DAY });
  await city.handIn('R02', [{ institution_uscc: A }], { day: DAY });
  await city.publish(DAY);
});
afterAll(() => city.close());

async function judged(rows: readonly Texts[], form: 'csv' | 'json' = 'csv') {
  const id = await city.handIn('R04', rows, { day: DAY, form });
  await city.validate();
  const stored = city.warehouse.control.one<{ notices: string }>(
    'select notices from submission where id = $id',
    { id }
  );
  const notices = JSON.parse(stored?.notices ?? '[]') as Notice[];
  return { id, findings: await city.findings(id), notices, state: city.state(id) };
}

test('a file written as the form asks says nothing', async () => {
  expect(await judged(reviews(30))).toMatchObject({ findings: [], notices: [] });
});

test('twenty cells are slips, one more is a habit; each column for itself', async () => {
  const rows = [
    ...reviews(10),
    ...reviews(20, { meeting_date: '2026年8月20日', supplement_notices: '１' }),
    review({ supplement_notices: ' 1 ' })
  ];
  const { findings, notices, state } = await judged(rows);
  expect(findings).toEqual(Array.from({ length: 20 }, (_, i) => `${i + 12} meeting_date remark normalised`));
  expect(notices).toEqual([
    {
      code: 'normalised',
      sheet: '',
      row: 12,
      params: expect.objectContaining({
        column: '材料补正通知次数',
        count: 21,
        was: '１',
        reads: '1'
      }) as unknown
    }
  ]);
  expect(notices[0]?.params.rows).toMatch(/^12, 13, .*, 31 …$/);
  expect(state).toMatchObject({ rows: 31, accepted: 31, remarked: 20, rejected: 0 });
});

test('only of what was read: not of what cannot be, nor of a row that is rejected', async () => {
  const { findings } = await judged([
    review({ meeting_date: '2026年2月30日' }),
    review({ meeting_date: '2026/8/20', decision: '通过了' }),
    review({ meeting_date: '2026/8/20' })
  ]);
  expect(findings).toEqual([
    '2 meeting_date reject type',
    '3 decision reject code',
    '4 meeting_date remark normalised'
  ]);
});

test('a label with brackets of its own, a lower-case number and a day alone where a time may stand are as the form asks', async () => {
  const { findings, notices } = await judged([
    review({
      procedure_kind: '一般程序（会议审查）',
      review_id: `r-${++n}`,
      applied_at: '2026-08-01',
      extension_reason: '第１次（补充），见附件。'
    })
  ]);
  expect([findings, notices]).toEqual([[], []]);
});

test('a remark shows what stood there and what was read', async () => {
  const { id, findings } = await judged([review({ meeting_date: '2026.8.20' })]);
  expect(findings).toEqual(['2 meeting_date remark normalised']);
  const value = await city.lines('select value from raw.finding where submission_id = $id', { id });
  expect(value).toEqual(['“2026.8.20” → “2026-08-20”']);
});
