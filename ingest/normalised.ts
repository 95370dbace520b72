/**
 * What is said of cells that are written otherwise than the form asks and were read all the same. A slip is a remark at
 * its cell; a column that is written so throughout is a habit, and one notice: a million remarks would help nobody.
 */
import type { Transaction } from '#warehouse/engine.ts';
import { exampleOf } from '#warehouse/example-of.ts';
import { inList } from '#warehouse/tables.ts';
import { mayBeOdd, oddCells } from '#warehouse/odd-cells.ts';
import { allColumns, literal, type CityCodes } from '#warehouse/typed.ts';
import type { Report } from './declare.ts';
import type { Landing } from './land.ts';
import type { Notice } from './notice.ts';
import { shownText } from './shown-text.ts';
import { saidShort } from './validate.ts';

/** More cells of one column of one sheet than this are a habit. */
const habit = 20;
/** Characters shown of a cell, before and after. */
const shown = 34;

export interface SubmissionNotice {
  submission_id: number;
  notice: Notice;
}

type Odd = {
  submission_id: number;
  sheet_no: number;
  row_no: number;
  field: string;
  was: string;
  reads: string;
  n: number;
};

/** `rows`: a table with the `submission_id`, `sheet_no` and `row_no` of the rows that hold such cells. */
export async function remarkNormalised(
  tx: Transaction,
  report: Report,
  landings: readonly Landing[],
  city: CityCodes,
  rows: string
): Promise<SubmissionNotice[]> {
  const fields = allColumns(report).map(({ field }) => `r.${field} as r_${field}`);
  const source = `(select r.submission_id, r.sheet_no, r.row_no, ${fields.join(', ')} from raw.${report.table} r
    semi join ${rows} o on o.submission_id = r.submission_id and o.sheet_no = r.sheet_no and o.row_no = r.row_no
    where r.${inList(landings.map(({ submission_id }) => submission_id))} and not r.rejected)`;
  const suspects = await suspectColumns(tx, report, source);
  const cells = await tx.all<Odd>(
    `select * from (select submission_id, sheet_no, field, n, unnest(first, max_depth := 2)
       from (select submission_id, sheet_no, field, count(*) as n,
         min_by({'row_no': row_no, 'was': was, 'reads': reads}, row_no, ${habit}) as first
         from (${oddCells(suspects, source, city)}) group by submission_id, sheet_no, field))
     order by submission_id, sheet_no, field, row_no`
  );
  const slips = cells.filter(({ n }) => n <= habit);
  if (slips.length > 0)
    await tx.run(`insert into raw.finding ${saidShort(`values ${slips.map(findingValues).join(', ')}`)}`);
  const habits = cells.filter(({ n }) => n > habit);
  const columns = Map.groupBy(
    habits,
    ({ submission_id, sheet_no, field }) => `${submission_id}|${sheet_no}|${field}`
  );
  return [...columns.values()].map((first) => noticeOf(report, landings, first));
}

/** Rows of which the columns in question are found out first: most statements would be about one or two of thirty. */
const few = 2000;

async function suspectColumns(tx: Transaction, report: Report, source: string): Promise<Report> {
  const rows = await tx.all<Record<string, string | null>>(`select * from ${source} limit ${few + 1}`);
  if (rows.length > few) return report;
  const columns = report.columns.filter((column) =>
    rows.some((row) => mayBeOdd(column, row[`r_${column.field}`] ?? null))
  );
  return { ...report, columns };
}

const findingValues = ({ submission_id, sheet_no, row_no, field, was, reads }: Odd) =>
  `(${submission_id}, ${sheet_no}, ${row_no}, ${literal(field)}, 'remark', 'normalised', ${literal(
    `“${was.slice(0, shown)}” → “${reads.slice(0, shown)}”`
  )})`;

function noticeOf(report: Report, landings: readonly Landing[], cells: readonly Odd[]): SubmissionNotice {
  const [first] = cells as [Odd, ...Odd[]];
  const { submission_id, sheet_no, field } = first;
  const column = allColumns(report).find((one) => one.field === field);
  const landing = landings.find(
    (one) => one.submission_id === submission_id && one.sheet.sheet_no === sheet_no
  );
  return {
    submission_id,
    notice: {
      code: 'normalised',
      params: {
        column: column?.zh ?? field,
        column_en: column?.en ?? field,
        count: first.n,
        rows: `${cells.map(({ row_no }) => row_no).join(', ')} …`,
        was: shownText(first.was, shown),
        reads: shownText(first.reads, shown),
        example: column ? exampleOf(column) : ''
      },
      sheet: landing?.sheet.sheet ?? '',
      row: first.row_no
    }
  };
}
