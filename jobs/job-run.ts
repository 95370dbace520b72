/**
 * The ledger of runs. Every job goes through `run`: what it did is written down, and what it throws is caught, so
 * that a failed job leaves the service and the published numbers as they were.
 */
import { withoutPersonalData } from '#ingest/codes/personal-data.ts';
import type { ControlStore } from '#warehouse/control/store.ts';
import type { Effects } from './effects.ts';
import type { ProgressBoard } from './progress.ts';

export type Job = 'receive' | 'daily' | 'digest' | 'deliver' | `pull:${string}`;

export const pullJob = (source: string): Job => `pull:${source}`;

/** What a run did. With a count of 0 it is written down only when it says something else than the run before. */
export interface Did {
  count: number;
  says: string;
  counts?: RunCounts;
}

/** What a run did in numbers, as far as they apply. */
export interface RunCounts {
  /** Files read: taken in, or returned. */
  files?: number;
  rows?: number;
  accepted?: number;
  rejected?: number;
  withdrawn?: number;
  /** The publication's number. */
  publication?: number;
  mails?: number;
}

export interface Failure {
  at: string;
  job: string;
  says: string;
}

interface RunRow {
  id: number;
  job: string;
  outcome: 'done' | 'failed' | 'broken off' | null;
  detail: string;
  finished_at: string;
}

/** Runs that are kept; older ones are forgotten. */
const KEPT = 10_000;

export class JobRuns {
  readonly #control: ControlStore;
  readonly #effects: Pick<Effects, 'now' | 'log'>;
  readonly #board: Pick<ProgressBoard, 'beginRun' | 'endRun'> | undefined;
  readonly #running = new Set<Promise<unknown>>();

  /** `board` shows what runs. */
  constructor(
    control: ControlStore,
    effects: Pick<Effects, 'now' | 'log'>,
    board?: Pick<ProgressBoard, 'beginRun' | 'endRun'>
  ) {
    this.#control = control;
    this.#effects = effects;
    this.#board = board;
  }

  /**
   * Never rejects: resolves to what was done, or undefined when the job failed. Work that resolves to undefined has
   * tried nothing: it leaves no trace, and an earlier failure stands.
   */
  run(job: Job, work: () => Promise<Did | undefined>): Promise<Did | undefined> {
    const running = this.#run(job, work).finally(() => this.#running.delete(running));
    this.#running.add(running);
    return running;
  }

  async #run(job: Job, work: () => Promise<Did | undefined>): Promise<Did | undefined> {
    const { log, now } = this.#effects;
    const control = this.#control;
    const begun = now();
    const started = begun.toISOString();
    const { id } = control.quietly(() => {
      control.run('delete from job_run where id <= (select max(id) from job_run) - $kept', { kept: KEPT });
      return control.run('insert into job_run (job, started_at) values ($job, $started)', { job, started });
    });
    this.#board?.beginRun(id, job);
    try {
      const did = await work();
      if (did === undefined) control.quietly(() => control.run('delete from job_run where id = $id', { id }));
      else if (this.#finish(id, job, 'done', did, begun))
        log('info', job, { did: did.count, says: did.says });
      return did;
    } catch (error) {
      const says = withoutPersonalData(error instanceof Error ? error.message : String(error));
      if (this.#finish(id, job, 'failed', { count: 0, says }, begun))
        log('error', `${job} failed`, { says, stack: error instanceof Error ? error.stack : undefined });
      return undefined;
    } finally {
      this.#board?.endRun(id);
    }
  }

  /** False when the run only repeats the one before, and is not kept beside it. */
  #finish(
    id: number,
    job: Job,
    outcome: 'done' | 'failed',
    { count, says, counts = {} }: Did,
    begun: Date
  ): boolean {
    const control = this.#control;
    const now = this.#effects.now();
    const finished = now.toISOString();
    const before = control.one<RunRow>(
      'select * from job_run where job = $job and id < $id and finished_at is not null order by id desc limit 1',
      { job, id }
    );
    const same = before?.outcome === outcome && before.detail === says;
    const idle = outcome === 'done' && says === '' && before?.outcome !== 'failed';
    if (count === 0 && (same || idle)) {
      control.quietly(() => {
        control.run('delete from job_run where id = $id', { id });
        if (same)
          control.run('update job_run set finished_at = $finished, times = times + 1 where id = $id', {
            id: before.id,
            finished
          });
      });
      return false;
    }
    const write = () =>
      control.run(
        `update job_run set finished_at = $finished, outcome = $outcome, detail = $says, counts = $counts,
           duration_ms = $spent where id = $id`,
        {
          id,
          finished,
          outcome,
          says,
          counts: JSON.stringify(counts),
          spent: now.getTime() - begun.getTime()
        }
      );
    // Kept pages show failures, and nothing else of this ledger.
    if (outcome === 'failed' || before?.outcome === 'failed') write();
    else control.quietly(write);
    return true;
  }

  /** At start: what the end of the process broke off is known as such. */
  breakOff(): number {
    return this.#control.quietly(() =>
      this.#control.run(
        `update job_run set outcome = 'broken off', finished_at = $at where finished_at is null`,
        {
          at: this.#effects.now().toISOString()
        }
      )
    ).changed;
  }

  /** The newest run of a job that has come to its end. */
  last(job: Job): RunRow | undefined {
    return this.#control.one<RunRow>(
      `select * from job_run where job = $job and outcome in ('done', 'failed') order by id desc limit 1`,
      { job }
    );
  }

  /** When a job failed last, if it has not succeeded since. */
  failedAt(job: Job): string | undefined {
    const last = this.last(job);
    return last?.outcome === 'failed' ? last.finished_at : undefined;
  }

  /** The newest failure of a job that has not succeeded since. */
  lastFailure(which: (job: string) => boolean = () => true): Failure | null {
    const newest = this.#control
      .all<RunRow>(
        `select * from job_run r where outcome = 'failed' and not exists (
           select 1 from job_run later where later.job = r.job and later.id > r.id and later.outcome in ('done', 'failed'))
         order by finished_at desc`
      )
      .find(({ job }) => which(job));
    return newest ? { at: newest.finished_at, job: newest.job, says: newest.detail } : null;
  }

  /** A job that failed last and will not run again is a failure of now no more. */
  endFormer(isFormer: (job: string) => boolean): void {
    const at = this.#effects.now().toISOString();
    for (let failure = this.lastFailure(isFormer); failure; failure = this.lastFailure(isFormer))
      this.#control.run(
        `insert into job_run (job, started_at, finished_at, outcome, detail) values ($job, $at, $at, 'done', 'ended')`,
        { job: failure.job, at }
      );
  }

  /** Resolves when no job runs. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }
}
