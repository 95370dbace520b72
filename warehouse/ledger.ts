/** The ledger of expected reports as people ask for it: who owes what, since when, and what came. */
import { codeLists } from '#ingest/codes/index.ts';
import type { DueStatus, LateFilingRow, LedgerRow, Page } from './answers.ts';
import type { Day } from './calendar.ts';
import { filtered, paged, type Paging } from './paged.ts';
import { question } from './question.ts';
import type { Asking } from './reader.ts';
import { scopeParams } from './scope.ts';

export interface AskLedger extends Paging {
  status?: string;
  report?: string;
  department?: string;
  institution?: string;
  period?: string;
  search?: string;
  /** `yes`: what is still owed; `overdue`: of that, what is past its due day; `no`: what came. */
  owed?: 'yes' | 'overdue' | 'no';
  /** Due on this day or later. */
  due_from?: Day;
  /** Also periods that still run, and are due after their end. */
  running?: boolean;
}

/** A page of the ledger, and how many lines there are by status when no status is asked for. */
export type LedgerPage = Page<LedgerRow> & { statuses: Partial<Record<DueStatus, number>> };

export async function ledger(asking: Asking, ask: AskLedger = {}): Promise<LedgerPage> {
  const { warehouse, moment, scope } = asking;
  const sql = question('ledger');
  const conditions = {
    'report = $report': ask.report,
    'supervising_dept = $department': ask.department,
    'institution_uscc = $institution': ask.institution,
    'report_period = $period': ask.period,
    "institution_name ilike $search or institution_uscc ilike $search or contains($departments, ',' || dept || ',')":
      ask.search && `%${ask.search}%`,
    "case $owed when 'no' then not is_owed when 'yes' then is_owed else is_owed and due_date < cast($day as date) end":
      ask.owed,
    'due_date >= cast($due_from as date)': ask.due_from
  };
  const more = {
    running: ask.running ?? false,
    ...(ask.search && { departments: departmentsNamed(ask.search) })
  };
  const params = { p: moment.publication, day: moment.day, ...scopeParams(scope), ...more };
  const { page = 1, page_size = 50 } = ask;
  const counted = filtered(sql, conditions);
  const shown = filtered(sql, { ...conditions, 'status = $status': ask.status });
  const [counts, rows] = await Promise.all([
    warehouse.engine.all<{ status: DueStatus; n: number }>(
      `select status, count(*) as n from (${counted.sql}) group by status`,
      { ...params, ...counted.params }
    ),
    warehouse.engine.all(
      `${shown.sql} order by is_owed desc, case when is_owed then due_date end, due_date desc, institution_name, report
       limit $limit offset $offset`,
      { ...params, ...shown.params, limit: page_size, offset: (page - 1) * page_size }
    )
  ]);
  const statuses = Object.fromEntries(counts.map(({ status, n }) => [status, n]));
  const total =
    ask.status === undefined ? counts.reduce((sum, { n }) => sum + n, 0) : (statuses[ask.status] ?? 0);
  return { rows: rows as unknown as LedgerRow[], total, page, page_size, statuses };
}

/** Codes of the departments in whose names a text is found, each between commas. */
function departmentsNamed(text: string): string {
  const found = codeLists.CL03.items.filter(({ zh, en }) =>
    [zh, en].some((name) => name.toLowerCase().includes(text.toLowerCase()))
  );
  return `,${found.map(({ code }) => code).join(',')},`;
}

/** Periods for which the report is owed, or any, newest first; at most 60. */
export async function ledgerPeriods(
  { warehouse, moment, scope }: Asking,
  report?: string
): Promise<string[]> {
  const rows = await warehouse.engine.all<{ report_period: string }>(question('ledger-periods'), {
    p: moment.publication,
    day: moment.day,
    ...scopeParams(scope),
    report: report ?? null
  });
  return rows.map(({ report_period }) => report_period);
}

export interface AskLateFilings extends Paging {
  report?: string;
  department?: string;
  institution?: string;
  search?: string;
  /** Received on this day or later. */
  received_from?: Day;
}

/** Events that were filed after their limit, latest first. */
export const lateFilings = (asking: Asking, ask: AskLateFilings = {}): Promise<Page<LateFilingRow>> =>
  paged(
    asking,
    question('late-filings'),
    {
      'report = $report': ask.report,
      'supervising_dept = $department': ask.department,
      'institution_uscc = $institution': ask.institution,
      'record_key ilike $search or institution_name ilike $search': ask.search && `%${ask.search}%`,
      'received_date >= cast($received_from as date)': ask.received_from
    },
    'received_date desc, workdays_late desc, limit_id, record_key',
    ask
  );
