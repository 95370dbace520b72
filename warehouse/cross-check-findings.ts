/** Where reports contradict one another, as known at a moment: the records, and their numbers by check. */
import { codeLists } from '#ingest/codes/index.ts';
import type { Column, Words } from '#ingest/declare.ts';
import { reportOf } from '#ingest/reports/index.ts';
import { cellName } from './cell-name.ts';
import { crossCheckSql } from './cross-checks/compile.ts';
import type { CrossCheck } from './cross-checks/declare.ts';
import { crossChecks } from './cross-checks/index.ts';
import type { Page } from './answers.ts';
import { question } from './question.ts';
import type { Asking } from './reader.ts';
import { scopeParams } from './scope.ts';
import { sheetOf } from './submissions.ts';

export interface AskCrossChecks {
  check?: string;
  report?: string;
  institution?: string;
  department?: string;
  page?: number;
  page_size?: number;
}

export interface CrossCheckFinding {
  check_id: string;
  report: string;
  against: string;
  record_key: string;
  institution_uscc: string | null;
  institution_name: string | null;
  dept: string | null;
  field: string;
  field_words: Words;
  says: Words;
  remedy: Words;
  basis: string;
  source: { submission_id: number; sheet_no: number; row_no: number };
  /** Address in the submitted file; null where the column was not in it. */
  cell: string | null;
}

interface Found {
  check_id: string;
  record_key: string;
  institution_uscc: string | null;
  institution_name: string | null;
  dept: string | null;
  found: string | null;
  expected: string | null;
  submission_id: number;
  sheet_no: number;
  row_no: number;
}

export async function crossCheckFindings(
  asking: Asking,
  ask: AskCrossChecks = {}
): Promise<Page<CrossCheckFinding>> {
  const page = ask.page ?? 1;
  const page_size = ask.page_size ?? 50;
  const asked = crossChecks.filter(
    ({ id, report }) =>
      (ask.check === undefined || ask.check === id) && (ask.report === undefined || ask.report === report)
  );
  if (asked.length === 0) return { rows: [], total: 0, page, page_size };
  const rows = `from (${askedSql(asked)})
    where ($institution is null or institution_uscc = $institution)
      and ($department is null or coalesce(supervising_dept, dept) = $department)`;
  const bound = {
    ...boundOf(asking, rows),
    institution: ask.institution ?? null,
    department: ask.department ?? null
  };
  const { engine } = asking.warehouse;
  const [count] = await engine.all<{ n: number }>(`select count(*) as n ${rows}`, bound);
  const found = (await engine.all(
    `select * ${rows} order by check_id, institution_name nulls last, record_key, found limit $limit offset $offset`,
    { ...bound, limit: page_size, offset: (page - 1) * page_size }
  )) as unknown as Found[];
  return { rows: found.map((row) => shown(asking, row)), total: count?.n ?? 0, page, page_size };
}

export interface CrossCheckCount {
  check_id: string;
  institution_uscc: string | null;
  n: number;
}

/** How often each check found something, by institution. */
export async function crossCheckCounts(asking: Asking): Promise<CrossCheckCount[]> {
  const sql = `select check_id, institution_uscc, count(*) as n from (${askedSql(crossChecks)})
     group by all order by check_id, n desc, institution_uscc`;
  const rows = await asking.warehouse.engine.all(sql, boundOf(asking, sql));
  return rows as unknown as CrossCheckCount[];
}

const askedSql = (checks: readonly CrossCheck[]) =>
  question('cross-checks').replace('{{findings}}', () => crossCheckSql(checks));

/** Due days are asked of the moment's day, so that a past moment is told what was so then. */
const boundOf = ({ moment, scope }: Asking, sql: string) => ({
  p: moment.publication,
  ...(sql.includes('$day') ? { day: moment.day } : {}),
  ...scopeParams(scope)
});

function shown({ warehouse }: Asking, row: Found): CrossCheckFinding {
  const check = crossChecks.find(({ id }) => id === row.check_id) as CrossCheck;
  const column: Column | undefined = reportOf(check.report).columns.find(
    ({ field }) => field === check.field
  );
  const sheet = sheetOf(warehouse, row.submission_id, row.sheet_no);
  const place = sheet?.columns[check.field];
  const codes = column?.codes ? codeLists[column.codes].items : [];
  const inWords = (value: string | null, language: keyof Words) =>
    codes.find(({ code }) => code === value)?.[language] ?? value ?? '—';
  const fill = (language: keyof Words) =>
    check.says[language]
      .replaceAll('{found}', inWords(row.found, language))
      .replaceAll('{expected}', inWords(row.expected, language));
  return {
    check_id: row.check_id,
    report: check.report,
    against: check.against,
    record_key: row.record_key,
    institution_uscc: row.institution_uscc,
    institution_name: row.institution_name,
    dept: row.dept,
    field: check.field,
    field_words: { zh: column?.zh ?? check.field, en: column?.en ?? check.field },
    says: { zh: fill('zh'), en: fill('en') },
    remedy: check.remedy,
    basis: check.basis,
    source: { submission_id: row.submission_id, sheet_no: row.sheet_no, row_no: row.row_no },
    cell: place && sheet.header_row > 0 ? cellName(place.index, row.row_no) : null
  };
}
