/** Day counting by the Civil Code, on the State Council's arrangement; the same by the program and by the SQL. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, addMonths, Calendar, dayOf, days } from '#warehouse/calendar.ts';
import { CITY } from '#warehouse/scope.ts';
import { committeeOf, uscc } from './filled-in.ts';
import { afterWorkdays, isHoliday, isWorked, makeUpDays, rolled } from './official-days.ts';
import { SmallCity } from './small-city.ts';

const calendar = new Calendar(2023, 2028);
const yearOf = (year: number) =>
  Array.from({ length: year % 4 === 0 ? 366 : 365 }, (_, i) => addDays(`${year}-01-01`, i));

/** From acceptance, thirty days on; rolled past rest days. */
const THIRTY_DAYS = [
  ['2026-09-01', '2026-10-01', '2026-10-08'],
  ['2026-08-10', '2026-09-09', '2026-09-09'],
  ['2026-01-16', '2026-02-15', '2026-02-24'],
  ['2026-01-15', '2026-02-14', '2026-02-14'],
  ['2026-04-10', '2026-05-10', '2026-05-11'],
  ['2025-12-02', '2026-01-01', '2026-01-04']
] as const;
const MONTHS = [
  ['2024-02-29', 12, '2025-02-28', '2025-02-28'],
  ['2025-08-31', 6, '2026-02-28', '2026-02-28'],
  ['2025-10-05', 12, '2026-10-05', '2026-10-08'],
  ['2026-04-04', 6, '2026-10-04', '2026-10-08']
] as const;
const WORKDAYS = [
  ['2026-09-18', 15, '2026-10-15'],
  ['2026-09-30', 5, '2026-10-13'],
  ['2026-02-13', 15, '2026-03-12']
] as const;

describe('the calendar', () => {
  test.each(THIRTY_DAYS)('accepted %s + 30 days is %s, rolled %s', (from, raw, due) => {
    expect(addDays(from, 30)).toBe(raw);
    expect(calendar.addDaysRoll(from, 30)).toBe(due);
  });

  test.each(MONTHS)('%s + %i months is %s, rolled %s', (from, n, raw, due) => {
    expect(addMonths(from, n)).toBe(raw);
    expect(calendar.addMonthsRoll(from, n)).toBe(due);
  });

  test.each(WORKDAYS)('%s + %i working days is %s', (from, n, due) => {
    expect(calendar.addWorkdays(from, n)).toBe(due);
    expect(calendar.workdays(from, due)).toBe(n);
    expect(afterWorkdays(from, n)).toBe(due);
  });

  test.each([2025, 2026])('%i: every day is worked or not as the State Council arranged', (year) => {
    const wrong = yearOf(year).filter((day) => calendar.at(day).is_workday !== isWorked(day));
    expect(wrong).toEqual([]);
    expect(yearOf(year).every((day) => calendar.at(day).is_official)).toBe(true);
    // by the arrangements: 11 statutory days of rest in addition to the weekends
    const weekend = (day: string) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
    const gained = yearOf(year).filter((day) => isHoliday(day) && !weekend(day)).length;
    expect(gained - makeUpDays.filter((day) => day.startsWith(String(year))).length).toBeGreaterThan(10);
  });

  test('what nobody has announced is taken by the weekday and provisional', () => {
    for (const day of yearOf(2027)) {
      expect(calendar.at(day).is_official).toBe(false);
      expect(calendar.at(day).is_workday).toBe(isWorked(day));
    }
  });

  test('imported days are followed and make their year official', () => {
    const imported = new Calendar(2026, 2028, { '2027-02-08': false, '2027-02-06': true });
    expect(imported.at('2027-02-08')).toMatchObject({ is_workday: false, next_workday: '2027-02-09' });
    expect(imported.at('2027-02-06')).toMatchObject({ is_workday: true, next_workday: '2027-02-06' });
    expect(imported.at('2027-10-01').is_official).toBe(true);
    expect(imported.at('2028-01-03').is_official).toBe(false);
    expect(imported.roll('2027-02-07')).toBe('2027-02-09');
  });

  test('a day outside of it is an error, not a guess', () => {
    expect(() => calendar.at('2029-01-01')).toThrow(RangeError);
    expect(() => calendar.at('2022-12-31')).toThrow(RangeError);
    expect(() => calendar.addWorkdays('2028-12-30', 10)).toThrow(RangeError);
  });

  test('rolling and counting agree with going day by day', () => {
    const day = fc.integer({ min: 0, max: 700 }).map((n) => addDays('2025-01-05', n));
    fc.assert(
      fc.property(day, fc.nat(60), (from, n) => {
        expect(calendar.roll(from)).toBe(rolled(from));
        expect(calendar.addWorkdays(from, n)).toBe(
          n === 0 ? calendar.addWorkdays(from, 0) : afterWorkdays(from, n)
        );
        const to = addDays(from, n);
        const counted = Array.from({ length: n }, (_, i) => addDays(from, i + 1)).filter(isWorked).length;
        expect(calendar.workdays(from, to)).toBe(counted);
        expect(days(from, to)).toBe(n);
      })
    );
  });

  test('months end on the corresponding day, or on the last one', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
    expect(addMonths('2026-12-15', 1)).toBe('2027-01-15');
    expect(addMonths('2026-01-15', -1)).toBe('2025-12-15');
  });

  test('a day begins at midnight in Shenyang', () => {
    expect(dayOf(new Date('2026-08-31T15:59:59.999Z'))).toBe('2026-08-31');
    expect(dayOf(new Date('2026-08-31T16:00:00.000Z'))).toBe('2026-09-01');
  });
});

describe('the SQL', () => {
  let city: SmallCity;
  const A = uscc(1);
  const review = (accepted: string, more = {}) => ({
    review_id: `R-${accepted}`,
    committee_id: committeeOf(A),
    accepted,
    ...more
  });
  beforeAll(async () => {
    city = await SmallCity.open();
    await city.handIn('R01', [{ institution_uscc: A, valid_from: '2020-01-01' }], { day: '2024-01-10' });
    await city.publish('2024-01-10');
    const committees = THIRTY_DAYS.map(([established_date], i) => ({
      institution_uscc: A,
      committee_id: committeeOf(A, i + 1),
      established_date,
      platform_registered_date: null
    }));
    await city.handIn('R02', committees, { day: '2026-12-04' });
    const reviews = [
      ...THIRTY_DAYS.map(([accepted]) => review(accepted)),
      {
        ...review('2026-10-01', { procedure_kind: 'emergency' }),
        review_id: 'R-E',
        accepted_at: '2026-10-01T20:00+08:00',
        applied_at: '2026-10-01T19:00+08:00'
      },
      review('2026-12-03')
    ];
    await city.handIn('R04', reviews, { day: '2026-12-04' });
    const cases = MONTHS.map(([accept_decision_date], i) => ({
      case_id: `CS-${i}`,
      institution_uscc: A,
      received_date: '2024-02-01',
      accept_decision_date,
      investigation_due_date: null
    }));
    await city.handIn('R09', cases, { day: '2026-12-04' });
    await city.publish('2026-12-04');
  });
  afterAll(() => city.close());

  test('limits of reviews are those of the calendar', async () => {
    expect(
      await city.lines(
        `select accepted_date, due_date from marts.review(100) where procedure_kind = 'general' and calendar_is_official
         order by record_key desc`
      )
    ).toEqual(
      THIRTY_DAYS.map(([from, , due]) => `${from} ${due}`)
        .sort()
        .reverse()
    );
  });

  test('seventy-two hours are not rolled', async () => {
    expect(await city.lines(`select due_date from marts.review(100) where record_key = 'R-E'`)).toEqual([
      '2026-10-04'
    ]);
  });

  test('the day by which a committee is to be registered', async () => {
    expect(
      await city.lines(
        'select established_date, registration_due_date from marts.committee(100) order by established_date'
      )
    ).toEqual(THIRTY_DAYS.map(([from, , due]) => `${from} ${due}`).sort());
  });

  test('six months for an investigation, without a roll', async () => {
    expect(
      await city.lines('select accept_decision_date, due_date from marts.case_file(100) order by case_id')
    ).toEqual(MONTHS.map(([from]) => `${from} ${addMonths(from, 6)}`));
  });

  test('reports are due on the 10th rolled, or by working days after the quarter', async () => {
    const due = await city.lines(
      `select report, report_period, due_date from meta.report_deadline
       where (report = 'R04' or report = 'R21') and due_date between date '2025-02-01' and date '2026-12-31' order by all`
    );
    const quarterEnds = { Q1: '03-31', Q2: '06-30', Q3: '09-30', Q4: '12-31' };
    const expected = [2024, 2025, 2026].flatMap((year) => [
      ...Array.from({ length: 12 }, (_, i) => {
        const month = `${year}-${String(i + 1).padStart(2, '0')}`;
        return `R04 ${month} ${rolled(`${addMonths(`${month}-01`, 1).slice(0, 7)}-10`)}`;
      }),
      ...Object.entries(quarterEnds).map(
        ([quarter, end]) => `R21 ${year}-${quarter} ${afterWorkdays(`${year}-${end}`, 10)}`
      )
    ]);
    const inside = expected.filter(
      (line) => line.slice(-10) >= '2025-02-01' && line.slice(-10) <= '2026-12-31'
    );
    expect(due).toEqual(inside.sort());
    expect(due).toHaveLength(23 + 7);
  });

  test('days that are imported later move limits, and all that was valued by them', async () => {
    const open = `select due_date, calendar_is_official from marts.review(100) where record_key = 'R-2026-12-03'`;
    expect(await city.lines(open)).toEqual(['2027-01-04 false']);
    // decided a day late, unless the first Monday of 2027 is a rest day
    await city.handIn('R04', [review('2026-12-03', { decided: '2027-01-05' })], { day: '2027-02-10' });
    await city.publish('2027-02-10');
    expect(await city.figure('IND-07-02', '2027-01')).toBe('0/1 (0)');
    city.warehouse.control.run(
      `insert into calendar_day (cal_date, is_workday, source) values ('2027-01-04', 0, 'https://www.gov.cn/')`
    );
    city = await city.reopened();
    expect(await city.lines(open)).toEqual(['2027-01-05 true']);
    await city.publish('2027-02-11');
    expect(await city.figure('IND-07-02', '2027-01')).toBe('1/1 (0)');
    const members = await (await city.reader()).members('IND-07-02', { period: '2027-01' });
    expect(members).toMatchObject({ numerator: 1, denominator: 1 });
    // what was said before the import stands as it was said
    const before = await city.reader(CITY, '2027-02-10');
    expect(await before.figures('IND-07-02', { by: 'city', period: '2027-01' })).toMatchObject([
      { numerator: 0 }
    ]);
  });
});
