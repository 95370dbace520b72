/** Recomputes the values that a publication can have changed, and stores those that did (ruling 10). */
import { reportByTable } from '#ingest/reports/index.ts';
import { catalogue } from './catalogue/index.ts';
import { indicatorMarts, type Mart } from './catalogue/marts.ts';
import { buildSource, histogramSql, periodTable, sliceTable, valuesSql } from './compile-indicator.ts';
import type { Transaction } from './engine.ts';
import { isCopied, marts, martSql, ofDirty } from './models.ts';
import type { Publication } from './publish.ts';
import { columnsRead } from './columns-read.ts';
import { storeReportLines } from './report-lines.ts';
import { PERIOD_KINDS } from './periods.ts';
import { storeChanges } from './store-changes.ts';

/** The relations that the catalogue's entries read, in the order in which they build on one another. */
const sources = marts.filter(isCopied);

const VALUE_KEY = [
  'indicator',
  'name',
  'institution_uscc',
  'committee_id',
  'dept',
  'dimension',
  'period_kind',
  'period'
];
const HISTOGRAM_KEY = [
  'indicator',
  'institution_uscc',
  'committee_id',
  'dimension',
  'period_kind',
  'period',
  'days'
];

/** Rows of all copies together up to which computing a plan takes longer than running it as it is written. */
const FEW = 200_000;

/** Dirty institutions over all periods; the others only in running periods, and only when the day has moved on. */
export async function revalue(tx: Transaction, publication: Publication, dayMoved: boolean): Promise<void> {
  const { number, day } = publication;
  const rows = await copySlices(tx, publication, dayMoved);
  const source = buildSource((mart) => (rows.get(mart) ?? 0) > 0);
  await tx.run('create or replace temp table slice_period as select * from meta.period_at($day)', { day });
  for (const kind of PERIOD_KINDS)
    await tx.run(
      `create or replace temp table ${periodTable(kind)} as select * from slice_period where period_kind = '${kind}'`
    );
  const few = [...rows.values()].reduce((sum, n) => sum + n, 0) < FEW;
  if (few) await tx.run('pragma disable_optimizer');
  try {
    const values = catalogue.map((entry) => valuesSql(entry, source)).filter((sql) => sql !== '');
    await tx.run(`create or replace temp table fresh_value as
    select indicator, name, institution_uscc, committee_id, dept, dimension, period_kind, period,
      sum(numerator) as numerator, sum(denominator) as denominator, sum(missing) as missing, sum(excluded) as excluded
    from (${values.join('\nunion all\n') || NOTHING}) group by all`);
    const histograms = catalogue
      .map((entry) => histogramSql(entry, source))
      .filter((sql) => sql !== undefined);
    await tx.run(
      `create or replace temp table fresh_histogram as ${histograms.join('\nunion all\n') || NOTHING_TIMED}`
    );
  } finally {
    if (few) await tx.run('pragma enable_optimizer');
  }
  await replace(tx, number, dayMoved, 'value', VALUE_KEY, [
    'numerator',
    'denominator',
    'missing',
    'excluded'
  ]);
  await replace(tx, number, dayMoved, 'histogram', HISTOGRAM_KEY, ['n']);
}

/** What there is of a table of which nothing was computed. */
const NOTHING = 'select * from indicators.value where false';
const NOTHING_TIMED = `select ${HISTOGRAM_KEY.join(', ')}, n from indicators.histogram where false`;

/** A copy of each relation of which anything was ever handed in; resolves to their numbers of rows. */
async function copySlices(
  tx: Transaction,
  publication: Publication,
  dayMoved: boolean
): Promise<Map<string, number>> {
  const staged = await tx.all<{ table_name: string }>(
    `select table_name from duckdb_tables() where schema_name = 'staging' and estimated_size > 0`
  );
  const handed_in = new Set(staged.map(({ table_name }) => reportByTable(table_name)?.id));
  const made = new Set<string>();
  for (const name of sources) {
    const { report } = indicatorMarts[name as Mart];
    if (report !== null && name !== 'institution' && !handed_in.has(report)) continue;
    // The ledger's lines are made from the copies before, and read like any mart by those after.
    if (name === 'report_due')
      await storeReportLines(tx, publication, (mart) =>
        made.has(mart) ? sliceTable(mart) : `marts.${mart}($p)`
      );
    await copySlice(tx, name, publication.number, dayMoved, made);
    made.add(name);
  }
  const counts = await tx.all<{ mart: string; n: number }>(
    [...made]
      .map((mart) => `select '${mart}' as mart, count(*) as n from ${sliceTable(mart)}`)
      .join(' union all ')
  );
  return new Map(counts.map(({ mart, n }) => [mart, n]));
}

/** One copy of a relation for all indicators; of the dirty institutions alone when the day has not moved. */
async function copySlice(
  tx: Transaction,
  name: string,
  number: number,
  dayMoved: boolean,
  made: ReadonlySet<string>
): Promise<void> {
  const source = (mart: string): string => {
    if (made.has(mart)) return sliceTable(mart);
    return (dayMoved ? undefined : ofDirty(mart)) ?? `marts.${mart}($p)`;
  };
  const model = martSql(name, source);
  // What is no institution's is little, and computed with every publication.
  const dirty = `(institution_uscc is null or institution_uscc in (select institution_uscc from meta.dirty))`;
  const columns = (await columnsRead(tx, name as Mart, number)).join(', ');
  await tx.run(
    `create or replace temp table ${sliceTable(name)} as
     select ${columns}, ${dirty} as is_dirty from (${model}) ${dayMoved ? '' : `where ${dirty}`}`,
    // Marts that only build on other copies do not ask for the publication.
    model.includes('$p') ? { p: number } : {}
  );
}

/** Stores the cells that are no longer what they were. */
function replace(
  tx: Transaction,
  number: number,
  dayMoved: boolean,
  table: 'value' | 'histogram',
  key: readonly string[],
  figures: readonly string[]
): Promise<void> {
  const recomputed = `(v.institution_uscc = '' or v.institution_uscc in (select institution_uscc from meta.dirty)
    ${dayMoved ? 'or v.period in (select period from slice_period where is_running)' : ''})`;
  return storeChanges(tx, {
    table: `indicators.${table}`,
    fresh: `fresh_${table}`,
    columns: [...key, ...figures],
    recomputed,
    number
  });
}
