/** Periods by name, and due days in every form, held against plain counting. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Due, DuePeriod } from '#ingest/declare.ts';
import { addDays, Calendar, days } from '#warehouse/calendar.ts';
import { reportOf, type ReportId } from '#ingest/reports/index.ts';
import {
  assumedPeriod,
  dueDay,
  PERIOD_NAME,
  periodNamed,
  periodOf,
  periods,
  previousPeriod,
  type Period
} from '#warehouse/periods.ts';
import { Engine } from '#warehouse/engine.ts';
import { periodSql } from '#warehouse/typed.ts';
import { readPeriod } from '#ingest/title-lines.ts';
import { afterWorkdays, rolled } from './official-days.ts';

const calendar = new Calendar(2018, 2032);
const KINDS: DuePeriod[] = ['month', 'quarter', 'half_year', 'semester', 'year'];
const kind = fc.constantFrom(...KINDS);
const day = fc.integer({ min: 0, max: 2900 }).map((n) => addDays('2020-02-01', n));
const named = (name: string): Period => {
  const period = periodNamed(name);
  if (!period) throw new Error(name);
  return period;
};

test.each([
  ['2026-02', '2026-02-01', '2026-02-28'],
  ['2028-02', '2028-02-01', '2028-02-29'],
  ['2026-Q4', '2026-10-01', '2026-12-31'],
  ['2026-H1', '2026-01-01', '2026-06-30'],
  ['2026-H2', '2026-07-01', '2026-12-31'],
  ['2026-S1', '2026-02-01', '2026-07-31'],
  ['2026-S2', '2026-08-01', '2027-01-31'],
  ['2026', '2026-01-01', '2026-12-31']
])('%s runs from %s to %s', (name, start, end) => {
  expect(named(name)).toMatchObject({ name, start, end });
});

test.each(['2026-13', '2026-Q5', '2026-H3', '2026-S0', '2026-q1', '26', '2026-9', ''])(
  '%s is no period',
  (name) => expect(periodNamed(name)).toBeUndefined()
);

test('the periods of a kind follow one another without gap or overlap', () => {
  for (const one of KINDS) {
    const list = periods(2020, 2030).filter((period) => period.kind === one);
    for (const [i, { start }] of list.entries())
      if (i > 0) expect(start).toBe(addDays((list[i - 1] as Period).end, 1));
  }
  const names = periods(2020, 2030).map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names.every((name) => PERIOD_NAME.test(name))).toBe(true);
});

test('every day lies in one period of each kind, whose name leads back to it', () => {
  fc.assert(
    fc.property(kind, day, (one, today) => {
      const period = periodOf(one, today);
      expect(period.start <= today && today <= period.end).toBe(true);
      expect(periodNamed(period.name)).toEqual(period);
      expect(periods(2019, 2030)).toContainEqual(period);
      expect(addDays(previousPeriod(one, today).end, 1)).toBe(period.start);
    })
  );
});

const due = (by: Due['by'], name: string) => dueDay({ by }, named(name), calendar);

test('due days in every form', () => {
  expect(due({ day_of_next_month: 10, roll: true }, '2026-09')).toBe('2026-10-10'); // a make-up Saturday
  expect(due({ day_of_next_month: 10, roll: true }, '2026-12')).toBe('2027-01-11');
  expect(due({ day_of_next_month: 10, roll: false }, '2026-12')).toBe('2027-01-10');
  expect(due({ day_of_next_month: 15, roll: false }, '2026-H2')).toBe('2027-01-15');
  expect(due({ workdays_after: 10 }, '2026-Q3')).toBe('2026-10-20'); // National Day 1–7, worked on Saturday 10
  expect(due({ month: 1, day: 31 }, '2026')).toBe('2027-01-31');
  expect(due({ month: 12, day: 15, year: 'same' }, '2026')).toBe('2026-12-15');
  const semesters = { by_name: { S1: '03-31', S2: '09-30' } };
  expect(due(semesters, '2026-S1')).toBe('2026-03-31');
  expect(due(semesters, '2026-S2')).toBe('2026-09-30');
  const halves = { by_name: { H1: '07-15', H2: '01-15' } };
  expect(due(halves, '2026-H1')).toBe('2026-07-15');
  expect(due(halves, '2026-H2')).toBe('2027-01-15');
  expect(() => due(halves, '2026-S1')).toThrow(RangeError);
});

test('days counted by hand agree, for any period of the years whose rest days are official', () => {
  const official = periods(2025, 2026).filter(({ end }) => end < '2026-11-01');
  fc.assert(
    fc.property(fc.constantFrom(...official), fc.integer({ min: 1, max: 20 }), (period, n) => {
      expect(dueDay({ by: { workdays_after: n } }, period, calendar)).toBe(afterWorkdays(period.end, n));
      const plain = `${addDays(period.end, 1).slice(0, 7)}-${String(n).padStart(2, '0')}`;
      expect(dueDay({ by: { day_of_next_month: n, roll: false } }, period, calendar)).toBe(plain);
      expect(dueDay({ by: { day_of_next_month: n, roll: true } }, period, calendar)).toBe(rolled(plain));
      const by_name = { [period.name]: plain.slice(5) };
      const since = dueDay({ by: { by_name } }, period, calendar);
      expect(since >= period.start && days(period.start, since) <= 366).toBe(true);
      expect(since.slice(5)).toBe(plain.slice(5));
    })
  );
});

test('the words people write are read alike in title lines and in cells', async () => {
  const said: Record<string, string | null> = {
    '2026-09': '2026-09',
    '2026年9月': '2026-09',
    '2026年第三季度': '2026-Q3',
    '2026年3季度': '2026-Q3',
    '2026Q3': '2026-Q3',
    '2026年上半年': '2026-H1',
    '2026年下半年': '2026-H2',
    '2026-H2': '2026-H2',
    '2026h1': '2026-H1',
    '2026年春季学期': '2026-S1',
    '2026年秋学期': '2026-S2',
    '2026-S2': '2026-S2',
    '2026年度': '2026',
    九月: null,
    '2026-H3': null,
    '2026年冬季学期': null
  };
  const engine = await Engine.open({ file: ':memory:', memory_limit: '200MB', threads: 1 });
  for (const [words, name] of Object.entries(said)) {
    const [read] = await engine.all<{ period: string | null }>(
      `select ${periodSql('text')} as period from (select $words as text)`,
      { words }
    );
    expect(read?.period, words).toBe(name);
    if (name !== null) expect(readPeriod(words), words).toBe(name);
  }
  engine.close();
});

test.each([
  ['R04', 'institution', '2026-11-01', '2026-10'],
  ['R21', 'institution', '2026-11-25', '2026-Q3'],
  ['R01', 'institution', '2026-11-25', '2025'],
  // due within the period: the self-check of the year, also when it comes late
  ['R22', 'institution', '2026-12-10', '2026'],
  ['R22', 'institution', '2027-01-08', '2026'],
  ['R22', 'institution', '2026-02-01', '2025'],
  ['R22', 'department', '2026-12-10', '2026-Q3'],
  ['R11', 'institution', '2026-03-20', '2026-S1'],
  ['R11', 'institution', '2026-10-08', '2026-S2'],
  ['R17', 'institution', '2026-06-30', '2025-H2'],
  ['R17', 'institution', '2026-07-01', '2026-H1'],
  // nobody owes it period by period
  ['R24', 'department', '2026-07-01', '2026-06']
] satisfies [ReportId, 'institution' | 'department', string, string][])(
  'a file of %s that an %s hands in on %s speaks of %s unless it says',
  (report, owner, today, period) =>
    expect(assumedPeriod(reportOf(report).due, owner, today).name).toBe(period)
);
