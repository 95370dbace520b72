/**
 * Whose values a publication can change (ruling 11): the institutions of the records that it touches, those that these
 * records name besides, and those whose records name a touched record of another's.
 */
import type { Column, Report } from '#ingest/declare.ts';
import { reports } from '#ingest/reports/index.ts';
import { ownersSql, reportOfTable } from './tables.ts';
import type { Transaction } from './engine.ts';

/** Fills `meta.dirty`. `touched`: the reports of which the publication has rows; `all`: everybody's values are computed anew. */
export async function markDirty(
  tx: Transaction,
  number: number,
  touched: readonly Report[],
  all: boolean
): Promise<void> {
  // Apart, so that the engine passes over blocks that hold neither.
  const changed = all ? ['true'] : [`published_in = ${number}`, `superseded_in = ${number}`];
  const rowsOf = ({ table }: Report, what: string) =>
    changed
      .map((rows) => `select ${what} as touched from staging.${table} where ${rows}`)
      .join(' union all ');
  const questions = (all ? reports : touched).flatMap((report) => [
    ...changed.flatMap((rows) => owned(report, rows)),
    ...(all
      ? []
      : [
          ...otherReferences(report).map((column) =>
            ownersOf(column.ref ?? '', rowsOf(report, valuesOf(column)))
          ),
          ...referring(report).map(([other, column]) =>
            owned(other, names(column, rowsOf(report, 'record_key'))).join(' union all ')
          )
        ])
  ]);
  await tx.run(`insert into meta.dirty select distinct institution_uscc from (
    ${[...questions, `select institution_uscc from staging.coverage where ${changed.join(' or ')}`].filter((sql) => sql !== '').join('\nunion all\n')}
  ) where institution_uscc is not null`);
}

/** Institutions of some rows of a report, by the predicate that chooses them. */
function owned({ table, institution }: Report, where: string): string[] {
  if (institution === null) return [];
  const rows = `select ${institution.field} as institution_uscc from staging.${table} where ${where}`;
  return ['via' in institution ? ownersOf(institution.via, rows) : rows];
}

/** Institutions of the records of a table whose keys a question gives. */
const ownersOf = (table: string, keys: string): string =>
  table === 'institutions'
    ? `select touched as institution_uscc from (${keys})`
    : `select owner as institution_uscc from (${ownersSql(reportOfTable(table))}) where record_key in (${keys})`;

const valuesOf = ({ field, type }: Column): string => (type === 'strings' ? `unnest(${field})` : field);

/** Predicate: the column names one of the records whose keys a question gives as `touched`. */
const names = ({ field, type }: Column, keys: string): string =>
  type === 'strings'
    ? `list_has_any(${field}, (select list(touched) from (${keys})))`
    : `${field} in (${keys})`;

/** Columns that name a record, but for the one by which the row's own institution is found. */
const otherReferences = ({ columns, institution }: Report): Column[] =>
  columns.filter(
    ({ ref, field }) =>
      ref !== undefined &&
      field !== institution?.field &&
      (ref === 'institutions' || reportOfTable(ref).institution !== null)
  );

/** Where other reports' rows name records of this one, but for the column by which their institution is found. */
const referring = ({ table }: Report): [Report, Column][] =>
  reports.flatMap((other) =>
    otherReferences(other)
      // Rows of an institution itself are found by that.
      .filter(({ ref, type }) => ref === table && (table !== 'institutions' || type === 'strings'))
      .map((column): [Report, Column] => [other, column])
  );
