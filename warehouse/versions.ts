/** From accepted rows to versions of records: what is new, what supersedes. */
import type { Report } from '#ingest/declare.ts';
import type { Transaction } from './engine.ts';
import type { Publishable } from './publish.ts';
import { inList, mayBeAmong, isTyped, ownedSql, STILL_HOLDS, typeRows } from './tables.ts';
import { allColumns, type CityCodes } from './typed.ts';

/** Accepted rows become versions: an unchanged one makes none, a changed one supersedes the version that held. */
export async function addVersions(
  tx: Transaction,
  report: Report,
  sheets: readonly Publishable[],
  number: number,
  versions: Map<number, number>,
  city: CityCodes
): Promise<void> {
  const ids = sheets.map(({ submission_id }) => submission_id);
  const foreign = sheets
    .filter(({ authority }) => authority.kind === 'institution')
    .map((sheet) => sheet.submission_id);
  if (!(await isTyped(tx, report, ids))) await typeRows(tx, report, ids, city);
  for (const some of await inTurn(tx, report, ids))
    await supersede(
      tx,
      report,
      some,
      foreign.filter((id) => some.includes(id)),
      number
    );
  const counts = await tx.all<{ submission_id: number; n: number }>(
    `select submission_id, count(*) as n from staging.${report.table} where published_in = ${number} group by submission_id`
  );
  for (const { submission_id, n } of counts)
    versions.set(submission_id, (versions.get(submission_id) ?? 0) + n);
}

/** Submissions that speak of the same record go one after the other, in the order of their numbers. */
async function inTurn(tx: Transaction, report: Report, ids: readonly number[]): Promise<number[][]> {
  const turns = new Map([...new Set(ids)].sort((a, b) => a - b).map((id) => [id, 0]));
  if (turns.size > 1) {
    const shared = await tx.all<{ ids: number[] }>(
      `select distinct list(distinct submission_id order by submission_id) as ids from landing_${report.table}
       where not rejected and ${inList(ids)} group by record_key having count(distinct submission_id) > 1`
    );
    for (const [id, turn] of turns)
      for (const { ids: together } of shared)
        if (together.includes(id))
          for (const later of together)
            if (later > id) turns.set(later, Math.max(turns.get(later) ?? 0, turn + 1));
  }
  return [...Map.groupBy(turns, ([, turn]) => turn)]
    .sort(([a], [b]) => a - b)
    .map(([, some]) => some.map(([id]) => id));
}

/** `foreign`: submissions of institutions, which change no column that a department owns (ruling 6). */
async function supersede(
  tx: Transaction,
  report: Report,
  ids: readonly number[],
  foreign: readonly number[],
  number: number
): Promise<void> {
  const table = `staging.${report.table}`;
  const holds = `superseded_in = ${STILL_HOLDS}`;
  const accepted = `landing_${report.table} where not rejected and ${inList(ids)}`;
  // Looked up once: the keys of a large table are read in a fraction of the time that its columns take.
  await tx.run(`create or replace temp table standing_version as
    select rowid as version from ${table} where ${holds} and ${mayBeAmong(`(select record_key from ${accepted})`)}`);
  const [any] = await tx.all('select 1 from standing_version limit 1');
  if (!any) {
    // Every row is new: there is nothing to compare it with.
    await insertVersions(tx, report, `select * from ${accepted}`, number);
    return;
  }
  const incoming = `(select *, ${foreign.length > 0 ? inList(foreign) : 'false'} as is_foreign from ${accepted})`;
  const stood = 'rowid in (select version from standing_version)';
  const standing = `(select * from ${table} where ${stood})`;
  await insertVersions(tx, report, changesSql(report, incoming, standing), number);
  await tx.run(`update ${table} set superseded_in = ${number}
    where ${stood} and record_key in (
      select record_key from ${table} where published_in = ${number} and ${inList(ids)})`);
}

/** What a question gives as versions of a publication: they hold from it on. */
export async function insertVersions(
  tx: Transaction,
  report: Report,
  question: string,
  number: number
): Promise<void> {
  const columns = versionColumns(report).join(', ');
  await tx.run(`insert into staging.${report.table} (${columns}, key_hash, published_in, superseded_in)
    select ${columns}, meta.key_hash(record_key), ${number}, ${STILL_HOLDS} from (${question})`);
}

/** Columns of a version, but for the hash of its key and for when it holds. */
export const versionColumns = (report: Report): string[] => [
  'record_key',
  ...allColumns(report).map(({ field }) => field),
  'submission_id',
  'sheet_no',
  'row_no'
];

/**
 * SQL of the incoming rows that say something else of their record than what stands, as versions. `incoming` says by
 * `is_foreign` which rows change no column that a department owns: there, what stands is kept.
 */
export function changesSql(report: Report, incoming: string, standing: string): string {
  const content = report.columns.map(({ field }) => field);
  const kept = (field: string) =>
    report.department_owns?.includes(field)
      ? `case when k.is_foreign and c.is_owned then c.${field} else k.${field} end as ${field}`
      : `k.${field}`;
  const changed = (field: string) => `m.${field} is distinct from m.was_${field}`;
  return `with merged as (
      select ${versionColumns(report).map(kept).join(', ')},
        ${content.map((field) => `c.${field} as was_${field}`).join(', ')},
        c.row_action as was_action, c.record_key is not null as was_known
      from ${incoming} k
      left join (select *, ${ownedSql(report)} as is_owned from ${standing}) c on c.record_key = k.record_key
    )
    select ${versionColumns(report).join(', ')}
    from merged m
    where not was_known
      or (m.row_action is not distinct from 'void') <> (m.was_action is not distinct from 'void')
      or ${content.map(changed).join(' or ')}`;
}
