/** Recomputes the values that a publication can have changed, and stores those that did (ruling 10). */
import { reportByTable } from '#ingest/reports/index.ts';
import { affected, copiesOf, readsOf, type Noted, type Touched } from './affected.ts';
import type { Indicator } from './catalogue/declare.ts';
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
const VALUE_FIGURES = ['numerator', 'denominator', 'missing', 'excluded'];
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

/**
 * Dirty institutions over all periods; the others only in running periods, and only when the day has moved on. `touched`:
 * what can have changed; the values of other entries are left as they are.
 */
export async function revalue(
  tx: Transaction,
  publication: Publication,
  dayMoved: boolean,
  touched: Touched
): Promise<void> {
  const { number, day } = publication;
  const { entries, rows } = await copySlices(tx, publication, dayMoved, dayMoved ? 'all' : touched);
  const source = buildSource((mart) => (rows.get(mart) ?? 0) > 0);
  await tx.run('create or replace temp table slice_period as select * from meta.period_at($day)', { day });
  for (const kind of PERIOD_KINDS)
    await tx.run(
      `create or replace temp table ${periodTable(kind)} as select * from slice_period where period_kind = '${kind}'`
    );
  const few = [...rows.values()].reduce((sum, n) => sum + n, 0) < FEW;
  if (few) await tx.run('pragma disable_optimizer');
  try {
    const values = entries.map((entry) => valuesSql(entry, source)).filter((sql) => sql !== '');
    await tx.run(`create or replace temp table fresh_value as
    select ${VALUE_KEY.join(', ')},
      sum(numerator) as numerator, sum(denominator) as denominator, sum(missing) as missing, sum(excluded) as excluded
    from (${values.join('\nunion all\n') || NOTHING})
      cell(${[...VALUE_KEY, ...VALUE_FIGURES].join(', ')}) group by all`);
    const histograms = entries.map((entry) => histogramSql(entry, source)).filter((sql) => sql !== undefined);
    await tx.run(
      `create or replace temp table fresh_histogram as ${histograms.join('\nunion all\n') || NOTHING_TIMED}`
    );
  } finally {
    if (few) await tx.run('pragma enable_optimizer');
  }
  const ids = ['', ...entries.map(({ id }) => id)].map((id) => `'${id}'`).join(', ');
  const recomputed = whoseWere(dayMoved).map((cells) => `${cells} and v.indicator in (${ids})`);
  await storeChanges(tx, {
    table: 'indicators.value',
    fresh: 'fresh_value',
    columns: [...VALUE_KEY, ...VALUE_FIGURES],
    recomputed,
    sorted_by: ['indicator', 'period'],
    number
  });
  await storeChanges(tx, {
    table: 'indicators.histogram',
    fresh: 'fresh_histogram',
    columns: [...HISTOGRAM_KEY, 'n'],
    recomputed,
    sorted_by: ['indicator', 'period'],
    number
  });
  // Those of a large city would fill the memory until the next build.
  const large = few ? [] : [...[...rows.keys()].map(sliceTable), 'fresh_value', 'fresh_histogram'];
  for (const name of large) await tx.run(`create or replace temp table ${name} as from ${name} limit 0`);
}

/** SQL predicates over stored cells `v`: those of whom and when the build computes values. */
function whoseWere(dayMoved: boolean): string[] {
  const nobodys = `v.institution_uscc = ''`;
  const dirty = 'v.institution_uscc in (select institution_uscc from meta.dirty)';
  if (!dayMoved) return [nobodys, dirty];
  return [`(${nobodys} or ${dirty} or v.period in (select period from slice_period where is_running))`];
}

/** What there is of a table of which nothing was computed. */
const NOTHING = 'select * from indicators.value where false';
const NOTHING_TIMED = `select ${HISTOGRAM_KEY.join(', ')}, n from indicators.histogram where false`;

/**
 * Stores the ledger's lines, and makes a copy of each relation that the entries read whose values can have changed, if
 * anything was ever handed in for it. Resolves to these entries, and to the copies' numbers of rows.
 */
async function copySlices(
  tx: Transaction,
  publication: Publication,
  dayMoved: boolean,
  touched: Touched
): Promise<{ entries: readonly Indicator[]; rows: Map<string, number> }> {
  const { number } = publication;
  const handedIn = await tablesHandedIn(tx);
  const made = new Set<string>();
  const copy = async (asked: Iterable<string>) => {
    const builtOn = new Set([...asked].flatMap((mart) => [mart, ...readsOf(mart).marts]));
    for (const name of sources) {
      const { report } = indicatorMarts[name as Mart];
      if (!builtOn.has(name) || made.has(name)) continue;
      if (report !== null && name !== 'institution' && !handedIn.has(report)) continue;
      await copySlice(tx, name, number, dayMoved, made);
      made.add(name);
    }
  };
  // The ledger's lines are made from copies, and read like any mart by the copies after.
  await copy(readsOf('report_line').marts);
  await storeReportLines(tx, publication, (mart) =>
    made.has(mart) ? sliceTable(mart) : `marts.${mart}($p)`
  );
  const entries = affected(touched, await noted(tx, number));
  await copy(entries.flatMap((entry) => [...copiesOf(entry)]));
  const counts = await tx.all<{ mart: string; n: number }>(
    [...made]
      .map((mart) => `select '${mart}' as mart, count(*) as n from ${sliceTable(mart)}`)
      .join(' union all ')
  );
  return { entries, rows: new Map(counts.map(({ mart, n }) => [mart, n])) };
}

async function tablesHandedIn(tx: Transaction): Promise<ReadonlySet<string | undefined>> {
  const staged = await tx.all<{ table_name: string }>(
    `select table_name from duckdb_tables() where schema_name = 'staging' and estimated_size > 0`
  );
  return new Set(staged.map(({ table_name }) => reportByTable(table_name)?.id));
}

async function noted(tx: Transaction, number: number): Promise<Noted> {
  const reportsIn = async (table: string) => {
    const found = await tx.all<{ report: string }>(
      `select distinct report from ${table} where published_in = ${number}
       union select distinct report from ${table} where superseded_in = ${number}`
    );
    return new Set(found.map(({ report }) => report));
  };
  return { lines: await reportsIn('indicators.report_line'), rejected: await reportsIn('staging.rejection') };
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
  const is_dirty = 'institution_uscc in (select institution_uscc from meta.dirty)';
  // What is no institution's is little, and computed with every publication.
  const computed =
    indicatorMarts[name as Mart].owner === 'institution'
      ? is_dirty
      : `(institution_uscc is null or ${is_dirty})`;
  const columns = (await columnsRead(tx, name as Mart, number)).join(', ');
  await tx.run(
    `create or replace temp table ${sliceTable(name)} as
     select ${columns}, ${dayMoved ? computed : 'true'} as is_dirty
     from (${model}) ${dayMoved ? '' : `where ${computed}`}`,
    // Marts that only build on other copies do not ask for the publication.
    model.includes('$p') ? { p: number } : {}
  );
}
