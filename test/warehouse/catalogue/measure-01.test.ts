/** The joint meeting of departments and what it resolved. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, days, type Day } from '#warehouse/calendar.ts';
import type { By } from '#warehouse/answers.ts';
import { CITY, type Scope } from '#warehouse/scope.ts';
import type { Texts } from '../filled-in.ts';
import { departments, SmallCity } from '../small-city.ts';
import { differences } from './by-hand.ts';
import { measure01, type Written } from './oracle-01.ts';
import { partsOf } from './parts-of.ts';

const members = departments.filter(({ member }) => member).map(({ code }) => code);
const written = {
  meetings: new Map<string, Texts>(),
  items: new Map<string, Texts>(),
  rejected: [] as Written['rejected'][number][]
};
const SIX_SINCE = '2026-06-30';
let city: SmallCity;

const meeting = (
  meeting_id: string,
  meeting_date: Day,
  invited: number,
  absent: string[],
  kind = 'regular'
) => ({
  meeting_id,
  meeting_kind: kind,
  meeting_date,
  invited_units: String(invited),
  attended_units: String(invited - absent.length),
  absent_depts: absent.join(';'),
  resolution_count: '0',
  minutes_issued_date: ''
});
const item = (
  action_id: string,
  lead_dept: string,
  due_date: Day,
  completed_date: string,
  more: Texts = {}
) => ({
  action_id,
  meeting_id: 'MT-1',
  lead_dept,
  support_depts: '',
  assigned_date: '2026-01-16',
  due_date,
  completed_date,
  action_status: completed_date === '' ? 'in_progress' : 'done',
  ...more
});

async function handIn(day: Day, meetings: readonly Texts[], items: readonly Texts[]): Promise<void> {
  for (const row of meetings) written.meetings.set(row['meeting_id'] ?? '', row);
  for (const row of items) written.items.set(row['action_id'] ?? '', row);
  if (meetings.length > 0) await city.handIn('R19', meetings, { day });
  if (items.length > 0) await city.handIn('R20', items, { day });
}

const figure = async (
  id: string,
  period: string,
  {
    asof = '',
    name = '',
    by = 'city',
    group = ''
  }: { asof?: Day; name?: string; by?: By; group?: string } = {}
) => {
  const reader = await city.reader(CITY, asof || undefined);
  const found = (await reader.figures(id, { by, period })).find(
    (one) => one.group === group && (name === '' || one.name === name)
  );
  return found && `${found.numerator}/${found.denominator} ${found.status}`;
};

beforeAll(async () => {
  city = await SmallCity.open();
  city.warehouse.control.run(
    `insert into param values ('regular_meetings_per_year', '6', '${SIX_SINCE}', 'default', 'D', 'test', '2026-01-01T00:00:00Z')`
  );
  city = await city.reopened();
  await handIn(
    '2026-05-25',
    [
      meeting('MT-1', '2026-01-15', 7, ['health_commission']),
      meeting('MT-2', '2026-02-10', 3, [], 'special'),
      meeting('MT-3', '2026-05-20', 7, ['education_bureau', 'sci_tech_association'])
    ],
    [
      item('on-its-day', 'education_bureau', '2026-04-10', '2026-04-10'),
      item('a-day-late', 'education_bureau', '2026-04-10', '2026-04-11'),
      item('cancelled', 'education_bureau', '2026-04-10', '', { action_status: 'cancelled' }),
      item('open', 'health_commission', '2026-05-24', ''),
      item('due-today', 'health_commission', '2026-05-25', ''),
      item('undated', 'scitech_bureau', '2026-05-20', '', { action_status: 'done' })
    ]
  );
  await city.publish('2026-05-25');
  await city.publish('2026-06-30');
});
afterAll(() => city.close());

test('a quarter that is over is held to its meetings, a running one to nothing yet', async () => {
  expect(await figure('IND-01-01', '2026-Q1', { asof: '2026-05-25' })).toBe('1/1 green');
  expect(await figure('IND-01-01', '2026-Q2', { asof: '2026-06-30' })).toBe('0/0 none');
  expect(await figure('IND-01-01', '2026', { asof: '2026-06-30' })).toBe('1/1 green');
  expect(await partsOf(city, 'IND-01-01', '2026-Q1')).toEqual({
    'mt-1': 'numerator',
    '2026-q1': 'denominator_only'
  });
});

test('the target is that of the last day of the quarter', async () => {
  await city.publish('2026-07-01');
  expect(await figure('IND-01-01', '2026-Q2')).toBe('1/1.5 red');
  expect(await figure('IND-01-01', '2026')).toBe('2/2.5 amber');
});

test('attendance is by number for the city, and by who was absent for a department', async () => {
  expect(await figure('IND-01-02', '2026-Q1', { name: 'rate' })).toBe('9/10 green');
  const of = (group: string) =>
    figure('IND-01-02', '2026', { name: 'by_department', by: 'department', group });
  expect(await of('health_commission')).toBe('1/2 red');
  expect(await of('education_bureau')).toBe('1/2 red');
  expect(await of('scitech_bureau')).toBe('2/2 green');
  expect(await of('other_dept')).toBeUndefined();
});

test('an item is on time on its day, late after it, and overdue once the day has ended', async () => {
  expect(await partsOf(city, 'IND-01-03', '2026-Q2', { asof: '2026-05-25' })).toEqual({
    'on-its-day': 'numerator',
    'a-day-late': 'denominator_only',
    cancelled: 'excluded',
    open: 'denominator_only',
    undated: 'denominator_only'
  });
  expect(await partsOf(city, 'IND-01-04', '2026-05', { asof: '2026-05-25' })).toEqual({ open: 'numerator' });
  expect(await partsOf(city, 'IND-01-04', '2026-05')).toEqual({
    open: 'numerator',
    'due-today': 'numerator'
  });
  expect(await figure('IND-01-05', '2026-Q2', { by: 'department', group: 'education_bureau' })).toBe(
    `${days('2026-01-16', '2026-04-10') + days('2026-01-16', '2026-04-11')}/2 none`
  );
});

test('what is a department’s it sees alone, and the meeting’s own figures are the city’s', async () => {
  const scope: Scope = { kind: 'department', code: 'health_commission' };
  const reader = await city.reader(scope);
  const [own] = await reader.figures('IND-01-04', { by: 'city', period: '2026-06' });
  expect(own).toMatchObject({ numerator: 2 });
  expect((await reader.members('IND-01-04', { period: '2026-06' })).total).toBe(2);
  expect(await reader.figures('IND-01-01', { by: 'city', period: '2026-Q1' })).toEqual([]);
});

const dept = fc.constantFrom(...members);
const anyMeeting = fc.record({
  kind: fc.constantFrom('regular', 'regular', 'special', 'liaison'),
  day: fc.nat(190).map((n) => addDays('2026-01-01', n)),
  invited: fc.integer({ min: 7, max: 9 }),
  absent: fc.uniqueArray(dept, { maxLength: 3 }),
  is_wrong: fc.integer({ min: 0, max: 5 }).map((n) => n === 0)
});
const anyItem = fc.record({
  lead: dept,
  assigned: fc.nat(150).map((n) => addDays('2026-01-01', n)),
  limit: fc.integer({ min: 1, max: 90 }),
  took: fc.option(fc.nat(45)),
  is_cancelled: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
  is_wrong: fc.integer({ min: 0, max: 7 }).map((n) => n === 0),
  /** Told again of an item that is known. */
  again: fc.option(fc.nat(30))
});

test(
  'whatever was handed in, the figures are what a slow count by hand gives',
  { timeout: 120_000 },
  async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyMeeting, { minLength: 3, maxLength: 8 }),
        fc.array(anyItem, { minLength: 5, maxLength: 14 }),
        async (someMeetings, someItems) => {
          run += 1;
          const day = addDays('2026-07-20', 9 * run);
          const meetings = someMeetings.map((one, i) => ({
            ...meeting(`R${run}-${i}`, one.day, one.invited, one.absent, one.kind),
            report_period: one.day.slice(0, 7),
            ...(one.is_wrong ? { attended_units: '20' } : {})
          }));
          const known = [...written.items.keys()];
          const items = someItems.map((one, i) => {
            const again = one.again === null || one.is_wrong ? undefined : known[one.again];
            return {
              ...item(
                again ?? `R${run}-${i}`,
                one.lead,
                one.is_wrong ? one.assigned : addDays(one.assigned, one.limit),
                one.took === null || one.is_cancelled ? '' : addDays(one.assigned, one.took),
                one.is_cancelled ? { action_status: 'cancelled' } : {}
              ),
              assigned_date: one.assigned,
              report_period: one.assigned.slice(0, 7)
            };
          });
          const once = [...new Map(items.map((row) => [row.action_id, row])).values()];
          const isWrong = ({ due_date, assigned_date }: Texts) => due_date === assigned_date;
          await city.handIn('R19', meetings, { day });
          await city.handIn('R20', once, { day });
          // a rejected meeting is of no department, so that nobody's figure misses it
          for (const row of meetings)
            if (row.attended_units !== '20') written.meetings.set(row.meeting_id, row);
          for (const row of once)
            if (isWrong(row))
              written.rejected.push({ report: 'R20', month: row.report_period, dept: row.lead_dept });
            else written.items.set(row.action_id, row);
          await city.publish(day);
          // what is done without a date was so since the first day
          const items_now = [...written.items.values()].map((row) =>
            row['action_id'] === 'undated' && row['action_status'] === 'done' && row['completed_date'] === ''
              ? { ...row, done_known: '2026-05-25' }
              : row
          );
          const expected = measure01(
            {
              meetings: [...written.meetings.values()],
              items: items_now,
              rejected: written.rejected,
              first_day: '2026-05-25',
              members,
              perYear: (end) => (end >= SIX_SINCE ? 6 : 4)
            },
            day
          );
          const reader = await city.reader();
          const found: string[] = [];
          for (const [value, tally] of Object.entries(expected)) {
            const [id = '', name = ''] = value.split(' ');
            found.push(
              ...(await differences(reader, id, name, id === 'IND-01-01' ? 'city' : 'department', tally))
            );
          }
          expect(found).toEqual([]);
        }
      ),
      { numRuns: 2, endOnFailure: true }
    );
  }
);
