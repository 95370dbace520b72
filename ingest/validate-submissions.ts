/** Reads, lands and judges received submissions; many small files of one report go through in one pass. */
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Transaction } from '#warehouse/engine.ts';
import { placeFindings } from '#warehouse/placed-findings.ts';
import { inList } from '#warehouse/tables.ts';
import { literal } from '#warehouse/typed.ts';
import type { Warehouse } from '#warehouse/warehouse.ts';
import { judgeNil } from './judge-nil.ts';
import { nilSuperseded } from './nil-superseded.ts';
import { judgeRows, landRows, numberRows, type Landing } from './land.ts';
import {
  all,
  byReport,
  findingsFile,
  forget,
  isUnreadByEngine,
  keptPath,
  landingsOf,
  RECEIVED,
  type Opened,
  type Received
} from './landings.ts';
import { assumedPeriod, profilesFor } from './profiles-for.ts';
import { readFile } from './read-file.ts';
import type { SubmissionNotice } from './normalised.ts';
import { Rejection } from './rejection.ts';
import { reportOf, reports } from './reports/index.ts';
import type { FileRead } from './sheet-read.ts';
import { ofRows, Reading, writerShare, type Tell } from './stage.ts';

/**
 * Settles every submission in state `received`, or the one asked for: afterwards it is `validated` or `returned`
 * whole, with its reason. `tell` hears how far each is.
 */
export async function validateSubmissions(
  warehouse: Warehouse,
  only?: number,
  tell: Tell = () => undefined
): Promise<number[]> {
  const pending = warehouse.control.all<Received>(
    `select ${RECEIVED} from submission
     where state = 'received' and ($only is null or id = $only) order by id`,
    { only: only ?? null }
  );
  if (pending.length === 0) return [];
  const started = performance.now();
  const reads = await all(pending.map((submission) => open(warehouse, submission, 'any', tell)));
  const opened = pending.flatMap((submission, i) => (reads[i] ? [{ submission, read: reads[i] }] : []));
  await landAll(warehouse, opened, tell);
  const spent = Math.round((performance.now() - started) / Math.max(pending.length, 1));
  for (const { id } of pending)
    warehouse.control.run('update submission set duration_ms = $spent where id = $id', { id, spent });
  return pending.map(({ id }) => id);
}

/** One pass for all; when the engine cannot read a file itself, one by one, and that file record by record. */
async function landAll(warehouse: Warehouse, opened: readonly Opened[], tell: Tell): Promise<void> {
  try {
    await land(warehouse, opened, tell);
  } catch (error) {
    const [only] = opened;
    if (opened.length > 1) {
      // What was read for the first try is gone with it.
      for (const { submission } of opened) {
        const read = await open(warehouse, submission, 'any', tell);
        if (read) await landAll(warehouse, [{ submission, read }], tell);
      }
      return;
    }
    const byEngine = only?.read.sheets.some(({ records }) => records.road === 'csv');
    if (!only || !byEngine) throw error;
    if (!isUnreadByEngine(error)) throw error;
    const again = await open(warehouse, only.submission, 'records', tell);
    if (again) await land(warehouse, [{ submission: only.submission, read: again }], tell);
  }
}

/** Reads a kept file; a file at fault is returned whole and gives undefined. */
async function open(
  warehouse: Warehouse,
  submission: Received,
  csv_road: 'any' | 'records',
  tell: Tell
): Promise<FileRead | undefined> {
  const { control, folders } = warehouse;
  const reading = new Reading();
  tell(submission.id, reading);
  let read: FileRead | undefined;
  try {
    read = await readFile(
      keptPath(folders.kept, submission.sha256),
      submission.file_name,
      reports,
      folders.scratch,
      { csv_road },
      profilesFor(control, submission),
      reading.told
    );
    return await judgeNil(warehouse, submission, read);
  } catch (error) {
    for (const { records } of read?.sheets ?? [])
      if (records.road === 'records') await rm(records.path, { force: true });
    if (!(error instanceof Rejection)) throw error;
    const reason = JSON.stringify({ code: error.code, params: error.params, sheet: error.sheet ?? null });
    control.run(`update submission set state = 'returned', reason = $reason where id = $id`, {
      id: submission.id,
      reason
    });
    return undefined;
  }
}

async function land(warehouse: Warehouse, opened: readonly Opened[], tell: Tell): Promise<void> {
  const landings = opened.flatMap(landingsOf);
  // Rows are read, numbered, judged; with several reports each of these takes as many statements.
  const groups = byReport(landings).length;
  const share = writerShare(warehouse.engine, [
    { weight: 4, rest: 0.1 ** (1 / groups) },
    { weight: 1, rest: 0.5 },
    { weight: 5, rest: 0.3 ** (1 / groups) }
  ]);
  const periodOf = periodsOf(opened);
  for (const { submission, read } of opened) {
    const rows = read.sheets.reduce((sum, { row_count }) => sum + row_count, 0);
    tell(submission.id, ofRows('checking', rows, share));
  }
  try {
    // Committed first: rows that stand in the table are read many times faster than those of an open transaction.
    await warehouse.engine.write(async (tx) => {
      await forget(tx, landings);
      for (const [id, group] of byReport(landings)) await landRows(tx, reportOf(id), group);
    });
    await warehouse.engine.write(async (tx) => {
      for (const [id, group] of byReport(landings)) await numberRows(tx, reportOf(id), group);
    });
    const said: SubmissionNotice[] = [];
    await warehouse.engine.write(async (tx) => {
      const batch = landings.map(({ submission_id }) => submission_id);
      for (const [id, group] of byReport(landings)) {
        said.push(...(await judgeRows(tx, reportOf(id), group, warehouse.city, batch)));
        said.push(...(await nilSuperseded(tx, reportOf(id), group)));
      }
      for (const { submission } of opened) await keepFindings(tx, warehouse.folders.findings, submission.id);
      for (const [id, group] of byReport(landings))
        await placeFindings(
          tx,
          reportOf(id),
          group.map((each) => ({
            submission_id: each.submission_id,
            sheet_no: each.sheet.sheet_no,
            default_period: periodOf(each)
          })),
          warehouse.city
        );
    });
    await settle(warehouse, opened, landings, said);
  } finally {
    for (const { sheet } of landings)
      if (sheet.records.road === 'records') await rm(sheet.records.path, { force: true });
  }
}

/** The period of which a sheet's rows speak where they do not say: as the file says, else by the day on which it first came. */
function periodsOf(opened: readonly Opened[]): (landing: Landing) => string {
  const firstDays = new Map(opened.map(({ submission }) => [submission.id, submission.first_received_day]));
  return ({ submission_id, authority, sheet }) =>
    sheet.meta.report_period ??
    assumedPeriod(sheet.report, authority.kind, firstDays.get(submission_id) ?? '');
}

/** Verdicts are kept beside the bytes: the warehouse can be made anew without judging again (ruling 4). */
async function keepFindings(tx: Transaction, folder: string, id: number): Promise<void> {
  const [found] = await tx.all<{ n: number }>(
    'select count(*) as n from raw.finding where submission_id = $id',
    { id }
  );
  if (!found || found.n === 0) return;
  const draft = join(folder, `${id}.draft`);
  await tx.run(`copy (select * from raw.finding where submission_id = ${id} order by sheet_no, row_no, field, check_id)
    to ${literal(draft)} (format parquet)`);
  await rename(draft, findingsFile(folder, id));
}

/** Records in the control store what was read and what the verdicts are. */
async function settle(
  warehouse: Warehouse,
  opened: readonly Opened[],
  landings: readonly Landing[],
  said: readonly SubmissionNotice[]
): Promise<void> {
  const { control, engine } = warehouse;
  const counts = new Map<string, { rows: number; rejected: number; remarked: number }>();
  for (const [id, group] of byReport(landings)) {
    const rows = await engine.all<{
      submission_id: number;
      sheet_no: number;
      rows: number;
      rejected: number;
      remarked: number;
    }>(
      `select r.submission_id, r.sheet_no, count(*) as rows, count(*) filter (where rejected) as rejected,
         count(*) filter (where not rejected and f.row_no is not null) as remarked
       from raw.${reportOf(id).table} r
       left join (select distinct submission_id, sheet_no, row_no from raw.finding) f
         on f.submission_id = r.submission_id and f.sheet_no = r.sheet_no and f.row_no = r.row_no
       where r.${inList(group.map(({ submission_id }) => submission_id))} group by all`
    );
    for (const row of rows) counts.set(`${row.submission_id}|${row.sheet_no}`, row);
  }
  const periodOf = periodsOf(opened);
  control.transaction(() => {
    for (const landing of landings) {
      const { submission_id, sheet } = landing;
      const count = counts.get(`${submission_id}|${sheet.sheet_no}`) ?? { rows: 0, rejected: 0, remarked: 0 };
      control.run(
        `insert or replace into sheet values ($submission_id, $sheet_no, $sheet, $report, $header_row, $columns,
           $unknown, $meta, $skipped, $default_period, $rows, $accepted, $rejected)`,
        {
          submission_id,
          sheet_no: sheet.sheet_no,
          sheet: sheet.sheet,
          report: sheet.report,
          header_row: sheet.header_row,
          columns: JSON.stringify(sheet.columns),
          unknown: JSON.stringify(sheet.unknown_columns),
          meta: JSON.stringify(sheet.meta),
          skipped: JSON.stringify(sheet.skipped),
          default_period: periodOf(landing),
          rows: count.rows,
          accepted: count.rows - count.rejected,
          rejected: count.rejected
        }
      );
      if (sheet.profile !== undefined)
        control.run('insert or replace into sheet_mapping values ($submission_id, $sheet_no, $version)', {
          submission_id,
          sheet_no: sheet.sheet_no,
          version: sheet.profile
        });
      control.run(
        `update submission set rows = rows + $rows, accepted = accepted + $accepted, rejected = rejected + $rejected,
           remarked = remarked + $remarked where id = $id`,
        {
          id: submission_id,
          rows: count.rows,
          accepted: count.rows - count.rejected,
          rejected: count.rejected,
          remarked: count.remarked
        }
      );
    }
    for (const { submission, read } of opened)
      control.run(`update submission set state = 'validated', notices = $notices where id = $id`, {
        id: submission.id,
        notices: JSON.stringify([
          ...read.remarks,
          ...said.flatMap(({ submission_id, notice }) => (submission_id === submission.id ? [notice] : []))
        ])
      });
  });
}
