/** How well was reported in the twelve months before a moment: fresh, accepted, on time, without contradictions. */
import type { Day } from './calendar.ts';
import { crossCheckCounts } from './cross-check-findings.ts';
import type { Page } from './answers.ts';
import { filtered, type Paging } from './paged.ts';
import { question } from './question.ts';
import type { Asking } from './reader.ts';
import { scopeParams } from './scope.ts';

/** Of the twelve months before the day. */
export interface Reported {
  last_received: Day | null;
  /** Days since then. */
  days_silent: number | null;
  /** Rows handed in, those rejected among them. */
  rows: number;
  rejected_rows: number;
  /** Reports whose due day fell into the months; what came in time, late, and not at all. */
  due_count: number;
  on_time_count: number;
  late_count: number;
  overdue_count: number;
}

export interface QualityOfOwner extends Reported {
  institution_uscc: string | null;
  institution_name: string | null;
  /** The department, where it owes reports itself. */
  dept: string | null;
  supervising_dept: string;
  /** Events to be filed as they happen that were filed in the months, after their limit. */
  late_event_count: number;
  /** Records that another report contradicts, as known now. */
  contradictions: number;
}

export interface QualityOfReport extends Reported {
  report: string;
  /** Institutions and departments that handed it in. */
  owner_count: number;
}

export interface AskQuality extends Paging {
  department?: string;
  search?: string;
  sort?: string;
}

const ORDER: Record<string, (row: QualityOfOwner) => number> = {
  overdue: (row) => -row.overdue_count,
  late: (row) => -row.late_count,
  late_events: (row) => -row.late_event_count,
  rejected: (row) => -(row.rows === 0 ? 0 : row.rejected_rows / row.rows),
  contradictions: (row) => -row.contradictions,
  silent: (row) => -(row.days_silent ?? Number.MAX_SAFE_INTEGER)
};

/** Worst first. `sort`: overdue (default), late, late_events, rejected, contradictions or silent. */
export async function qualityByOwner(asking: Asking, ask: AskQuality = {}): Promise<Page<QualityOfOwner>> {
  const { page = 1, page_size = 50 } = ask;
  const found = filtered(question('quality-by-owner'), {
    'supervising_dept = $department': ask.department,
    'institution_name ilike $search or institution_uscc ilike $search': ask.search && `%${ask.search}%`
  });
  const [rows, counts] = await Promise.all([
    asking.warehouse.engine.all(found.sql, { ...boundOf(asking), ...found.params }),
    crossCheckCounts(asking)
  ]);
  const contradictions = new Map<string, number>();
  for (const { institution_uscc, n } of counts)
    if (institution_uscc !== null)
      contradictions.set(institution_uscc, (contradictions.get(institution_uscc) ?? 0) + n);
  const all = (rows as unknown as (QualityOfOwner & { owner: string })[]).map(({ owner, ...row }) => ({
    ...row,
    contradictions: contradictions.get(owner) ?? 0
  }));
  const by = ORDER[ask.sort ?? 'overdue'] ?? ((row: QualityOfOwner) => -row.overdue_count);
  all.sort((a, b) => by(a) - by(b) || nameOf(a).localeCompare(nameOf(b), 'zh'));
  return { rows: all.slice((page - 1) * page_size, page * page_size), total: all.length, page, page_size };
}

const nameOf = (row: QualityOfOwner) => row.institution_name ?? row.dept ?? '';

export async function qualityByReport(asking: Asking): Promise<QualityOfReport[]> {
  const rows = await asking.warehouse.engine.all(question('quality-by-report'), boundOf(asking));
  return rows as unknown as QualityOfReport[];
}

const boundOf = ({ moment, scope }: Asking) => ({
  p: moment.publication,
  day: moment.day,
  ...scopeParams(scope)
});
