/** What holds on the whole story of the fixtures: scopes, members, past days, grains. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Figure } from '#warehouse/answers.ts';
import { catalogue } from '#warehouse/catalogue/index.ts';
import { marts } from '#warehouse/models.ts';
import type { Row } from '#warehouse/plain.ts';
import type { Reader } from '#warehouse/reader.ts';
import type { Known } from './known.ts';
import { differences } from './oracle-differences.ts';
import { owedReports } from './owed.ts';
import type { SmallCity } from './small-city.ts';
import { storyCity } from './story-city.ts';
import { scopesHold } from './story-scopes.ts';

const END = '2026-11-20';
let city: SmallCity;
/** What the overview said on each day of publication. */
const said = new Map<string, string>();

/** All that the overview counts; how many alerts are open is the matter of rules. */
async function overviewOf(reader: Reader): Promise<string> {
  const { measures, counts, data_day } = await reader.overview();
  const indicators = measures.flatMap((measure) => measure.indicators);
  return JSON.stringify({
    data_day,
    counts: { ...counts, open_alerts: null },
    indicators: indicators.map(({ indicator, now, before, trend }) => [indicator.id, now, before, trend])
  });
}

beforeAll(async () => {
  city = await storyCity({ institutions: 14, months: 8, end: END }, async (growing, day) => {
    said.set(day, await overviewOf(await growing.reader()));
  });
}, 600_000);
afterAll(() => city.close());

test('a past day says for ever what was said on it', async () => {
  expect(said.size).toBeGreaterThan(8);
  expect(new Set(said.values()).size).toBe(said.size);
  for (const [day, words] of said) {
    const reader = await city.reader({ kind: 'city' }, day);
    expect(reader.moment).toMatchObject({ day, published_day: day, is_past: day !== END });
    expect(await overviewOf(reader), day).toBe(words);
  }
});

test('between two publications the earlier one answers, before the first one nothing is known', async () => {
  const between = await city.reader({ kind: 'city' }, '2026-09-10');
  expect(between.moment.published_day).toBe('2026-08-16');
  const on = await city.reader({ kind: 'city' }, '2026-08-16');
  const ask = { by: 'institution', periods: 3 } as const;
  expect(await between.figures('IND-07-02', ask)).toEqual(await on.figures('IND-07-02', ask));
  const never = await city.reader({ kind: 'city' }, '2020-01-01');
  expect(never.moment.publication).toBe(0);
  expect((await never.overview()).counts).toMatchObject({ institutions: 0, waiting_records: 0 });
  expect(await never.periods('IND-07-02')).toEqual([]);
});

scopesHold(() => city);

describe('the records behind a figure', () => {
  const shown = (figure: Figure, indicator: (typeof catalogue)[number]) => ({
    numerator: figure.numerator ?? figure.denominator,
    denominator: figure.denominator ?? 0,
    // rejected rows are no records
    missing: indicator.missing.kind === 'records' ? 0 : figure.missing
  });
  const cases = catalogue.flatMap((indicator) =>
    indicator.values.map((value) => [`${indicator.id} ${value.name}`, indicator, value] as const)
  );

  test.each(cases)('%s: add up to it, in every grouping and period', async (_name, indicator, value) => {
    const reader = await city.reader();
    let compared = 0;
    for (const by of ['city', 'department', 'institution', 'committee'] as const) {
      if (by === 'committee' && indicator.mart !== 'review') continue;
      const figures = (await reader.figures(indicator.id, { by, periods: by === 'city' ? 3 : 1 })).filter(
        ({ name, dimension }) => name === value.name && dimension === ''
      );
      // the largest of each period, and one with something missing
      const chosen = [...Map.groupBy(figures, ({ period }) => period).values()].flatMap((list) => {
        const size = ({ denominator, numerator }: Figure) => denominator ?? numerator ?? 0;
        const sorted = list.toSorted((a, b) => size(b) - size(a));
        return [...new Set([sorted[0], sorted.find(({ missing }) => missing > 0)])];
      });
      for (const figure of chosen) {
        if (!figure) continue;
        const { period, group } = figure;
        const { numerator, denominator, missing, rows, total } = await reader.members(indicator.id, {
          name: value.name,
          period,
          by,
          group,
          page_size: 20
        });
        expect({ numerator, denominator, missing }, `${by} ${group} ${period}`).toEqual(
          shown(figure, indicator)
        );
        expect(rows).toHaveLength(Math.min(total, 20));
        compared += total;
      }
    }
    // Of a few institutions in a few months nothing is told of these; other tests hand in what they need.
    if (!['IND-03-03', 'IND-05-04', 'IND-10-02'].includes(indicator.id)) expect(compared).toBeGreaterThan(0);
  });
});

/** What had been published by a day, as the oracle wants it. */
async function knownOn(city: SmallCity, day: string): Promise<Known> {
  const [moment] = await city.all<{ p: number; first_day: string }>(
    `select max(number) filter (where day <= cast($day as date)) as p, cast(min(day) as varchar) as first_day
     from meta.publication`,
    { day }
  );
  const { p, first_day } = moment ?? { p: 0, first_day: '' };
  const versions = async (table: string, which: 'all' | 'holding') =>
    (
      await city.all<Row & { said_on: string }>(
        `select s.*, cast(n.day as varchar) as said_on from staging.${table} s
         join meta.publication n on n.number = s.published_in
         where published_in <= $p and superseded_in > ${which === 'all' ? 'published_in' : '$p'}
         order by published_in, submission_id, row_no`,
        { p }
      )
    ).map(({ said_on, ...row }) => ({ row, day: said_on }));
  return {
    day,
    first_day,
    institutions: await versions('institutions', 'all'),
    committees: await versions('committees', 'all'),
    reviews: await versions('reviews', 'holding'),
    rectifications: await versions('rectifications', 'holding'),
    cases: await versions('cases', 'holding'),
    bases: await versions('staff_training_base', 'holding'),
    projects: await versions('projects', 'all'),
    activities: await versions('list_activities', 'all'),
    partnerships: await versions('intl_projects', 'holding'),
    delegations: await versions('delegations', 'holding'),
    rejected: await city.all(
      `select report, coalesce(institution_uscc, '') as uscc, report_period as period from staging.rejection
       where published_in <= $p and superseded_in > $p`,
      { p }
    ),
    coverage: await city.all(
      `select report, institution_uscc as uscc, report_period as period, received_date as day,
         row_count as rows, rejected_rows as rejected from marts.coverage($p) where institution_uscc is not null`,
      { p }
    )
  };
}

describe('the stored figures', () => {
  test.each(['2026-06-16', '2026-10-16', END])(
    'are what records slowly counted give, as of %s',
    async (day) => {
      const known = await knownOn(city, day);
      const reader = await city.reader({ kind: 'city' }, day);
      expect(await differences(reader, known)).toEqual([]);
    }
  );
});

describe('the lists', () => {
  test('the ledger holds every report that is owed for a period that has ended, and no other', async () => {
    const reader = await city.reader();
    const ledger = await reader.ledger({ page_size: 10_000 });
    const line = (report: string, period: string, uscc: string, due: string, received: string | null) =>
      [report, period, uscc, due, received ?? 'nothing'].join(' ');
    const ofInstitutions = ledger.rows.filter(({ dept }) => dept === null);
    const found = ofInstitutions.map((row) =>
      line(row.report, row.report_period, row.institution_uscc ?? '', row.due_date, row.received_date)
    );
    const expected = owedReports(await knownOn(city, END))
      .filter(({ end, due, received }) => end < END || due <= end || received !== null)
      .map(({ report, period, uscc, due, received }) => line(report, period, uscc, due, received));
    expect(found.toSorted()).toEqual(expected.toSorted());
    expect(new Set(ledger.rows.map(({ status }) => status)).size).toBeGreaterThan(3);
    for (const { status, due_date, received_date, row_count, rejected_rows } of ledger.rows) {
      const late = received_date !== null && received_date > due_date;
      const came = late ? 'late' : row_count === 0 ? 'nil' : rejected_rows > 0 ? 'partly' : 'on_time';
      expect(status).toBe(received_date ? came : due_date < END ? 'overdue' : 'expected');
    }
    const counted = Object.groupBy(ledger.rows, ({ status }) => status);
    expect(ledger.statuses).toEqual(
      Object.fromEntries(Object.entries(counted).map(([status, lines]) => [status, lines?.length]))
    );
    expect(ledger.total).toBe(ledger.rows.length);
  });

  test('agree with the figures and with the counts of the overview', async () => {
    const reader = await city.reader();
    const { counts } = await reader.overview();
    const late = await reader.rectifications({ state: 'overdue', page_size: 1 });
    const owed = await reader.ledger({ owed: 'overdue', page_size: 1 });
    const [overdue] = await reader.figures('IND-G2-05', { by: 'city' });
    const institutions = await reader.institutions({ page_size: 1000 });
    expect(late.total).toBeGreaterThan(0);
    expect(owed.total).toBeGreaterThan(0);
    expect(counts).toMatchObject({
      overdue_rectifications: late.total,
      overdue_reports: owed.total,
      institutions: institutions.rows.filter(({ is_active }) => is_active).length
    });
    expect(overdue?.value).toBe(late.total);
  });
});

describe('models', () => {
  /** Where a row is not known by its record's key alone. */
  const GRAIN: Record<string, string> = {
    institution: 'record_key, from_date',
    institution_activity: 'record_key, from_date',
    staff_base: 'institution_uscc, period',
    meeting_unit: 'record_key, dept',
    department_summary: 'record_key, report_period',
    coverage: 'submission_id, sheet_no, institution_uscc, dept, report_period',
    ended: 'of_table, record_key',
    standing_span: 'institution_uscc, fact, from_date',
    standing: 'institution_uscc, period',
    department_standing: 'dept, period',
    owed: 'report, institution_uscc, dept, report_period',
    report_due: 'report, institution_uscc, dept, report_period',
    late_filing: 'filing_key',
    waiting: 'report, record_key',
    registry_history: 'institution_uscc, from_number'
  };

  test('every model names its grain on line one', () => {
    const folder = new URL('../../warehouse/models/marts/', import.meta.url);
    for (const mart of marts)
      expect(readFileSync(new URL(`${mart}.sql`, folder), 'utf8').split('\n')[0], mart).toMatch(
        /^-- grain: (one|as) \w+/
      );
    expect(Object.keys(GRAIN).filter((mart) => !marts.includes(mart))).toEqual([]);
  });

  test.each(marts.map((mart) => [mart, GRAIN[mart] ?? 'record_key']))(
    '%s: one row per %s',
    async (mart, key) => {
      const rows = await city.all(
        `select ${key}, count(*) as n from marts.${mart}(100000) group by all having n > 1`
      );
      expect(rows).toEqual([]);
      // Where all is well there are none.
      if (mart === 'waiting' || mart === 'rejection') return;
      const [all] = await city.all<{ n: number }>(`select count(*) as n from marts.${mart}(100000)`);
      expect(all?.n).toBeGreaterThan(0);
    }
  );
});
