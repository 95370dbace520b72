/** From accepted rows to versions of records: what is new, what supersedes, what comes back after a withdrawal. */
import type { Report } from '#ingest/declare.ts';
import type { Transaction } from './engine.ts';
import type { Publishable } from './publish.ts';
import { inList, isTyped, ownedSql, STILL_HOLDS, typeRows } from './tables.ts';
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
  const fields = allColumns(report).map(({ field }) => field);
  const content = report.columns.map(({ field }) => field);
  const kept = (field: string) =>
    foreign.length > 0 && report.department_owns?.includes(field)
      ? `case when k.${inList(foreign)} and c.is_owned then c.${field} else k.${field} end as ${field}`
      : `k.${field}`;
  const changed = (field: string) => `m.${field} is distinct from m.was_${field}`;
  await tx.run(`insert into staging.${report.table} (record_key, ${fields.join(', ')}, submission_id, sheet_no, row_no, published_in, superseded_in)
    with merged as (
      select k.record_key, ${fields.map(kept).join(', ')}, k.submission_id, k.sheet_no, k.row_no,
        ${content.map((field) => `c.${field} as was_${field}`).join(', ')},
        c.row_action as was_action, c.record_key is not null as was_known
      from landing_${report.table} k
      left join (select *, ${ownedSql(report)} as is_owned from staging.${report.table}) c
        on c.record_key = k.record_key and c.superseded_in = ${STILL_HOLDS}
      where not k.rejected and k.${inList(ids)}
    )
    select record_key, ${fields.join(', ')}, submission_id, sheet_no, row_no, ${number}, ${STILL_HOLDS}
    from merged m
    where not was_known
      or (m.row_action is not distinct from 'void') <> (m.was_action is not distinct from 'void')
      or ${content.map(changed).join(' or ')}`);
  const fresh = `published_in = ${number} and ${inList(ids)}`;
  await tx.run(`update staging.${report.table} set superseded_in = ${number}
    where superseded_in = ${STILL_HOLDS} and not (${fresh})
      and record_key in (select record_key from staging.${report.table} where ${fresh})`);
}

/** A withdrawn submission's rows leave the numbers; the version before each of them holds again. */
export async function withdraw(
  tx: Transaction,
  report: Report,
  ids: readonly number[],
  number: number
): Promise<void> {
  const gone = `${inList(ids)} and superseded_in = ${STILL_HOLDS}`;
  const before = 'select submission_id from meta.publication_submission where withdrawn';
  await tx.run(`insert into staging.${report.table}
    select * replace (${number} as published_in, ${STILL_HOLDS} as superseded_in)
    from staging.${report.table}
    where not ${inList(ids)} and submission_id not in (${before}) and record_key in (select record_key from staging.${report.table} where ${gone})
    qualify row_number() over (partition by record_key order by published_in desc, submission_id desc, row_no desc) = 1`);
  await tx.run(`update staging.${report.table} set superseded_in = ${number} where ${gone}`);
  await tx.run(
    `update staging.coverage set superseded_in = ${number} where report = '${report.id}' and ${gone}`
  );
}
