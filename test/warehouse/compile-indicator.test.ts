/** Whatever happens in a city: the compiled SQL and a slow count by hand give the same, as of every publication. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { previousPeriod } from '#warehouse/periods.ts';
import { reportOf } from '#ingest/reports/index.ts';
import { anyCity, ledgersOf, type AnyCity } from './any-city.ts';
import { filledIn, type ReportId, type Texts } from './filled-in.ts';
import { differences } from './oracle-differences.ts';
import type { Known, Version } from './known.ts';
import { SmallCity } from './small-city.ts';

const isFaulty = (row: Texts) => row.list_item === '没有这一项';

/** What a reader of all files would know: every version by report and key, what was handed in by whom. */
class Memory {
  readonly versions = new Map<ReportId, Map<string, Version[]>>();
  readonly coverage: { report: ReportId; row: Texts; period: string; day: string }[] = [];
  /** The last row of each record that was handed in and rejected. */
  readonly rejected = new Map<string, { report: ReportId; row: Texts; period: string }>();
  first_day = '';

  take(report: ReportId, rows: readonly Texts[], day: string): void {
    this.first_day ||= day;
    const period = previousPeriod(reportOf(report).due[0]?.every ?? 'month', day).name;
    for (const row of rows) {
      this.coverage.push({ report, row, period: row.period ?? period, day });
      const name = reportOf(report)
        .key.map((field) => row[field])
        .join('|');
      this.rejected.delete(`${report} ${name}`);
      if (isFaulty(row)) {
        this.rejected.set(`${report} ${name}`, { report, row, period: row.period ?? period });
        continue;
      }
      const records = this.versions.get(report) ?? new Map<string, Version[]>();
      this.versions.set(report, records);
      const before = records.get(name) ?? [];
      const { row_action: was, ...last } = before.at(-1)?.row ?? {};
      const { row_action: is, ...now } = row;
      if (JSON.stringify(last) === JSON.stringify(now) && (was === 'void') === (is === 'void')) continue;
      records.set(name, [...before, { row, day }]);
    }
  }

  knownOn(day: string): Known {
    const all = (report: ReportId) => [...(this.versions.get(report)?.values() ?? [])];
    const every = (report: ReportId) => all(report).flat();
    const newest = (report: ReportId) => all(report).flatMap((list) => list.at(-1) ?? []);
    const owner = (row: Texts) =>
      row.institution_uscc ??
      newest('R02').find((one) => one.row['committee_id'] === row.committee_id)?.row['institution_uscc'];
    const covered = this.coverage.map(({ row, ...one }) => ({ ...one, uscc: owner(row), row }));
    const groups = Map.groupBy(covered, ({ report, day, period, uscc }) =>
      [report, day, period, String(uscc)].join(' ')
    );
    return {
      day,
      first_day: this.first_day,
      institutions: every('R01'),
      committees: every('R02'),
      reviews: newest('R04'),
      rectifications: newest('R08'),
      cases: newest('R09'),
      bases: newest('R21'),
      rejected: [...this.rejected.values()].map(({ report, row, period }) => {
        const uscc = owner(row);
        // nobody knows whose it is: it is missing from the city alone
        return { report, period, uscc: typeof uscc === 'string' ? uscc : '' };
      }),
      coverage: [...groups.values()].flatMap((rows) => {
        const [one] = rows;
        if (!one || typeof one.uscc !== 'string') return [];
        const rejected = rows.filter(({ row }) => isFaulty(row)).length;
        return [{ ...one, uscc: one.uscc, rows: rows.length, rejected }];
      })
    };
  }
}

/** Lives through a city; resolves to where SQL and oracle differ. */
async function live(story: AnyCity): Promise<string[]> {
  const city = await SmallCity.open({ threads: 1 });
  const memory = new Memory();
  const found: string[] = [];
  const said = new Map<string, string>();
  const sent = new Set<string>();
  const figures = async (asof?: string) => {
    const reader = await city.reader({ kind: 'city' }, asof);
    return JSON.stringify(await reader.values({ page_size: 100_000 }));
  };
  try {
    for (const [nth, day] of story.days.entries()) {
      for (const [report, rows] of ledgersOf(story, nth)) {
        await city.handIn(report, rows, { day });
        const whole = rows.map((row) => filledIn(report, row));
        if (!sent.has(JSON.stringify(whole))) memory.take(report, whole, day);
        // the same bytes again are a duplicate and say nothing
        sent.add(JSON.stringify(whole));
      }
      memory.first_day ||= day;
      await city.publish(day);
      said.set(day, await figures());
      const lines = await differences(await city.reader(), memory.knownOn(day));
      found.push(...lines.map((line) => `${day}: ${line}`));
    }
    for (const [day, words] of said) if ((await figures(day)) !== words) found.push(`${day}: another past`);
    return found;
  } finally {
    await city.close();
  }
}

/** More of them: `CITIES=100 npm test -- test/warehouse/compile-indicator.test.ts`. */
const cities = Number(process.env['CITIES'] ?? 4);

test(
  'the figures of any city are what a slow count by hand gives',
  { timeout: 100_000 * cities },
  async () => {
    await fc.assert(
      fc.asyncProperty(anyCity, async (story) => {
        expect(await live(story)).toEqual([]);
      }),
      { numRuns: cities, endOnFailure: true }
    );
  }
);
