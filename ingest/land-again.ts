/** Kept files once more into a warehouse that has lost their rows. */
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { ControlStore } from '#warehouse/control/store.ts';
import { placeFindings, type JudgedSheet } from '#warehouse/placed-findings.ts';
import { literal } from '#warehouse/typed.ts';
import type { Warehouse } from '#warehouse/warehouse.ts';
import { landJudgedRows, type Landing } from './land.ts';
import {
  all,
  byReport,
  findingsFile,
  forget,
  isUnreadByEngine,
  keptPath,
  landingsOf,
  RECEIVED,
  type Received
} from './landings.ts';
import type { Limits } from './limits.ts';
import { profilesThatRead } from './profiles-for.ts';
import { readFile } from './read-file.ts';
import { reportOf, reports } from './reports/index.ts';
import type { FileRead } from './sheet-read.ts';

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
  { control, engine, folders, city }: Warehouse,
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
      for (const [report, group] of byReport(landings)) {
        await landJudgedRows(tx, reportOf(report), group);
        await placeFindings(tx, reportOf(report), judgedSheets(control, group), city);
      }
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

const judgedSheets = (control: ControlStore, landings: readonly Landing[]): JudgedSheet[] =>
  landings.flatMap(({ submission_id, sheet: { sheet_no } }) => {
    const found = control.one<{ default_period: string }>(
      'select default_period from sheet where submission_id = $submission_id and sheet_no = $sheet_no',
      { submission_id, sheet_no }
    );
    return found ? [{ submission_id, sheet_no, ...found }] : [];
  });
