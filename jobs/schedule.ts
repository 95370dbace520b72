/** When jobs run: by cron expressions in Asia/Shanghai. What fell due while nothing ran is made up for, once. */
import { schedule, type ScheduledTask } from 'node-cron';
import type { ControlStore } from '#warehouse/control/store.ts';
import type { Effects } from './effects.ts';
import type { Job } from './job-run.ts';

export interface Scheduled {
  job: Job;
  /** Null: switched off. */
  cron: string | null;
  run: () => Promise<unknown>;
}

const keyOf = (job: Job) => `next run of ${job}`;

/** When a job runs next, as it was noted: ISO UTC. */
export const nextRun = (control: ControlStore, job: Job): string | null =>
  control.one<{ value: string }>('select value from meta where key = $key', { key: keyOf(job) })?.value ??
  null;

/** Jobs whose noted next run has passed, in the order given; none when nothing was ever noted. */
export function missed(
  control: ControlStore,
  list: readonly Scheduled[],
  { now }: Pick<Effects, 'now'>
): Scheduled[] {
  return list.filter(({ job, cron }) => {
    const next = nextRun(control, job);
    return cron !== null && next !== null && next <= now().toISOString();
  });
}

/** A job whose next run is noted as past is made up for at the next start. */
export function noteNextRun(control: ControlStore, job: Job, at: Date | null): void {
  const key = keyOf(job);
  control.quietly(() => {
    if (at === null) control.run('delete from meta where key = $key', { key });
    else
      control.run('insert or replace into meta (key, value) values ($key, $value)', {
        key,
        value: at.toISOString()
      });
  });
}

/**
 * First makes up for missed runs, one after another, then keeps the schedules until `stop`, which resolves when no
 * job is begun any more. The next run is noted only when the one before has ended, so that one which the end of the
 * process broke off is made up for as well.
 */
export function startSchedules(
  control: ControlStore,
  list: readonly Scheduled[],
  effects: Pick<Effects, 'now' | 'log'>
): { madeUp: Promise<void>; stop: () => Promise<void> } {
  const tasks = new Map<Job, ScheduledTask>();
  let stopped = false;
  const once = async ({ job, run }: Scheduled): Promise<void> => {
    if (stopped) return;
    await run();
    if (!stopped) noteNextRun(control, job, tasks.get(job)?.getNextRun() ?? null);
  };
  const due = missed(control, list, effects);
  // That a run still goes on at the next minute is no news; what else it says may be.
  const quiet = (): void => undefined;
  const error = (what: string | Error) => effects.log('error', 'node-cron', { says: String(what) });
  const logger = { info: quiet, warn: quiet, debug: quiet, error };
  for (const each of list) {
    if (each.cron === null) {
      noteNextRun(control, each.job, null);
      continue;
    }
    const task = schedule(each.cron, () => once(each), {
      name: each.job,
      timezone: 'Asia/Shanghai',
      noOverlap: true,
      suppressMissedWarning: true,
      logger
    });
    // The process was too busy to begin at the minute.
    task.on('execution:missed', () => once(each));
    tasks.set(each.job, task);
    if (!due.includes(each)) noteNextRun(control, each.job, task.getNextRun());
  }
  return {
    madeUp: due.reduce((before, each) => before.then(() => once(each)), Promise.resolve()),
    async stop() {
      stopped = true;
      for (const task of tasks.values()) await task.destroy();
    }
  };
}
