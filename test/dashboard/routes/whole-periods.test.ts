import { expect, test } from 'vitest';
import { wholePeriods } from '#dashboard/routes/institutions/[uscc]/whole-periods.ts';

const line = (report: string, report_period: string, due_date: string) => ({
  report,
  report_period,
  due_date
});

test('a period with several forms is one workbook, what is due first before the others', () => {
  expect(
    wholePeriods([
      line('R10', '2026-Q4', '2027-01-14'),
      line('R12', '2026-Q4', '2027-01-14'),
      line('R22', '2026', '2026-12-15'),
      line('R05', '2026-10', '2026-11-10'),
      line('R04', '2026-10', '2026-11-10')
    ])
  ).toEqual([
    { period: '2026-10', reports: ['R04', 'R05'] },
    { period: '2026-Q4', reports: ['R10', 'R12'] }
  ]);
});

test('of many periods the last six are offered', () => {
  const months = Array.from({ length: 9 }, (_, i) => `2026-0${i + 1}`);
  const offered = wholePeriods(
    months.flatMap((month) => [line('R04', month, `${month}-10`), line('R05', month, `${month}-10`)])
  );
  expect(offered.map(({ period }) => period)).toEqual(months.slice(3));
});
