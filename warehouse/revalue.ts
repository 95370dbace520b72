/** Recomputes the values that a publication can have changed, and stores those that did (ruling 10). */
import { catalogue } from './catalogue/index.ts';
import { histogramSql, sliceTable, valuesSql } from './compile-indicator.ts';
import type { Transaction } from './engine.ts';
import { isCopied, marts, martSql } from './models.ts';
import type { Publication } from './publish.ts';
import { storeReportLines } from './report-lines.ts';
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

/** Dirty institutions over all periods; the others only in running periods, and only when the day has moved on. */
export async function revalue(tx: Transaction, publication: Publication, dayMoved: boolean): Promise<void> {
  const { number, day } = publication;
  for (const name of sources) {
    // The ledger's lines are made from the copies before, and read like any mart by those after.
    if (name === 'report_due') await storeReportLines(tx, publication, sliceTable);
    await copySlice(tx, name, number, dayMoved);
  }
  await tx.run('create or replace temp table slice_period as select * from meta.period_at($day)', { day });

  const values = catalogue.map((entry) => valuesSql(entry)).filter((sql) => sql !== '');
  await tx.run(`create or replace temp table fresh_value as
    select indicator, name, institution_uscc, committee_id, dept, dimension, period_kind, period,
      sum(numerator) as numerator, sum(denominator) as denominator, sum(missing) as missing, sum(excluded) as excluded
    from (${values.join('\nunion all\n')}) group by all`);
  const histograms = catalogue.map((entry) => histogramSql(entry)).filter((sql) => sql !== undefined);
  await tx.run(`create or replace temp table fresh_histogram as ${histograms.join('\nunion all\n')}`);
  await replace(tx, number, dayMoved, 'value', VALUE_KEY, [
    'numerator',
    'denominator',
    'missing',
    'excluded'
  ]);
  await replace(tx, number, dayMoved, 'histogram', HISTOGRAM_KEY, ['n']);
}

/** One copy of a relation for all indicators; of the dirty institutions alone when the day has not moved. */
async function copySlice(tx: Transaction, name: string, number: number, dayMoved: boolean): Promise<void> {
  const model = martSql(name, (mart) => (isCopied(mart) ? sliceTable(mart) : `marts.${mart}($p)`));
  // What is no institution's is little, and computed with every publication.
  const dirty = `(institution_uscc is null or institution_uscc in (select institution_uscc from meta.dirty))`;
  await tx.run(
    `create or replace temp table ${sliceTable(name)} as
     select *, ${dirty} as is_dirty from (${model}) ${dayMoved ? '' : `where ${dirty}`}`,
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
