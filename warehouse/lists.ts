/** Lists that people filter, sort and page: institutions, rectifications. */
import type { InstitutionRow, Page, RectificationRow } from './answers.ts';
import { paged, type Paging } from './paged.ts';
import { question } from './question.ts';
import type { Asking } from './reader.ts';

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
