/** Tables of the raw and staging layers, derived from the reports' declarations. */
import { oddRow } from './odd-cells.ts';
import { NONE_PLAIN, plainColumns } from './plain-columns.ts';
import { allColumns, canBeUnreadable, sqlType, typedSelect, type CityCodes } from './typed.ts';
import type { Transaction } from './engine.ts';
import type { Report } from '#ingest/declare.ts';
import { reportByTable } from '#ingest/reports/index.ts';

/** `superseded_in` of a version that still holds. */
export const STILL_HOLDS = 2147483647;

const KNOWN_AT_P = "v.published_in <= p and v.superseded_in > p and v.row_action is distinct from 'void'";

const typedColumns = (report: Report) =>
  allColumns(report)
    .map((column) => `${column.field} ${sqlType(column)}`)
    .join(', ');

/** What is kept of a report: as it was handed in, typed, and as known at a publication. */
export function tablesOf(report: Report): string[] {
  const raw = allColumns(report).map(({ field }) => `${field} varchar`);
  return [
    `create table if not exists raw.${report.table} (
      submission_id integer, sheet_no integer, row_no integer, ${raw.join(', ')}, rejected boolean)`,
    `create table if not exists staging.${report.table} (
      record_key varchar, key_hash uinteger, ${typedColumns(report)},
      submission_id integer, sheet_no integer, row_no integer, published_in integer, superseded_in integer)`,
    `create or replace macro staging.${report.table}_at(p) as table
      select * from staging.${report.table}
      where published_in <= p and superseded_in > p and row_action is distinct from 'void'`,
    `create or replace macro staging.${report.table}_owner_at(p) as table
      ${ownersSql(report, { holds: KNOWN_AT_P })}`
  ];
}

/** Typed rows on their way from raw to staging, of the batch that a connection has in hand. */
export const landingTables = (report: Report): string[] => [
  `create or replace temp table held_${report.table} (submission_id integer, sheet_no integer, row_no integer,
      ${typedColumns(report)}, ${allColumns(report)
        .filter(canBeUnreadable)
        .map(({ field }) => `bad_${field} boolean`)
        .join(', ')}, odd boolean, record_key varchar, owner varchar, owner_dept varchar, rejected boolean)`,
  landingView(report, `select * from held_${report.table}`)
];

/**
 * SQL predicate over versions: their key is among those that `column` of `relation` holds, which are few, or has the
 * hash of one of them. It narrows down millions of versions without reading their keys; what asks compares the keys.
 */
export const mayBeAmong = (relation: string, column = 'record_key', alias = '') =>
  `${alias}key_hash in (select meta.key_hash(${column}) from ${relation})`;

/** SQL of a record's key over the typed columns of its report. */
export const keySql = (report: Report) =>
  report.key.length === 1 ? report.key[0] : `concat_ws('|', ${report.key.join(', ')})`;

/**
 * Makes `landing_<table>` the typed rows of landed submissions, in place of the batch before. `batch`: what these
 * submissions have landed there counts beside what is published, where a row names its institution by another record.
 * Reports by way of which others name their institution must have been typed before (`inOrderOfOwners`).
 */
export async function typeRows(
  tx: Transaction,
  report: Report,
  ids: readonly number[],
  city: CityCodes,
  batch: readonly number[] = []
): Promise<void> {
  const fields = allColumns(report).map(({ field }) => `${field} as r_${field}`);
  const rows = `(select submission_id, sheet_no, row_no, rejected, ${fields.join(', ')} from raw.${report.table} where ${inList(ids)})`;
  const { institution } = report;
  const [owner, owners] =
    institution === null
      ? ['cast(null as varchar)', '']
      : 'via' in institution
        ? [
            'o.owner',
            `left join (select record_key, max(owner) as owner
              from (${ownersSql(reportOfTable(institution.via))}${landed(institution.via, batch)})
              group by record_key) o on o.record_key = t.${institution.field}`
          ]
        : [`t.${institution.field}`, ''];
  const rowCount = await rowsOf(tx, report, ids);
  const plain =
    rowCount > UNASKED ? await plainColumns(tx, report, allColumns(report), inList(ids)) : NONE_PLAIN;
  const also = [oddRow(report, plain)];
  const typed = `select t.*, ${keySql(report)} as record_key, ${owner} as owner, ${departmentSql(report, 't')} as owner_dept
    from (${typedSelect(report, rows, city, ['rejected'], { also, plain })}) t ${owners}`;
  const large = rowCount > HELD;
  await tx.run(`create or replace temp table held_${report.table} as ${typed} ${large ? 'limit 0' : ''}`);
  await tx.run(landingView(report, large ? typed : `select * from held_${report.table}`));
}

/** Rows beyond which a batch is typed anew whenever it is asked, for what is asked: held, it would outgrow the memory. */
const HELD = 500_000;

/** Rows up to which asking which columns are plain costs more than it spares. */
const UNASKED = 10_000;

async function rowsOf(tx: Transaction, { table }: Report, ids: readonly number[]): Promise<number> {
  const [landed] = await tx.all<{ n: number }>(`select count(*) as n from raw.${table} where ${inList(ids)}`);
  return landed?.n ?? 0;
}

const landingView = ({ table }: Report, rows: string): string =>
  `create or replace temp view landing_${table} as ${rows}`;

const landed = (table: string, batch: readonly number[]) =>
  batch.length === 0
    ? ''
    : ` union all select record_key, owner from landing_${table} where not rejected and ${inList(batch)}`;

/** The report of a table that a declaration names. Throws RangeError where there is none. */
export const reportOfTable = (table: string): Report => {
  const report = reportByTable(table);
  if (!report) throw new RangeError(`No report ${table}`);
  return report;
};

/** Reports, those first by way of which others name their institution. */
export const inOrderOfOwners = (reports: readonly Report[]): Report[] =>
  [...reports].sort((a, b) => steps(a) - steps(b) || a.id.localeCompare(b.id));

const steps = ({ institution }: Report): number =>
  institution !== null && 'via' in institution ? 1 + steps(reportOfTable(institution.via)) : 0;

/**
 * SQL of the versions that hold, as (record_key, owner): the institution that answers for each record. `among`: a
 * predicate over the versions `v` of which it is asked.
 */
export function ownersSql(
  { table, institution }: Report,
  { holds = `v.superseded_in = ${STILL_HOLDS}`, among = 'true' }: { holds?: string; among?: string } = {}
): string {
  const asked = among === 'true' ? holds : `${holds} and ${among}`;
  if (institution === null)
    return `select v.record_key, cast(null as varchar) as owner from staging.${table} v where ${asked}`;
  if (!('via' in institution))
    return `select v.record_key, v.${institution.field} as owner from staging.${table} v where ${asked}`;
  return `select v.record_key, w.owner from staging.${table} v
    join (${ownersSql(reportOfTable(institution.via), { holds })}) w on w.record_key = v.${institution.field} where ${asked}`;
}

/** SQL of the department that answers for a row which no institution does. */
export function departmentSql({ departments = [], institution }: Report, alias: string): string {
  if (departments.length === 0) return 'cast(null as varchar)';
  const named = departments.map((field) => `${alias}.${field}`).join(', ');
  const own = institution === null ? 'true' : `${alias}.${institution.field} is null`;
  return `case when ${own} then coalesce(${named}) end`;
}

/** Whether the batch in hand holds these submissions. */
export async function isTyped(tx: Transaction, report: Report, ids: readonly number[]): Promise<boolean> {
  const [held] = await tx.all<{ n: number }>(
    `select count(distinct submission_id) as n from landing_${report.table} where ${inList(ids)}`
  );
  return held?.n === new Set(ids).size;
}

export const inList = (ids: readonly number[]) => `submission_id in (${[...new Set(ids)].join(', ')})`;

/** SQL of the institution that answers for a row: its own column, or that of the record it names. Null while unknown. */
export function institutionSql({ institution }: Report, alias = ''): string {
  if (institution === null) return 'cast(null as varchar)';
  const field = `${alias && `${alias}.`}${institution.field}`;
  if (!('via' in institution)) return field;
  return `(select max(known.owner) from (${ownersSql(reportOfTable(institution.via))}) known where known.record_key = ${field})`;
}

/** SQL that is true of a version whose `department_owns` columns an institution may not change (ruling 6). */
export const ownedSql = ({ department_owns_when }: Report) =>
  `coalesce((${department_owns_when ?? 'true'}), true)`;
