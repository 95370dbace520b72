/**
 * How far runs and submissions are, in memory: the work says what it is at, and whoever looks asks for it. A listener
 * waits for the next tick; ticks come only while somebody waits and something goes on, so that neither many listeners
 * nor none slow the work.
 */
import type { Stage } from '#ingest/stage.ts';
import type { Effects } from './effects.ts';
import type { Job } from './job-run.ts';

export interface SubmissionProgress {
  submission: number;
  /** `waiting`: its bytes are kept, its turn has not come. */
  stage: 'waiting' | Stage['name'];
  /** Rows done in this stage. */
  rows: number;
  /** Rows that there will be; null while not known. */
  rows_expected: number | null;
  /** 0–1 of this stage; null while nothing can be said. */
  share: number | null;
  /** Rows a second in this stage; null in its first moments. */
  rate: number | null;
  /** Seconds that are left of this stage at this rate; null while nothing can be said. */
  seconds_left: number | null;
  /** Seconds since its bytes were kept, or its work began. */
  seconds: number;
}

export interface RunProgress {
  run: number;
  job: Job;
  /** Instant, ISO UTC. */
  started_at: string;
  seconds: number;
}

interface Entry {
  began: number;
  stage: Stage | undefined;
  stage_began: number;
}

/** Milliseconds between two ticks. */
const TICK = 250;
/** Milliseconds before a rate says something. */
const RATE_AFTER = 400;

export class ProgressBoard {
  readonly #now: () => Date;
  readonly #submissions = new Map<number, Entry>();
  readonly #runs = new Map<number, { job: Job; began: number }>();
  readonly #waiting = new Set<() => void>();
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor({ now }: Pick<Effects, 'now'>) {
    this.#now = now;
  }

  /** A submission has come; or its work is at another stage. */
  readonly tell = (submission: number, stage?: Stage): void => {
    const now = this.#now().getTime();
    const entry = this.#submissions.get(submission) ?? { began: now, stage: undefined, stage_began: now };
    this.#submissions.set(submission, { ...entry, stage, stage_began: now });
    this.#changed();
  };

  /** Nothing more is done about these. */
  end(submissions: Iterable<number>): void {
    for (const id of submissions) this.#submissions.delete(id);
    this.#tick();
  }

  beginRun(run: number, job: Job): void {
    this.#runs.set(run, { job, began: this.#now().getTime() });
    this.#changed();
  }

  endRun(run: number): void {
    this.#runs.delete(run);
    this.#tick();
  }

  of(submission: number): SubmissionProgress | undefined {
    const entry = this.#submissions.get(submission);
    return entry && shown(submission, entry, this.#now().getTime());
  }

  /** All that is known of, in the order in which it came. */
  submissions(): SubmissionProgress[] {
    const now = this.#now().getTime();
    return [...this.#submissions].map(([id, entry]) => shown(id, entry, now));
  }

  runs(): RunProgress[] {
    const now = this.#now().getTime();
    return [...this.#runs].map(([run, { job, began }]) => ({
      run,
      job,
      started_at: new Date(began).toISOString(),
      seconds: (now - began) / 1000
    }));
  }

  /** Resolves at the next tick, when `signal` is aborted, or after some milliseconds; nothing is held on to after that. */
  next(signal: AbortSignal, within: number): Promise<void> {
    if (this.#closed || signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const done = (): void => {
        this.#waiting.delete(done);
        clearTimeout(late);
        signal.removeEventListener('abort', done);
        resolve();
      };
      const late = setTimeout(done, within);
      signal.addEventListener('abort', done);
      this.#waiting.add(done);
      if (this.#submissions.size > 0) this.#changed();
    });
  }

  get listeners(): number {
    return this.#waiting.size;
  }

  /** True when the service ends: nobody should wait any longer. */
  get closed(): boolean {
    return this.#closed;
  }

  close(): void {
    this.#closed = true;
    this.#tick();
  }

  #changed(): void {
    if (this.#waiting.size === 0 || this.#timer) return;
    this.#timer = setTimeout(() => this.#tick(), TICK);
  }

  #tick(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    for (const wake of [...this.#waiting]) wake();
  }
}

function shown(submission: number, { began, stage, stage_began }: Entry, now: number): SubmissionProgress {
  const at = stage?.at() ?? { rows: 0, of: null, share: null };
  const spent = now - stage_began;
  const rate = spent >= RATE_AFTER && at.rows > 0 ? (at.rows * 1000) / spent : null;
  const left = at.share !== null && at.share > 0 && spent >= RATE_AFTER;
  return {
    submission,
    stage: stage?.name ?? 'waiting',
    rows: at.rows,
    rows_expected: at.of,
    share: at.share,
    rate,
    seconds_left: left ? (spent * (1 - (at.share ?? 1))) / (at.share ?? 1) / 1000 : null,
    seconds: (now - began) / 1000
  };
}
