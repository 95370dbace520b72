/**
 * Makes a large city of a prepared one: every record is copied under other ids, so that all reports grow in proportion,
 * and reviews further until there are enough of them.
 */
import type { Column, Report } from '#ingest/declare.ts';
import { reports } from '#ingest/reports/index.ts';
import type { Engine, Transaction } from '#warehouse/engine.ts';
import { allColumns } from '#warehouse/typed.ts';

/** Fields that name a record: the row's own key, and the records it refers to. */
const namesRecord = (report: Report, { field, ref }: Column): boolean =>
  ref !== undefined || (report.key.includes(field) && !['period', 'dept', 'monitor_period'].includes(field));

function copySql(report: Report, copies: number, first: number, onlyOwn: boolean): string {
  const others = allColumns(report)
    .filter((column) => (onlyOwn ? report.key.includes(column.field) : namesRecord(report, column)))
    .map(({ field, type }) =>
      type === 'strings' || type === 'codes'
        ? `list_transform(${field}, x -> x || '~' || i) as ${field}`
        : type === 'string'
          ? `${field} || '~' || i as ${field}`
          : ''
    )
    .filter((sql) => sql !== '');
  return `insert into staging.${report.table}
    select t.* replace (${[`record_key || '~' || i as record_key`, `meta.key_hash(record_key || '~' || i) as key_hash`, ...others].join(', ')})
    from staging.${report.table} t, range(${first}, ${first + copies}) r(i)`;
}

/** Resolves to the number of institutions and of reviews. */
export async function multiply(
  engine: Engine,
  institutions: number,
  reviews: number
): Promise<{ institutions: number; reviews: number }> {
  const count = async (tx: Transaction, table: string) =>
    (await tx.all<{ n: number }>(`select count(distinct record_key) as n from staging.${table}`))[0]?.n ?? 0;
  await engine.write(async (tx) => {
    const copies = Math.ceil(institutions / (await count(tx, 'institutions'))) - 1;
    if (copies > 0) for (const report of reports) await tx.run(copySql(report, copies, 1, false));
  });
  return engine.write(async (tx) => {
    const have = await count(tx, 'reviews');
    const more = Math.ceil(reviews / have) - 1;
    const table = reports.find(({ id }) => id === 'R04');
    // Further reviews of the same committees and projects.
    if (table && more > 0) await tx.run(copySql(table, more, 1_000_000, true));
    return { institutions: await count(tx, 'institutions'), reviews: await count(tx, 'reviews') };
  });
}
