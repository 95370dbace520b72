/** Lists that people filter, sort and page: institutions, rectifications, the ledger of expected reports. */
import type { InstitutionRow, LedgerRow, Page, RectificationRow } from './answers.ts';
import type { Params } from './engine.ts';
import { question } from './question.ts';
import type { Asking } from './reader.ts';
import { scopeParams } from './scope.ts';

interface Paging {
  page?: number;
  page_size?: number;
}

/** One page of a question's rows that meet conditions; a condition whose value is undefined is none. */
async function paged<T>(
  { warehouse, moment, scope }: Asking,
  sql: string,
  conditions: Record<string, string | undefined>,
  order: string,
  ask: Paging,
  more: Params = {}
): Promise<Page<T>> {
  const page = ask.page ?? 1;
  const page_size = ask.page_size ?? 50;
  const active = Object.entries(conditions).filter(([, value]) => value !== undefined);
  const where =
    active.length > 0 ? `where ${active.map(([condition]) => `(${condition})`).join(' and ')}` : '';
  const bound: Params = { p: moment.publication, day: moment.day, ...scopeParams(scope), ...more };
  const values = active.map(
    ([condition, value]) => [/\$(\w+)/.exec(condition)?.[1] ?? '', value as string] as const
  );
  const params = { ...bound, ...Object.fromEntries(values) };
  const [count] = await warehouse.engine.all<{ n: number }>(
    `select count(*) as n from (${sql}) ${where}`,
    params
  );
  const rows = await warehouse.engine.all(
    `select * from (${sql}) ${where} order by ${order} limit $limit offset $offset`,
    {
      ...params,
      limit: page_size,
      offset: (page - 1) * page_size
    }
  );
  return { rows: rows as unknown as T[], total: count?.n ?? 0, page, page_size };
}

export interface AskInstitutions extends Paging {
  search?: string;
  department?: string;
  district?: string;
  kind?: string;
  sort?: string;
  uscc?: string;
}

const INSTITUTION_ORDER: Record<string, string> = {
  name: 'institution_name',
  overdue_rectifications: 'overdue_rectifications desc, institution_name',
  overdue_reports: 'overdue_reports desc, institution_name',
  last_received: 'last_received nulls first, institution_name'
};

export async function institutions(asking: Asking, ask: AskInstitutions = {}): Promise<Page<InstitutionRow>> {
  const byAlerts = ask.sort === undefined || ask.sort === 'open_alerts';
  const counts = asking.alertCounts();
  const conditions = {
    'institution_name ilike $search or institution_uscc ilike $search':
      ask.search === undefined ? undefined : `%${ask.search}%`,
    'supervising_dept = $department': ask.department,
    'district_code = $district': ask.district,
    'institution_kind = $kind': ask.kind,
    'institution_uscc = $uscc': ask.uscc
  };
  const order = INSTITUTION_ORDER[ask.sort ?? ''] ?? 'institution_name';
  const paging = byAlerts ? { page: 1, page_size: 1_000_000 } : ask;
  const found = await paged<Omit<InstitutionRow, 'open_alerts'>>(
    asking,
    question('institutions'),
    conditions,
    order,
    paging
  );
  const rows = found.rows.map((row) => ({ ...row, open_alerts: counts.get(row.institution_uscc) ?? 0 }));
  if (!byAlerts) return { ...found, rows };
  // Alerts stand in the control store, so the order by them is made here.
  const page = ask.page ?? 1;
  const page_size = ask.page_size ?? 50;
  rows.sort((a, b) => b.open_alerts - a.open_alerts);
  return { rows: rows.slice((page - 1) * page_size, page * page_size), total: found.total, page, page_size };
}

export interface AskRectifications extends Paging {
  state?: string;
  department?: string;
  institution?: string;
  search?: string;
}

export async function rectifications(
  asking: Asking,
  ask: AskRectifications = {}
): Promise<Page<RectificationRow>> {
  const found = await paged<RectificationRow & { submission_id: number; sheet_no: number; row_no: number }>(
    asking,
    question('rectifications'),
    {
      'state = $state': ask.state,
      'supervising_dept = $department': ask.department,
      'institution_uscc = $institution': ask.institution,
      'rectification_id ilike $search or institution_name ilike $search or issue_summary ilike $search':
        ask.search === undefined ? undefined : `%${ask.search}%`
    },
    `case state when 'overdue' then 0 when 'due_soon' then 1 when 'open' then 2 when 'submitted' then 3 when 'closed' then 4 else 5 end,
     case when state in ('overdue', 'due_soon', 'open') then due_date end, due_date desc, rectification_id`,
    ask
  );
  return {
    ...found,
    rows: found.rows.map(({ submission_id, sheet_no, row_no, ...row }) => ({
      ...row,
      source: { submission_id, sheet_no, row_no }
    }))
  };
}

export interface AskLedger extends Paging {
  status?: string;
  report?: string;
  department?: string;
  institution?: string;
  period?: string;
}

export const ledger = (asking: Asking, ask: AskLedger = {}): Promise<Page<LedgerRow>> =>
  paged(
    asking,
    question('ledger'),
    {
      'status = $status': ask.status,
      'report = $report': ask.report,
      'supervising_dept = $department': ask.department,
      'institution_uscc = $institution': ask.institution,
      'report_period = $period': ask.period
    },
    `status = 'overdue' desc, status = 'expected' desc, due_date desc, institution_name, report`,
    ask
  );
