/** Report files for tests: rows as the declarations' examples have them, and where to put them. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { Report } from '#ingest/declare.ts';
import { defaultLimits } from '#ingest/limits.ts';
import type { Limits } from '#ingest/limits.ts';
import { readContent } from '#ingest/read-content.ts';
import type { ReadRequest } from '#ingest/read-request.ts';
import { Rejection } from '#ingest/rejection.ts';
import { reportById, reports } from '#ingest/reports/index.ts';
import { systemColumns } from '#ingest/reports/system-columns.ts';
import type { FileRead, SheetRead } from '#ingest/sheet-read.ts';

/** A folder of this process's own, which is gone with the run. */
export const folder = mkdtempSync(join(inject('run_folder'), 'reading-'));

export const reviews: Report = reportById('R04');
export const headers = reviews.columns.map((column) => column.zh);
export const fields = reviews.columns.map((column) => column.field);

/** Row n of R04, its cells in the order of the declaration. */
export function review(n: number, other: Record<string, string> = {}): string[] {
  const own: Record<string, string> = {
    review_id: `0000019C-C01-2026-${String(n).padStart(4, '0')}`,
    ...other
  };
  return reviews.columns.map((column) => own[column.field] ?? column.example);
}

export function csvLine(cells: readonly string[], delimiter = ','): string {
  return cells
    .map((cell) => (/["\r\n,;|\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(delimiter);
}

export function csv(rows: readonly (readonly string[])[], delimiter = ',', newline = '\n'): string {
  return rows.map((row) => csvLine(row, delimiter) + newline).join('');
}

let files = 0;

export function put(content: string | Uint8Array, name = `file-${++files}`): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

export interface Reading {
  name?: string;
  limits?: Partial<Limits>;
  profiles?: ReadRequest['profiles'];
  reports?: readonly Report[];
}

/** Reads in this thread, as the reading process does. */
export function read(content: string | Uint8Array, options: Reading = {}): Promise<FileRead> {
  return readContent({
    path: put(content),
    fileName: options.name ?? 'file',
    reports: options.reports ?? reports,
    profiles: options.profiles ?? [],
    scratchFolder: join(folder, 'scratch'),
    limits: { ...defaultLimits, ...options.limits }
  });
}

export async function readSheet(content: string | Uint8Array, options: Reading = {}): Promise<SheetRead> {
  const { sheets } = await read(content, options);
  const [sheet] = sheets;
  if (!sheet || sheets.length !== 1) throw new Error(`${sheets.length} sheets`);
  return sheet;
}

export async function rejectionOf(content: string | Uint8Array, options: Reading = {}): Promise<Rejection> {
  return refusal(read(content, options));
}

export async function refusal(reading: Promise<unknown>): Promise<Rejection> {
  try {
    await reading;
  } catch (error) {
    if (error instanceof Rejection) return error;
    throw error;
  }
  throw new Error('The file was read, not refused');
}

export interface RecordRead {
  sheet_no: number;
  row: number;
  /** By field, system columns too; line ends as \n. */
  cells: Record<string, string>;
}

/** What stands in a file of records. */
export function recordsOf(
  sheet: SheetRead,
  report: Report = reportById(sheet.report) ?? reviews
): RecordRead[] {
  if (sheet.records.road !== 'records') throw new Error('The engine reads this one itself');
  const names = [...report.columns, ...systemColumns].map((column) => column.field);
  const lines = readFileSync(sheet.records.path, 'utf8').split('\n');
  if (lines.pop() !== '') throw new Error('The last record is not ended');
  return lines.map((line) => {
    const [sheetNo, row, ...cells] = line.split('\x1f');
    if (cells.length !== names.length) throw new Error(`${cells.length} cells`);
    return {
      sheet_no: Number(sheetNo),
      row: Number(row),
      cells: Object.fromEntries(names.map((name, i) => [name, (cells[i] ?? '').replaceAll('\u2028', '\n')]))
    };
  });
}
