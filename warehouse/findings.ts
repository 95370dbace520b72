/** What the validator found in a submission: which cell, which rule, what to do. */
import type { Level } from '#ingest/declare.ts';
import { reportById } from '#ingest/reports/index.ts';
import type { FindingRow, Page } from './answers.ts';
import { cellName } from './cell-name.ts';
import { findingWords } from './finding-words.ts';
import type { Asking } from './reader.ts';
import { inSight, seesWhole } from './rows-in-sight.ts';
import { scopeParams } from './scope.ts';
import { sheetsOf, submission, type SheetHead } from './submissions.ts';
import { allColumns, type CityCodes } from './typed.ts';

export interface AskFindings {
  level?: string;
  field?: string;
  page?: number;
  page_size?: number;
}

interface Stored {
  sheet_no: number;
  row_no: number;
  field: string;
  level: Level;
  check_id: string;
  value: string | null;
}

export async function findings(asking: Asking, id: number, ask: AskFindings = {}): Promise<Page<FindingRow>> {
  const page = ask.page ?? 1;
  const page_size = ask.page_size ?? 50;
  const empty = { rows: [], total: 0, page, page_size };
  if (!(await submission(asking, id))) return empty;
  const sheets = new Map(sheetsOf(asking.warehouse, id).map((sheet) => [sheet.sheet_no, sheet]));
  const whole = seesWhole(asking, id);
  const bound = {
    id,
    level: ask.level ?? null,
    field: ask.field ?? null,
    ...(whole ? {} : { p: asking.moment.publication, ...scopeParams(asking.scope) })
  };
  const where = `from raw.finding where submission_id = $id and ($level is null or level = $level) and ($field is null or field = $field)
    ${whole ? '' : `and (sheet_no, row_no) in (${rowsInSight([...sheets.values()], asking.warehouse.city)})`}`;
  const [count] = await asking.warehouse.engine.all<{ n: number }>(`select count(*) as n ${where}`, bound);
  const rows = (await asking.warehouse.engine.all(
    `select sheet_no, row_no, field, level, check_id, value ${where}
     order by level = 'remark', sheet_no, row_no, field, check_id limit $limit offset $offset`,
    { ...bound, limit: page_size, offset: (page - 1) * page_size }
  )) as unknown as Stored[];
  return {
    rows: rows.map((row): FindingRow => {
      const sheet = sheets.get(row.sheet_no);
      const report = sheet && reportById(sheet.report);
      const column = report && allColumns(report).find(({ field }) => field === row.field);
      const place = sheet?.columns[row.field];
      return {
        ...row,
        sheet: sheet?.sheet ?? '',
        field_words: column ? { zh: column.zh, en: column.en } : { zh: row.field, en: row.field },
        cell: place && sheet.header_row > 0 ? cellName(place.index, row.row_no) : null,
        ...findingWords(report, row, asking.genericChecks, asking.warehouse.city)
      };
    }),
    total: count?.n ?? 0,
    page,
    page_size
  };
}

const rowsInSight = (sheets: readonly SheetHead[], city: CityCodes): string =>
  sheets
    .flatMap(({ sheet_no, report: id }) => {
      const report = reportById(id);
      return report
        ? `select r.sheet_no, r.row_no from raw.${report.table} r
           where r.submission_id = $id and r.sheet_no = ${sheet_no} and ${inSight(report, city)}`
        : [];
    })
    .concat('select 0, 0 where false')
    .join(' union all ');
