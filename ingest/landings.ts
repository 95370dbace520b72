/** Submissions on their way into raw: what is read of them, as sheets to be landed, in the order of the reports. */
import { join } from 'node:path';
import type { Transaction } from '#warehouse/engine.ts';
import { inList, inOrderOfOwners } from '#warehouse/tables.ts';
import { RowsLost, type Landing } from './land.ts';
import { reportOf, reports } from './reports/index.ts';
import type { FileRead } from './sheet-read.ts';

export interface Received {
  id: number;
  sha256: string;
  file_name: string;
  authority_kind: 'city' | 'department' | 'institution';
  authority_code: string;
  received_at: string;
  received_day: string;
  first_received_day: string;
}

export const RECEIVED = `id, sha256, file_name, authority_kind, authority_code, received_at, received_day,
  coalesce((select o.received_day from submission o where o.id = submission.rerun_of), received_day) as first_received_day`;

export interface Opened {
  submission: Received;
  read: FileRead;
}

export const landingsOf = ({ submission, read }: Opened): Landing[] =>
  read.sheets.map((sheet) => ({
    submission_id: submission.id,
    authority: { kind: submission.authority_kind, code: submission.authority_code },
    received_day: submission.received_day,
    sheet
  }));

/** In the order of the reports, so that what rows refer to is landed first. */
export function byReport(landings: readonly Landing[]): [string, Landing[]][] {
  const groups = Map.groupBy(landings, ({ sheet }) => sheet.report);
  return inOrderOfOwners(reports).flatMap(({ id }) =>
    groups.has(id) ? [[id, groups.get(id) as Landing[]]] : []
  );
}

/** What an earlier, interrupted run may have landed of the same submissions. */
export async function forget(tx: Transaction, landings: readonly Landing[]): Promise<void> {
  if (landings.length === 0) return;
  const where = inList(landings.map(({ submission_id }) => submission_id));
  for (const table of ['finding', 'placed_finding']) await tx.run(`delete from raw.${table} where ${where}`);
  for (const [id] of byReport(landings)) await tx.run(`delete from raw.${reportOf(id).table} where ${where}`);
}

export const keptPath = (kept: string, sha256: string) => join(kept, sha256.slice(0, 2), sha256);

export const findingsFile = (folder: string, id: number) => join(folder, `${id}.parquet`);

/** A CSV that the engine cannot read itself, or not whole: it is read record by record instead. */
export const isUnreadByEngine = (error: unknown) =>
  error instanceof RowsLost || /CSV|Invalid Input/i.test(String(error));

/** As Promise.all, but nothing goes on in the background once it has thrown. */
export async function all<T>(promises: readonly Promise<T>[]): Promise<T[]> {
  await Promise.allSettled(promises);
  return Promise.all(promises);
}
