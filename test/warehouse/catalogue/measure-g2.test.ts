/** What is handed in and accepted, what departments sum up, and major issues. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, type Day } from '#warehouse/calendar.ts';
import type { By } from '#warehouse/answers.ts';
import { uscc, type ReportId, type Texts } from '../filled-in.ts';
import { afterWorkdays } from '../official-days.ts';
import { departments, SmallCity } from '../small-city.ts';
import { differences } from './by-hand.ts';
import { acceptedRows, majorIssues, type HandedInRows } from './oracle-g2.ts';
import { partsOf } from './parts-of.ts';

const members = departments.filter(({ member }) => member).map(({ code }) => code);
const [A, B] = [uscc(1), uscc(2)];
const SUPERVISOR = { [A]: 'education_bureau', [B]: 'health_commission' };
const Q4_DUE = afterWorkdays('2025-12-31', 15);
const known = new Map<string, Texts>();
const handed: HandedInRows[] = [];
let city: SmallCity;

async function handIn(report: ReportId, rows: readonly Texts[], day: Day, isWrong = (_: Texts) => false) {
  for (const row of rows)
    handed.push({ uscc: row['institution_uscc'] ?? '', day, rows: 1, rejected: isWrong(row) ? 1 : 0 });
  await city.handIn(report, rows, { day });
}
const summary = (
  dept: string,
  report_period: string,
  analysis_done: string,
  submitted_date: string
): Texts => ({
  dept,
  period: '2025-Q4',
  report_period,
  analysis_done,
  submitted_date,
  supervised_count: '0',
  inspected_count: '0'
});
const issue = (
  rectification_id: string,
  institution_uscc: string,
  issued_date: Day,
  more: Texts = {}
): Texts => ({
  rectification_id,
  institution_uscc,
  issued_by_dept: 'scitech_bureau',
  issued_date,
  due_date: addDays(issued_date, 60),
  is_extended: 'N',
  extended_due_date: '',
  is_major: 'Y',
  escalated_meeting_date: '',
  rect_status: 'open',
  ...more
});
const isWrong = ({ due_date, issued_date }: Texts) => (due_date ?? '') <= (issued_date ?? '');

beforeAll(async () => {
  city = await SmallCity.open();
  const registry = Object.entries(SUPERVISOR).map(([institution_uscc, supervising_dept]) => ({
    institution_uscc,
    supervising_dept,
    valid_from: '2025-01-01'
  }));
  // while the year still ran of which summaries are owed
  await handIn('R01', registry, '2025-12-30');
  await city.publish('2025-12-30');
  const [both = '', late = '', quarter = '', same = ''] = members;
  await handIn(
    'R23',
    [
      summary(both, '2025-Q4', 'Y', Q4_DUE),
      summary(late, '2025-Q4', 'N', ''),
      summary(quarter, '2025-Q4', 'Y', addDays(Q4_DUE, 1)),
      summary(same, '2025-Q4', 'Y', '2026-01-09')
    ],
    addDays(Q4_DUE, 1)
  );
  await city.publish(addDays(Q4_DUE, 1));
  // the row of the fourth quarter again, now as the summary of the year
  await handIn(
    'R23',
    [
      summary(both, '2025', 'Y', '2026-01-31'),
      summary(late, '2025', 'Y', '2026-02-01'),
      summary(same, '2025', 'Y', '2026-01-09')
    ],
    '2026-02-02'
  );
  const limit = afterWorkdays('2026-02-13', 10);
  const issues = [
    issue('in-time', A, '2026-02-13', { escalated_meeting_date: limit, issued_by_dept: 'health_commission' }),
    issue('late', A, '2026-02-13', { escalated_meeting_date: addDays(limit, 1) }),
    issue('silent', B, '2026-02-13'),
    issue('cancelled', B, '2026-02-13', { rect_status: 'cancelled' }),
    issue('minor', B, '2026-02-13', { is_major: 'N' }),
    issue('fresh', B, '2026-03-19'),
    issue('wrong', B, '2026-03-19', { due_date: '2026-03-19' })
  ];
  await handIn('R08', issues, '2026-03-20', isWrong);
  for (const row of issues) if (!isWrong(row)) known.set(row['rectification_id'] ?? '', row);
  await city.publish('2026-03-20');
});
afterAll(() => city.close());

test('the row of the fourth quarter serves quarter and year, each by what was told of it', async () => {
  const [both = '', late = '', quarter = '', same = '', silent = ''] = members;
  const found = await (await city.reader()).figures('IND-G2-03', { by: 'department', period: '2026-Q1' });
  const said = Object.fromEntries(
    found.map(({ group, numerator, denominator }) => [group, `${numerator}/${denominator}`])
  );
  expect(said).toMatchObject({
    [both]: '2/2',
    [late]: '0/2',
    [quarter]: '0/2',
    [same]: '2/2',
    [silent]: '0/2'
  });
  const [whole] = await (await city.reader()).figures('IND-G2-03', { by: 'city', period: '2026-Q1' });
  expect(whole).toMatchObject({ numerator: 4, denominator: 2 * members.length, status: 'red' });
  const records = await (await city.reader()).members('IND-G2-03', { period: '2026-Q1' });
  expect(records).toMatchObject({ total: 2 * members.length, numerator: 4 });
});

test('before the year’s summary is due, the quarter’s alone is owed', async () => {
  const reader = await city.reader({ kind: 'city' }, addDays(Q4_DUE, 1));
  const [whole] = await reader.figures('IND-G2-03', { by: 'city', period: '2026-Q1' });
  expect(whole).toMatchObject({ numerator: 2, denominator: members.length });
});

test('a major issue is brought to the meeting within ten working days, of the department that issued it', async () => {
  expect(await partsOf(city, 'IND-G2-06', '2026-Q1')).toEqual({
    'in-time': 'numerator',
    late: 'denominator_only',
    silent: 'denominator_only',
    cancelled: 'excluded',
    fresh: 'excluded'
  });
  const found = await (await city.reader()).figures('IND-G2-06', { by: 'department', period: '2026-Q1' });
  expect(found.find(({ group }) => group === 'health_commission')).toMatchObject({
    numerator: 1,
    denominator: 1
  });
});

test('rows are acceptable or not in the month in which they were received', async () => {
  expect((await city.figure('IND-G2-02', '2026-03', '', B))?.split(' ')[0]).toBe('4/5');
  expect((await city.figure('IND-G2-02', '2026-03', '', A))?.split(' ')[0]).toBe('2/2');
  expect((await city.figure('IND-G2-02', '2026-02'))?.split(' ')[0]).toBe('3/3');
});

const anyIssue = fc.record({
  who: fc.constantFrom(A, B),
  by: fc.constantFrom(...members),
  day: fc.nat(80).map((n) => addDays('2026-01-06', n)),
  after: fc.option(fc.nat(25)),
  is_major: fc.constantFrom('Y', 'Y', 'N'),
  status: fc.constantFrom('open', 'open', 'in_progress', 'cancelled'),
  is_wrong: fc.integer({ min: 0, max: 6 }).map((n) => n === 0)
});

test(
  'whatever was issued, the figures are what a slow count by hand gives',
  { timeout: 120_000 },
  async () => {
    const rejected = [{ month: '2026-02', dept: SUPERVISOR[B] ?? '' }];
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(anyIssue, { minLength: 6, maxLength: 16 }), async (some) => {
        run += 1;
        // in the running quarter, then after it
        const day = run === 1 ? '2026-03-30' : addDays('2026-04-20', run);
        const rows = some.map((one, i) => {
          const escalated = one.after === null ? '' : addDays(one.day, one.after);
          return issue(`I${run}-${i}`, one.who, one.day, {
            issued_by_dept: one.by,
            is_major: one.is_major,
            escalated_meeting_date: escalated <= day ? escalated : '',
            rect_status: one.status,
            report_period: one.day.slice(0, 7),
            ...(one.is_wrong ? { due_date: one.day } : {})
          });
        });
        await handIn('R08', rows, day, isWrong);
        for (const row of rows)
          if (!isWrong(row)) known.set(row['rectification_id'] ?? '', row);
          else
            rejected.push({
              month: row['report_period'] ?? '',
              dept: SUPERVISOR[row['institution_uscc'] ?? ''] ?? ''
            });
        await city.publish(day);
        const reader = await city.reader();
        const found: string[] = [];
        const tallies: [string, string, By, ReturnType<typeof acceptedRows>][] = [
          ['IND-G2-02', 'rate', 'institution', acceptedRows(handed, day)],
          ['IND-G2-06', 'rate', 'department', majorIssues([...known.values()], rejected, day)]
        ];
        for (const [id, name, by, tally] of tallies)
          found.push(...(await differences(reader, id, name, by, tally)));
        expect(found).toEqual([]);
      }),
      { numRuns: 2, endOnFailure: true }
    );
  }
);
