/** Whatever is asked of a reader, a scope sees its own and nothing of others. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Indicator } from '#warehouse/catalogue/declare.ts';
import { catalogue } from '#warehouse/catalogue/index.ts';
import { addVersion } from '#warehouse/control/mapping-profiles.ts';
import type { Reader } from '#warehouse/reader.ts';
import type { Scope } from '#warehouse/scope.ts';
import type { SmallCity } from './small-city.ts';

/** Every question that a reader answers, with arguments that reach for everything. */
const questions: Record<
  Exclude<keyof Reader, 'scope' | 'moment'>,
  (reader: Reader, reach: Reach) => Promise<unknown>
> = {
  overview: (reader) => reader.overview(),
  indicators: async (reader) => reader.indicators(),
  indicator: async (reader) => reader.indicator('IND-07-02'),
  lineage: (reader) => reader.lineage(),
  figures: (reader, { indicators }) =>
    each(indicators, ({ id }) => reader.figures(id, { by: 'institution', periods: 30 })),
  statuses: (reader, { institutions }) => each(institutions, (code) => reader.statuses('institution', code)),
  periods: (reader, { indicators }) => each(indicators, ({ id }) => reader.periods(id)),
  members: (reader, { indicators }) =>
    each(indicators, async ({ id }) => {
      const period = (await reader.periods(id))[1] ?? '2026-10';
      return reader.members(id, { period, page_size: 10_000 });
    }),
  changes: async (reader, { indicators, institutions }) => [
    // One question answers for all: some of the indicators do.
    await each(
      indicators.filter((_, i) => i % 6 === 0),
      ({ id }) => reader.changes(id, { since: '2026-08-20', page_size: 10_000 })
    ),
    // whom it was asked about is no news
    await each(institutions, async (asked) => {
      const { group: _, ...told } = await reader.changes('IND-07-02', {
        since: '2026-08-20',
        by: 'institution',
        group: asked
      });
      return told;
    })
  ],
  record: (reader, { records }) => each(records, ([report, key]) => reader.record(report, key)),
  sheet: (reader, { submissions }) =>
    each(submissions, (id) => reader.sheet(id, 1, { row: 1, around: 100_000 })),
  sheetRows: (reader, { submissions }) => each(submissions, (id) => taken(reader.sheetRows(id, 1))),
  institutions: (reader) => reader.institutions({ page_size: 10_000, search: '' }),
  institution: (reader, { institutions }) => each(institutions, (code) => reader.institution(code)),
  rectifications: (reader) => reader.rectifications({ page_size: 10_000 }),
  forecast: (reader) => reader.forecast({ day: '2027-12-31' }),
  ledger: (reader) => reader.ledger({ page_size: 10_000 }),
  ledgerPeriods: (reader) => reader.ledgerPeriods(),
  lateFilings: (reader) => reader.lateFilings({ page_size: 10_000 }),
  submissions: async (reader, { institutions }) => [
    await reader.submissions({ page_size: 10_000 }),
    await each(institutions, (institution) => reader.submissions({ institution, page_size: 10_000 }))
  ],
  submission: (reader, { submissions }) => each(submissions, (id) => reader.submission(id)),
  findings: (reader, { submissions }) =>
    each(submissions, (id) => reader.findings(id, { page_size: 10_000 })),
  foundFindings: async (reader) => {
    const { rows, ...page } = await reader.foundFindings({ page_size: 100_000 });
    // A row of another institution in a file of one's own comes back to who wrote it, with what was written.
    const told = rows.map(({ check_id, institution_uscc, institution_name, ...row }) =>
      check_id === 'authority'
        ? { institution_uscc, institution_name }
        : { ...row, check_id, institution_uscc, institution_name }
    );
    return { ...page, rows: told };
  },
  crossChecks: (reader) => reader.crossChecks({ page_size: 10_000 }),
  crossCheckCounts: (reader) => reader.crossCheckCounts(),
  qualityByOwner: (reader) => reader.qualityByOwner({ page_size: 10_000 }),
  qualityByReport: (reader) => reader.qualityByReport(),
  mappings: (reader) => reader.mappings(),
  mapping: (reader, { mappings }) => each(mappings, (id) => reader.mapping(id)),
  alerts: (reader) => reader.alerts({ state: 'all', page_size: 10_000 }),
  values: (reader) => reader.values({ page_size: 1_000_000 }),
  allValues: (reader) => taken(reader.allValues()),
  arrowValues: async (reader) => Buffer.concat(await taken(reader.arrowValues())).toString('latin1')
};

interface Reach {
  indicators: readonly Indicator[];
  institutions: string[];
  submissions: number[];
  mappings: number[];
  records: [string, string][];
}

async function taken<T>(stream: AsyncIterable<T>): Promise<T[]> {
  const parts: T[] = [];
  for await (const part of stream) parts.push(part);
  return parts;
}

async function each<T, R>(list: readonly T[], ask: (one: T) => Promise<R>): Promise<R[]> {
  const answers: R[] = [];
  for (const one of list) answers.push(await ask(one));
  return answers;
}

export function scopesHold(theCity: () => SmallCity): void {
  describe('a scope', () => {
    let city: SmallCity;
    let reach: Reach;
    let registered: { code: string; dept: string; words: string[] }[];
    beforeAll(async () => {
      city = theCity();
      registered = (
        await city.all<{ code: string; dept: string; name: string; committees: string[] | null }>(
          `select i.record_key as code, i.supervising_dept as dept, i.institution_name as name,
           (select list(record_key) from staging.committees_at(100000) c where c.institution_uscc = i.record_key) as committees
         from staging.institutions_at(100000) i order by 1`
        )
      ).map(({ code, dept, name, committees }) => ({
        code,
        dept,
        words: [code, name, ...(committees ?? [])]
      }));
      const some = async (report: string, table: string) =>
        (
          await city.lines(
            `select any_value(record_key) as key from staging.${table}_at(100000)
           group by ${table === 'reviews' ? 'committee_id' : 'institution_uscc'} order by key limit 2`
          )
        ).map((key): [string, string] => [report, key]);
      reach = {
        indicators: catalogue,
        institutions: registered.filter((_, i) => i % 11 === 0).map(({ code }) => code),
        // those of each report that speak of most institutions
        submissions: (
          await city.lines(
            `select submission_id from (select submission_id, report, count(*) as n from staging.coverage group by all)
           qualify row_number() over (partition by report order by n desc, submission_id) <= 1`
          )
        ).map(Number),
        // one of each institution, which names it
        mappings: registered.map(
          ({ code }) =>
            addVersion(city.warehouse.control, {
              owner: { kind: 'institution', code },
              report: 'R04',
              name: code,
              note: '',
              at: '2026-01-01T00:00:00.000Z',
              by: 'upload',
              columns: { review_id: code },
              constants: { project_id: code },
              codes: {}
            }).id
        ),
        records: [
          ...(await some('R01', 'institutions')),
          ...(await some('R02', 'committees')),
          ...(await some('R04', 'reviews')),
          ...(await some('R08', 'rectifications')),
          ...(await some('R09', 'cases')),
          ...(await some('R21', 'staff_training_base'))
        ]
      };
    });

    /** What it handed in itself it may read back, whatever it wrote there. */
    const ownFiles = (scope: Scope) =>
      new Set(
        scope.kind === 'city'
          ? []
          : city.warehouse.control
              .all<{ id: number }>(
                'select id from submission where authority_kind = $kind and authority_code = $code',
                { kind: scope.kind, code: scope.code }
              )
              .map(({ id }) => id)
      );
    const isOwn = (scope: Scope, { code, dept }: { code: string; dept: string }) =>
      scope.kind === 'city' || (scope.kind === 'department' ? dept === scope.code : code === scope.code);

    const onlyFirst = ({ indicators, institutions, submissions, mappings, records }: Reach): Reach => ({
      indicators: indicators.slice(3, 4),
      institutions: institutions.slice(0, 1),
      submissions: submissions.slice(0, 1),
      mappings: mappings.slice(0, 1),
      records: records.slice(0, 1)
    });

    test('every question of the reader is asked below', async () => {
      const reader = await city.reader();
      expect(Object.keys(questions).sort()).toEqual(
        Object.keys(reader)
          .filter((name) => name !== 'scope' && name !== 'moment')
          .sort()
      );
    });

    test.each(['department', 'institution', 'unknown department', 'unknown institution'])(
      'of a %s sees nothing of others in any answer',
      async (who) => {
        const largest = registered.find(({ dept }) => dept === 'health_commission')?.code ?? '';
        const scope: Scope =
          who === 'department'
            ? { kind: 'department', code: 'education_bureau' }
            : who === 'institution'
              ? { kind: 'institution', code: largest }
              : who === 'unknown department'
                ? { kind: 'department', code: 'propaganda_dept' }
                : { kind: 'institution', code: '' };
        const own = ownFiles(scope);
        const others = { ...reach, submissions: reach.submissions.filter((id) => !own.has(id)) };
        // a scope that nobody has is asked less: one of each
        const theirs = who.startsWith('unknown') ? onlyFirst(others) : others;
        const foreign = registered.filter((one) => !isOwn(scope, one)).flatMap(({ words }) => words);
        expect(foreign.length).toBeGreaterThan(20);
        const reader = await city.reader(scope);
        const leaks: string[] = [];
        for (const [name, ask] of Object.entries(questions)) {
          const answer = JSON.stringify(await ask(reader, theirs)) ?? '';
          const found = foreign.filter((word) => answer.includes(word));
          if (found.length > 0) leaks.push(`${name}: ${found.length} of others, ${found[0] ?? ''}`);
        }
        expect(leaks).toEqual([]);
      },
      300_000
    );

    test('sees all of its own', async () => {
      for (const scope of [
        { kind: 'department', code: 'education_bureau' },
        { kind: 'institution', code: registered[0]?.code ?? '' }
      ] as const) {
        const reader = await city.reader(scope);
        const mine = registered.filter((one) => isOwn(scope, one));
        const list = await reader.institutions({ page_size: 1000 });
        expect(list.rows.map(({ institution_uscc }) => institution_uscc).sort()).toEqual(
          mine.map(({ code }) => code)
        );
        const whole = await city.reader();
        const figures = async (asked: Reader) =>
          (await asked.figures('IND-07-02', { by: 'institution', periods: 4 }))
            .filter(({ group }) => mine.some(({ code }) => code === group))
            .map(({ group, period, numerator, denominator }) => [group, period, numerator, denominator])
            .sort();
        expect(await figures(reader)).toEqual(await figures(whole));
      }
    });

    test('reads of a file that others handed in for it the rows and findings of its own, and no more', async () => {
      const code = registered.find(({ dept }) => dept === 'health_commission')?.code ?? '';
      const reader = await city.reader({ kind: 'institution', code });
      const [shared] = (await reader.submissions({ report: 'R02', page_size: 1000 })).rows.filter(
        ({ authority }) => authority === 'department:health_commission'
      );
      const id = shared?.id ?? 0;
      const all = { row: 1, around: 1000 };
      // A workbook with other reports beside it.
      const seen = await (await city.reader()).submission(id);
      const no = seen?.sheets.find(({ report }) => report === 'R02')?.sheet_no ?? 0;
      const whole = await (await city.reader()).sheet(id, no, all);
      const part = await reader.sheet(id, no, all);
      expect(part?.rows.length).toBeGreaterThan(0);
      expect(whole?.rows.length).toBeGreaterThan(part?.rows.length ?? 0);
      for (const { cells } of part?.rows ?? []) expect(cells).toContain(code);
      // the department that handed it in reads the whole
      const department = await city.reader({ kind: 'department', code: 'health_commission' });
      expect(await department.sheet(id, no, all)).toEqual(whole);
      const rows = part?.rows.map(({ row_no }) => row_no);
      const inSheet = async (asked: Reader) =>
        (await asked.findings(id, { page_size: 10_000 })).rows.filter(({ sheet_no }) => sheet_no === no);
      expect(await inSheet(reader)).toEqual(
        (await inSheet(await city.reader())).filter(({ row_no }) => rows?.includes(row_no))
      );
    });
  });
}
