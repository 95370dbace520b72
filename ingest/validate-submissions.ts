/** Reads, lands and judges received submissions; many small files of one report go through in one pass. */
import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ControlStore } from '#warehouse/control/store.ts';
import type { Transaction } from '#warehouse/engine.ts';
import { inList, inOrderOfOwners } from '#warehouse/tables.ts';
import { literal } from '#warehouse/typed.ts';
import type { Warehouse } from '#warehouse/warehouse.ts';
import { judgeRows, landJudgedRows, landRows, numberRows, RowsLost, type Landing } from './land.ts';
import type { Limits } from './limits.ts';
import { assumedPeriod, profilesFor, profilesThatRead } from './profiles-for.ts';
import { readFile } from './read-file.ts';
import type { SubmissionNotice } from './normalised.ts';
import { Rejection } from './rejection.ts';
import { reportOf, reports } from './reports/index.ts';
import type { FileRead } from './sheet-read.ts';

interface Received {
  id: number;
  sha256: string;
  file_name: string;
  authority_kind: 'city' | 'department' | 'institution';
  authority_code: string;
  received_at: string;
  received_day: string;
  first_received_day: string;
}

const RECEIVED = `id, sha256, file_name, authority_kind, authority_code, received_at, received_day,
  coalesce((select o.received_day from submission o where o.id = submission.rerun_of), received_day) as first_received_day`;

interface Opened {
  submission: Received;
  read: FileRead;
}

/**
 * Settles every submission in state `received`, or the one asked for: afterwards it is `validated` or `returned`
 * whole, with its reason.
 */
export async function validateSubmissions(warehouse: Warehouse, only?: number): Promise<number[]> {
  const pending = warehouse.control.all<Received>(
    `select ${RECEIVED} from submission
     where state = 'received' and ($only is null or id = $only) order by id`,
    { only: only ?? null }
  );
  if (pending.length === 0) return [];
  const started = performance.now();
  const reads = await all(pending.map((submission) => open(warehouse, submission, 'any')));
  const opened = pending.flatMap((submission, i) => (reads[i] ? [{ submission, read: reads[i] }] : []));
  await landAll(warehouse, opened);
  const spent = Math.round((performance.now() - started) / Math.max(pending.length, 1));
  for (const { id } of pending)
    warehouse.control.run('update submission set duration_ms = $spent where id = $id', { id, spent });
  return pending.map(({ id }) => id);
}

/** One pass for all; when the engine cannot read a file itself, one by one, and that file record by record. */
async function landAll(warehouse: Warehouse, opened: readonly Opened[]): Promise<void> {
  try {
    await land(warehouse, opened);
  } catch (error) {
    const [only] = opened;
    if (opened.length > 1) {
      // What was read for the first try is gone with it.
      for (const { submission } of opened) {
        const read = await open(warehouse, submission, 'any');
        if (read) await landAll(warehouse, [{ submission, read }]);
      }
      return;
    }
    const byEngine = only?.read.sheets.some(({ records }) => records.road === 'csv');
    if (!only || !byEngine) throw error;
    if (!isUnreadByEngine(error)) throw error;
    const again = await open(warehouse, only.submission, 'records');
    if (again) await land(warehouse, [{ submission: only.submission, read: again }]);
  }
}

/** A CSV that the engine cannot read itself, or not whole: it is read record by record instead. */
const isUnreadByEngine = (error: unknown) =>
  error instanceof RowsLost || /CSV|Invalid Input/i.test(String(error));

/** Reads a kept file; a file at fault is returned whole and gives undefined. */
async function open(
  { control, folders }: Warehouse,
  submission: Received,
  csv_road: 'any' | 'records'
): Promise<FileRead | undefined> {
  try {
    return await readFile(
      keptPath(folders.kept, submission.sha256),
      submission.file_name,
      reports,
      folders.scratch,
      { csv_road },
      profilesFor(control, submission)
    );
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    const reason = JSON.stringify({ code: error.code, params: error.params, sheet: error.sheet ?? null });
    control.run(`update submission set state = 'returned', reason = $reason where id = $id`, {
      id: submission.id,
      reason
    });
    return undefined;
  }
}

export const keptPath = (kept: string, sha256: string) => join(kept, sha256.slice(0, 2), sha256);

async function land(warehouse: Warehouse, opened: readonly Opened[]): Promise<void> {
  const landings = opened.flatMap(landingsOf);
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
      for (const [id, group] of byReport(landings))
        said.push(...(await judgeRows(tx, reportOf(id), group, warehouse.city, batch)));
      for (const { submission } of opened) await keepFindings(tx, warehouse.folders.findings, submission.id);
    });
    await settle(warehouse, opened, landings, said);
  } finally {
    for (const { sheet } of landings)
      if (sheet.records.road === 'records') await rm(sheet.records.path, { force: true });
  }
}

const landingsOf = ({ submission, read }: Opened): Landing[] =>
  read.sheets.map((sheet) => ({
    submission_id: submission.id,
    authority: { kind: submission.authority_kind, code: submission.authority_code },
    received_day: submission.received_day,
    sheet
  }));

/** In the order of the reports, so that what rows refer to is landed first. */
function byReport(landings: readonly Landing[]): [string, Landing[]][] {
  const groups = Map.groupBy(landings, ({ sheet }) => sheet.report);
  return inOrderOfOwners(reports).flatMap(({ id }) =>
    groups.has(id) ? [[id, groups.get(id) as Landing[]]] : []
  );
}

/** What an earlier, interrupted run may have landed of the same submissions. */
async function forget(tx: Transaction, landings: readonly Landing[]): Promise<void> {
  if (landings.length === 0) return;
  const where = inList(landings.map(({ submission_id }) => submission_id));
  await tx.run(`delete from raw.finding where ${where}`);
  for (const [id] of byReport(landings)) await tx.run(`delete from raw.${reportOf(id).table} where ${where}`);
}

const findingsFile = (folder: string, id: number) => join(folder, `${id}.parquet`);

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

/**
 * Brings rows back into raw with the verdicts that were given when they were received: in one pass, and one by one
 * where that fails. Throws an error that names the submission whose kept file is missing or cannot be read.
 */
export async function landAgain(warehouse: Warehouse, ids: readonly number[]): Promise<void> {
  const [id] = ids;
  if (id === undefined) return;
  try {
    await landJudged(warehouse, ids, 'any');
  } catch (error) {
    if (ids.length > 1) for (const one of ids) await landAgain(warehouse, [one]);
    else if (isUnreadByEngine(error)) await landJudged(warehouse, ids, 'records');
    else throw new Error(`Submission ${id}: ${String(error)}`, { cause: error });
  }
}

async function landJudged(
  { control, engine, folders }: Warehouse,
  ids: readonly number[],
  csv_road: Limits['csv_road']
): Promise<void> {
  const landings = await all(
    ids.map(async (id) => {
      const submission = control.one<Received>(`select ${RECEIVED} from submission where id = $id`, { id });
      if (!submission) throw new RangeError('not in the control store');
      const path = keptPath(folders.kept, submission.sha256);
      const limits = { csv_road };
      const profiles = profilesThatRead(control, submission);
      const read = await readFile(path, submission.file_name, reports, folders.scratch, limits, profiles);
      return landingsOf({ submission, read: await asJudged(control, id, read) });
    })
  ).then((each) => each.flat());
  try {
    await engine.write(async (tx) => {
      await forget(tx, landings);
      const verdicts = ids.map((id) => findingsFile(folders.findings, id)).filter((file) => existsSync(file));
      if (verdicts.length > 0)
        await tx.run(
          `insert into raw.finding select * from read_parquet([${verdicts.map(literal).join(', ')}])`
        );
      for (const [report, group] of byReport(landings)) await landJudgedRows(tx, reportOf(report), group);
    });
  } finally {
    for (const { sheet } of landings)
      if (sheet.records.road === 'records') await rm(sheet.records.path, { force: true });
  }
}

/**
 * Only tables that were judged come back: a later reader may find more in a file, but nobody has judged that. Throws a
 * RangeError where one of them is not found again.
 */
async function asJudged(control: ControlStore, id: number, read: FileRead): Promise<FileRead> {
  const judged = control.all<{ sheet_no: number }>('select sheet_no from sheet where submission_id = $id', {
    id
  });
  const numbers = new Set(judged.map(({ sheet_no }) => sheet_no));
  const sheets = read.sheets.filter(({ sheet_no }) => numbers.delete(sheet_no));
  for (const sheet of read.sheets)
    if (!sheets.includes(sheet) && sheet.records.road === 'records')
      await rm(sheet.records.path, { force: true });
  if (numbers.size > 0) throw new RangeError(`table ${[...numbers].join(', ')} is not found again`);
  return { ...read, sheets };
}

/** As Promise.all, but nothing goes on in the background once it has thrown. */
async function all<T>(promises: readonly Promise<T>[]): Promise<T[]> {
  await Promise.allSettled(promises);
  return Promise.all(promises);
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
  const firstDays = new Map(opened.map(({ submission }) => [submission.id, submission.first_received_day]));
  control.transaction(() => {
    for (const { submission_id, authority, sheet } of landings) {
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
          default_period:
            sheet.meta.report_period ??
            assumedPeriod(sheet.report, authority.kind, firstDays.get(submission_id) ?? ''),
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
