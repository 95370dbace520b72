/**
 * Whose values a publication can change (ruling 11): the institutions of the records that it touches, those that these
 * records name besides, and those whose records name a touched record of another's.
 */
import type { Column, Report } from '#ingest/declare.ts';
import { reports } from '#ingest/reports/index.ts';
import { mayBeAmong, ownersSql, reportOfTable } from './tables.ts';
import type { Transaction } from './engine.ts';

/** Touched rows of a report beyond which to ask whom they name takes longer than to compute everybody's values. */
const MANY = 1_000_000;

/** Fills `meta.dirty`. `touched`: the reports of which the publication has rows; `all`: everybody's values are computed anew. */
export async function markDirty(
  tx: Transaction,
  number: number,
  touched: readonly Report[],
  all: boolean,
  many = MANY
): Promise<void> {
  const questions = all ? reports.flatMap(everybody) : [];
  if (!all)
    for (const report of touched)
      if ((await countTouched(tx, report, number)) > many)
        questions.push(...new Set([report, ...named(report), ...naming(report)].flatMap(everybody)));
      else {
        await takeTouched(tx, report, number);
        questions.push(...namedBy(report));
      }
  const came = all ? 'true' : `published_in = ${number} or superseded_in = ${number}`;
  await tx.run(`insert into meta.dirty select distinct institution_uscc from (
    ${[...questions, `select institution_uscc from staging.coverage where ${came}`].join('\nunion all\n')}
  ) where institution_uscc is not null`);
}

const touchedTable = ({ table }: Report) => `touched_${table}`;

async function countTouched(tx: Transaction, { table }: Report, number: number): Promise<number> {
  const [counted] = await tx.all<{ n: number }>(
    `select count(*) as n from staging.${table} where published_in = $number or superseded_in = $number`,
    { number }
  );
  return counted?.n ?? 0;
}

/** Once, and apart, so that the engine passes over blocks that hold neither, and knows that they are few. */
async function takeTouched(tx: Transaction, report: Report, number: number): Promise<void> {
  const { table, institution } = report;
  const fields = new Set([
    'record_key',
    ...(institution ? [institution.field] : []),
    ...otherReferences(report).map(({ field }) => field)
  ]);
  const rows = (where: string) => `select ${[...fields].join(', ')} from staging.${table} where ${where}`;
  await tx.run(`create or replace temp table ${touchedTable(report)} as
    ${rows(`published_in = ${number}`)} union all ${rows(`superseded_in = ${number}`)}`);
}

/** Institutions of the touched rows of a report, of those that these name, and of those that name them. */
function namedBy(report: Report): string[] {
  const touched = touchedTable(report);
  return [
    ...ownersOfRows(report, touched),
    ...otherReferences(report).map((column) =>
      ownersOf(column.ref ?? '', `select distinct ${valuesOf(column)} as touched from ${touched}`)
    ),
    ...referring(report).flatMap(([other, column]) =>
      ownersOfRows(
        other,
        `staging.${other.table} where ${names(column, `select record_key from ${touched}`)}`
      )
    )
  ];
}

/** Institutions of some rows of a report. */
function ownersOfRows({ institution }: Report, rows: string): string[] {
  if (institution === null) return [];
  return [
    ownersOf(
      'via' in institution ? institution.via : 'institutions',
      `select distinct ${institution.field} as touched from ${rows}`
    )
  ];
}

/** Institutions of whatever was ever handed in of a report. */
function everybody({ table, institution }: Report): string[] {
  if (institution === null) return [];
  if ('via' in institution)
    return [`select owner as institution_uscc from (${ownersSql(reportOfTable(institution.via))})`];
  return [`select ${institution.field} as institution_uscc from staging.${table}`];
}

/** Institutions of the records of a table whose keys a question gives. */
function ownersOf(table: string, keys: string): string {
  if (table === 'institutions') return `select touched as institution_uscc from (${keys})`;
  const among = mayBeAmong(`(${keys})`, 'touched', 'v.');
  return `select owner as institution_uscc from (${ownersSql(reportOfTable(table), { among })})`;
}

const valuesOf = ({ field, type }: Column): string => (type === 'strings' ? `unnest(${field})` : field);

/** Predicate: the column names one of the records whose keys a question gives as `record_key`. */
const names = ({ field, type }: Column, keys: string): string =>
  type === 'strings'
    ? `list_has_any(${field}, (select list(record_key) from (${keys})))`
    : `${field} in (${keys})`;

/** Columns that name a record, but for the one by which the row's own institution is found. */
const otherReferences = ({ columns, institution }: Report): Column[] =>
  columns.filter(
    ({ ref, field }) =>
      ref !== undefined &&
      field !== institution?.field &&
      (ref === 'institutions' || reportOfTable(ref).institution !== null)
  );

/** Reports whose records the rows of this one name. */
const named = (report: Report): Report[] => otherReferences(report).map(({ ref = '' }) => reportOfTable(ref));

/** Reports whose rows name records of this one. */
const naming = (report: Report): Report[] => referring(report).map(([other]) => other);

/** Where other reports' rows name records of this one, but for the column by which their institution is found. */
const referring = ({ table }: Report): [Report, Column][] =>
  reports.flatMap((other) =>
    otherReferences(other)
      // Rows of an institution itself are found by that.
      .filter(({ ref, type }) => ref === table && (table !== 'institutions' || type === 'strings'))
      .map((column): [Report, Column] => [other, column])
  );
