/** The ledger of runs as people read it, newest first. */
import type { ControlStore } from '#warehouse/control/store.ts';
import type { Job, RunCounts } from './job-run.ts';

export const outcomes = ['running', 'done', 'failed', 'broken off'] as const;
export type Outcome = (typeof outcomes)[number];

export interface RunRow {
  id: number;
  job: Job;
  /** Instants, ISO UTC. */
  started_at: string;
  finished_at: string | null;
  duration_ms: number | null;
  outcome: Outcome;
  counts: RunCounts;
  /** What it did, or what it failed at. */
  says: string;
  /** How often the same failure came in a row; `finished_at` is the last time. */
  times: number;
  /** Failed or broken off, and no later run of the same job has succeeded. */
  stands: boolean;
}

export interface AskRuns {
  job?: Job;
  outcome?: Outcome;
  page?: number;
  page_size?: number;
}

type Stored = Omit<RunRow, 'counts' | 'stands'> & { counts: string; stands: number };

const SELECT = `select r.id, r.job, r.started_at, r.finished_at, r.duration_ms, coalesce(r.outcome, 'running') as outcome,
  r.counts, r.detail as says, r.times,
  r.outcome in ('failed', 'broken off') and not exists (
    select 1 from job_run later where later.job = r.job and later.id > r.id and later.outcome = 'done') as stands
  from job_run r`;

const shaped = ({ counts, stands, ...row }: Stored): RunRow => ({
  ...row,
  counts: JSON.parse(counts) as RunCounts,
  stands: stands === 1
});

export function runList(
  control: ControlStore,
  { job, outcome, page = 1, page_size = 50 }: AskRuns = {}
): { rows: RunRow[]; total: number; page: number; page_size: number } {
  const bound = { job: job ?? null, outcome: outcome ?? null };
  const where = `where ($job is null or r.job = $job) and ($outcome is null or coalesce(r.outcome, 'running') = $outcome)`;
  const total = control.one<{ n: number }>(`select count(*) as n from job_run r ${where}`, bound)?.n ?? 0;
  const rows = control.all<Stored>(`${SELECT} ${where} order by r.id desc limit $limit offset $offset`, {
    ...bound,
    limit: page_size,
    offset: (page - 1) * page_size
  });
  return { rows: rows.map(shaped), total, page, page_size };
}

export function oneRun(control: ControlStore, id: number): RunRow | undefined {
  const row = control.one<Stored>(`${SELECT} where r.id = $id`, { id });
  return row && shaped(row);
}
