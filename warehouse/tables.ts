/** Tables of the raw and staging layers, derived from the reports' declarations. */
import { allColumns, canBeUnreadable, sqlType, typedSelect, type CityCodes } from './typed.ts';
import type { Transaction } from './engine.ts';
import type { Report } from '#ingest/declare.ts';

/** `superseded_in` of a version that still holds. */
export const STILL_HOLDS = 2147483647;

export function tablesOf(report: Report): string[] {
  const raw = allColumns(report).map(({ field }) => `${field} varchar`);
  const typed = allColumns(report).map((column) => `${column.field} ${sqlType(column)}`);
  return [
    `create table if not exists raw.${report.table} (
      submission_id integer, sheet_no integer, row_no integer, ${raw.join(', ')}, rejected boolean)`,
    `create table if not exists staging.${report.table} (
      record_key varchar, ${typed.join(', ')},
      submission_id integer, sheet_no integer, row_no integer, published_in integer, superseded_in integer)`,
    // typed rows on their way from raw to staging, of the batch that the writer has in hand
    `create or replace temp table landing_${report.table} (submission_id integer, sheet_no integer, row_no integer,
      ${typed.join(', ')}, ${allColumns(report)
        .filter(canBeUnreadable)
        .map(({ field }) => `bad_${field} boolean`)
        .join(', ')}, record_key varchar, owner varchar, rejected boolean)`,
    `create or replace macro staging.${report.table}_at(p) as table
      select * from staging.${report.table}
      where published_in <= p and superseded_in > p and row_action is distinct from 'void'`
  ];
}

/** SQL of a record's key over the typed columns of its report. */
export const keySql = (report: Report) =>
  report.key.length === 1 ? report.key[0] : `concat_ws('|', ${report.key.join(', ')})`;

/**
 * Brings the typed rows of landed submissions into `landing_<table>`, in place of the batch before. `batch`: what these
 * submissions have landed there counts beside what is published, where a row names its institution by another record.
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
  const owner = 'via' in institution ? 'o.owner' : `t.${institution.field}`;
  const owners =
    'via' in institution
      ? `left join (select record_key as target, max(institution_uscc) as owner
          from (select record_key, institution_uscc from staging.${institution.via} where superseded_in = ${STILL_HOLDS}${landed(institution.via, batch)})
          group by record_key) o on o.target = t.${institution.field}`
      : '';
  await tx.run(`create or replace temp table landing_${report.table} as
    select t.*, ${keySql(report)} as record_key, ${owner} as owner
    from (${typedSelect(report, rows, city, ['rejected'])}) t ${owners}`);
}

const landed = (table: string, batch: readonly number[]) =>
  batch.length === 0
    ? ''
    : ` union all select record_key, institution_uscc from landing_${table} where not rejected and ${inList(batch)}`;

/** Whether the batch in hand holds these submissions. */
export async function isTyped(tx: Transaction, report: Report, ids: readonly number[]): Promise<boolean> {
  const [held] = await tx.all<{ n: number }>(
    `select count(distinct submission_id) as n from landing_${report.table} where ${inList(ids)}`
  );
  return held?.n === new Set(ids).size;
}

export const inList = (ids: readonly number[]) => `submission_id in (${[...new Set(ids)].join(', ')})`;

/** SQL of the institution that answers for a row: its own column, or its committee's. Null while unknown. */
export function institutionSql({ institution }: Report, alias = ''): string {
  const field = `${alias && `${alias}.`}${institution.field}`;
  if (!('via' in institution)) return field;
  return `(select max(v.institution_uscc) from staging.${institution.via} v
    where v.record_key = ${field} and v.superseded_in = ${STILL_HOLDS})`;
}

/** SQL that is true of a version whose `department_owns` columns an institution may not change (ruling 6). */
export const ownedSql = ({ department_owns_when }: Report) =>
  `coalesce((${department_owns_when ?? 'true'}), true)`;
