/** All rows of a submitted sheet as they were submitted, some thousand at a time. */
import { reportById } from '#ingest/reports/index.ts';
import type { Lists, Params } from './engine.ts';
import type { Asking } from './reader.ts';
import { inSight, seesWhole } from './rows-in-sight.ts';
import { scopeParams } from './scope.ts';
import { sheetOf, submission } from './submissions.ts';

export interface SubmittedRow {
  row_no: number;
  /** In the order of the columns that were read, as they stand in the file. */
  cells: (string | null)[];
}

const atOnce = 5000;

/** Of a file that others handed in, the rows of the scope's own institutions. `only`: of these rows, in their order. */
export async function* sheetRows(
  asking: Asking,
  submission_id: number,
  sheet_no: number,
  only?: readonly number[]
): AsyncGenerator<SubmittedRow[], void, void> {
  const head = sheetOf(asking.warehouse, submission_id, sheet_no);
  const report = head && reportById(head.report);
  if (!head || !report || !(await submission(asking, submission_id))) return;
  const fields = Object.entries(head.columns)
    .toSorted(([, a], [, b]) => a.index - b.index)
    .map(([field]) => field);
  const whole = seesWhole(asking, submission_id);
  const seen = whole ? 'true' : inSight(report, asking.warehouse.city);
  const rowsWhere = async (condition: string, params: Params, lists: Lists): Promise<SubmittedRow[]> => {
    const rows = await asking.warehouse.engine.all(
      `select row_no, ${fields.join(', ')} from raw.${report.table} r
       where submission_id = $submission_id and sheet_no = $sheet_no and ${condition} and ${seen}
       order by row_no limit ${atOnce}`,
      {
        ...params,
        submission_id,
        sheet_no,
        ...(whole ? {} : { p: asking.moment.publication, ...scopeParams(asking.scope) })
      },
      lists
    );
    return rows.map((row) => ({
      row_no: Number(row.row_no),
      cells: fields.map((field) => row[field] as string | null)
    }));
  };
  if (only) {
    for (let at = 0; at < only.length; at += atOnce)
      yield await rowsWhere(
        'row_no in (select cast(unnest($rows) as bigint))',
        {},
        { rows: only.slice(at, at + atOnce).map(String) }
      );
    return;
  }
  for (let after = -1; ;) {
    const rows = await rowsWhere('row_no > $after', { after }, {});
    const last = rows.at(-1);
    if (!last) return;
    yield rows;
    after = last.row_no;
  }
}
