/**
 * What would become of the first rows of a file if it were read by a mapping: the same reader and the same validator as
 * for a file that is received, in a transaction that is rolled back.
 */
import { rm } from 'node:fs/promises';
import type { Mapping } from '#warehouse/control/mapping-profiles.ts';
import type { Cell } from '#warehouse/plain.ts';
import type { Authority } from '#warehouse/publish.ts';
import { landingTables } from '#warehouse/tables.ts';
import { allColumns } from '#warehouse/typed.ts';
import type { Warehouse } from '#warehouse/warehouse.ts';
import { withoutPersonalData } from './codes/personal-data.ts';
import type { Level } from './declare.ts';
import { judgeRows, landRows, type Landing } from './land.ts';
import { profileOf } from './profiles-for.ts';
import { FIRST_ROWS } from './read-foreign.ts';
import { readFile } from './read-file.ts';
import { reportOf, reports } from './reports/index.ts';
import type { SheetRead } from './sheet-read.ts';

export interface ToPreview {
  path: string;
  file_name: string;
  authority: Authority;
  /** Day of receipt, by which future dates and the period are judged. */
  day: string;
  /** Which of its tables; that of a CSV or JSON file is ''. */
  sheet: string;
  report: string;
  mapping: Mapping;
}

export type PreviewFinding = {
  field: string;
  level: Level;
  check_id: string;
  value: string | null;
};

export interface PreviewRow {
  row_no: number;
  rejected: boolean;
  /** As read but for personal numbers, by field. */
  values: Record<string, Cell>;
  findings: PreviewFinding[];
}

/** After all that was ever received, so that every key that is known counts as known before. */
const DRAFT = 2_147_483_646;

/**
 * The first rows as they would be read and judged; undefined where the table does not answer to the mapping.
 * @throws Rejection where the file would be returned whole
 */
export async function previewMapping(
  warehouse: Warehouse,
  ask: ToPreview
): Promise<PreviewRow[] | undefined> {
  const { folders } = warehouse;
  const draft = { id: 0, name: '', version: 0, report: ask.report, owner: ask.authority, ...ask.mapping };
  const profile = { ...profileOf(draft, ask.authority, ask.day), rows: FIRST_ROWS };
  const limits = { csv_road: 'records' } as const;
  const { sheets } = await readFile(ask.path, ask.file_name, reports, folders.scratch, limits, [profile]);
  try {
    const sheet = sheets.find((one) => one.profile === draft.id && one.sheet === ask.sheet);
    return sheet && (await judged(warehouse, ask, sheet));
  } finally {
    for (const { records } of sheets) if (records.road === 'records') await rm(records.path, { force: true });
  }
}

async function judged(
  { engine, city }: Warehouse,
  { authority, day }: ToPreview,
  sheet: SheetRead
): Promise<PreviewRow[]> {
  if (sheet.row_count === 0) return [];
  const report = reportOf(sheet.report);
  const landing: Landing = { submission_id: DRAFT, authority, received_day: day, sheet };
  const fields = allColumns(report).map(({ field }) => field);
  return engine.draft(async (tx) => {
    for (const each of reports) for (const sql of landingTables(each)) await tx.run(sql);
    await landRows(tx, report, [landing]);
    await judgeRows(tx, report, [landing], city, [DRAFT]);
    const rows = await tx.all(
      `select row_no, rejected, ${fields.join(', ')} from landing_${report.table} order by row_no`
    );
    const found = Map.groupBy(
      await tx.all<PreviewFinding & { row_no: number }>(
        `select row_no, field, level, check_id, value from raw.finding where submission_id = ${DRAFT}
         order by row_no, level = 'remark', field, check_id`
      ),
      ({ row_no }) => row_no
    );
    return rows.map((row) => ({
      row_no: Number(row['row_no']),
      rejected: row['rejected'] === true,
      values: Object.fromEntries(fields.map((field) => [field, shown(row[field] ?? null)])),
      findings: (found.get(Number(row['row_no'])) ?? []).map(({ row_no: _, ...finding }) => finding)
    }));
  });
}

const shown = (cell: Cell): Cell => (typeof cell === 'string' ? withoutPersonalData(cell) : cell);
