/** Rows of a submitted sheet around one of them, as they were submitted but for personal numbers (VAL-19). */
import { withoutPersonalData } from '#ingest/codes/personal-data.ts';
import { reportById } from '#ingest/reports/index.ts';
import { columnLetters } from './cell-name.ts';
import type { Asking } from './reader.ts';
import { inSight, seesWhole } from './rows-in-sight.ts';
import { scopeParams } from './scope.ts';
import { sheetOf, submission } from './submissions.ts';

export interface SheetAnswer {
  columns: { letter: string; header: string; field: string | null }[];
  rows: { row_no: number; cells: (string | null)[]; rejected: boolean }[];
}

/**
 * Undefined where the scope may not see the submission; of a file that others handed in, the rows of its own
 * institutions. A column that no report knows is named without its cells.
 */
export async function sheet(
  asking: Asking,
  submission_id: number,
  sheet_no: number,
  ask: { row: number; around: number }
): Promise<SheetAnswer | undefined> {
  const head = sheetOf(asking.warehouse, submission_id, sheet_no);
  const report = head && reportById(head.report);
  if (!head || !report || !(await submission(asking, submission_id))) return undefined;
  const columns = [
    ...Object.entries(head.columns).map(([field, place]) => ({ ...place, field })),
    ...head.unknown_columns.map((place) => ({ ...place, field: null }))
  ].sort((a, b) => a.index - b.index);
  const whole = seesWhole(asking, submission_id);
  const rows = await asking.warehouse.engine.all(
    `select * from raw.${report.table} r
     where submission_id = $submission_id and sheet_no = $sheet_no and row_no between $first and $last
       ${whole ? '' : `and ${inSight(report, asking.warehouse.city)}`} order by row_no`,
    {
      submission_id,
      sheet_no,
      first: ask.row - ask.around,
      last: ask.row + ask.around,
      ...(whole ? {} : { p: asking.moment.publication, ...scopeParams(asking.scope) })
    }
  );
  return {
    columns: columns.map(({ index, header, field }) => ({ letter: columnLetters(index), header, field })),
    rows: rows.map((row) => ({
      row_no: Number(row.row_no),
      cells: columns.map(({ field }) => (field === null ? null : shown(row[field] as string | null))),
      rejected: row.rejected === true
    }))
  };
}

const shown = (cell: string | null) => (cell === null ? null : withoutPersonalData(cell));
