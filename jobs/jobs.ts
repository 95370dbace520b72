/** The jobs, and the line in which those stand that write to the warehouse. */
import { join } from 'node:path';
import { dayOf } from '#warehouse/calendar.ts';
import { deliverQueued } from './deliver-mail.ts';
import { queueDigests } from './digest.ts';
import { JobRuns, pullJob, type Did, type Job } from './job-run.ts';
import { Line } from './line.ts';
import { ProgressBoard } from './progress.ts';
import { pullSource } from './pull/pull-source.ts';
import type { Source } from './pull/sources.ts';
import { layReceipts } from './receipts.ts';
import { receiveInbox } from './receive-inbox.ts';
import { isUnsettled, settleReceived } from './settle-received.ts';
import type { World } from './world.ts';

const TRY_AGAIN_AFTER = 10 * 60_000;

export class Jobs {
  readonly runs: JobRuns;
  /** How far runs and submissions are. */
  readonly progress: ProgressBoard;
  readonly sources: readonly Source[];
  readonly #world: World;
  /** One writer at a time. */
  readonly #line = new Line();
  readonly #pulling = new Map<string, Promise<Did | undefined>>();
  readonly #ending = new AbortController();

  constructor(world: World, sources: readonly Source[] = []) {
    this.#world = world;
    this.sources = sources;
    this.progress = new ProgressBoard(world.effects);
    this.runs = new JobRuns(world.warehouse.control, world.effects, this.progress);
  }

  /** Takes in what lies in the inbox, and publishes what has been received. `anyway`: also what has just failed. */
  receive(anyway = false): Promise<Did | undefined> {
    return this.runs.run('receive', async () => {
      const { taken, notes, problems } = await receiveInbox(this.#world);
      if (taken === 0 && problems.length === 0 && !anyway && this.#waitsToBeTriedAgain()) return undefined;
      let settled: Did;
      try {
        settled = await this.#settle(taken > 0 || this.#hasUnsettled());
      } finally {
        notes.push(...(await layReceipts(this.#world)));
      }
      const says = [taken > 0 ? `${taken} received` : '', settled.says, ...notes].filter(
        (each) => each !== ''
      );
      if (problems.length > 0) throw new Error([...problems, ...says].join('; '));
      return { ...settled, count: taken + settled.count, says: says.join('; ') };
    });
  }

  /** A file that broke something would break it again each minute. */
  #waitsToBeTriedAgain(): boolean {
    const failed = this.runs.failedAt('receive');
    return (
      failed !== undefined &&
      this.#hasUnsettled() &&
      this.#world.effects.now().getTime() < Date.parse(failed) + TRY_AGAIN_AFTER
    );
  }

  #hasUnsettled(): boolean {
    return isUnsettled(this.#world.warehouse.control);
  }

  /** Publishes what has been received by another road than the inbox. What comes while it waits for its turn goes along. */
  takeThrough(): Promise<Did | undefined> {
    if (this.#waiting) return this.#waiting;
    const begun = (): void => {
      if (this.#waiting === waiting) this.#waiting = undefined;
    };
    const waiting = this.runs.run('receive', () => this.#settle(true, begun)).finally(begun);
    return (this.#waiting = waiting);
  }
  #waiting: Promise<Did | undefined> | undefined;

  /** The work of a run once more, now. */
  again(job: Job): Promise<Did | undefined> {
    switch (job) {
      case 'receive':
        return this.receive(true);
      case 'daily':
      case 'digest':
      case 'deliver':
        return this[job]();
      default: {
        const source = this.sources.find(({ name }) => pullJob(name) === job);
        return source ? this.pull(source) : Promise.resolve(undefined);
      }
    }
  }

  /** Takes in the file of a source, where it has changed. One that is under way is not begun again. */
  pull(source: Source): Promise<Did | undefined> {
    const { name } = source;
    const { signal } = this.#ending;
    const pulling =
      this.#pulling.get(name) ??
      this.runs
        .run(pullJob(name), () => pullSource(this.#world, source, signal))
        .finally(() => this.#pulling.delete(name))
        .then(async (did) => {
          if (did && did.count > 0 && !signal.aborted) await this.takeThrough();
          return did;
        });
    this.#pulling.set(name, pulling);
    return pulling;
  }

  isPulling(source: Source): boolean {
    return this.#pulling.has(source.name);
  }

  /** What failed to come from a source that is asked no more is no news. */
  endFormerSources(): void {
    const jobs = new Set<string>(this.sources.map(({ name }) => pullJob(name)));
    this.runs.endFormer((job) => job.startsWith(pullJob('')) && !jobs.has(job));
  }

  /** Turns the day: what is due, overdue or expected is judged anew. */
  daily(): Promise<Did | undefined> {
    return this.runs.run('daily', () => this.#settle(true));
  }

  /** One digest a recipient, then its delivery. */
  digest(): Promise<Did | undefined> {
    const { warehouse, city, settings, effects } = this.#world;
    const { control, calendar } = warehouse;
    const { public_url, mail_from } = settings;
    return this.runs.run('digest', async () => {
      const at = effects.now();
      const { queued, nothing_new } = queueDigests({
        control,
        calendar,
        city,
        day: dayOf(at),
        at,
        public_url,
        mail_from
      });
      const says = `${queued} queued, ${nothing_new} with nothing new`;
      if (queued > 0) await this.deliver();
      return { count: queued, says, counts: { mails: queued } };
    });
  }

  /** Sends what is queued and due. */
  deliver(): Promise<Did | undefined> {
    const { warehouse, settings, effects } = this.#world;
    return this.runs.run('deliver', async () => {
      const outboxFolder = join(settings.data, 'outbox');
      const done = await deliverQueued({ control: warehouse.control, settings, outboxFolder, effects });
      const said = Object.entries(done).filter(([, n]) => n > 0);
      const count = said.reduce((sum, [, n]) => sum + (n as number), 0);
      return {
        count,
        counts: { mails: count },
        says: said.map(([what, n]) => `${n} ${what.replace('_', ' ')}`).join(', ')
      };
    });
  }

  /** Other work that must not meet what writes to the warehouse: a changed parameter, or one that is tried. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    return this.#line.inTurn(work);
  }

  /** Nothing new begins; resolves when what runs has ended. */
  async close(): Promise<void> {
    this.#ending.abort(new Error('The service is ending'));
    this.progress.close();
    await this.#line.close();
    await this.runs.idle();
  }

  async #settle(needed: boolean, begun: () => void = () => undefined): Promise<Did> {
    if (!needed) return { count: 0, says: '' };
    return this.#line.inTurn(async () => {
      begun();
      const settled = await settleReceived(this.#world, this.#world.effects.now(), this.progress);
      const { publication, ...counts } = settled;
      const said = [
        counts.withdrawn > 0 ? `${counts.withdrawn} withdrawn` : '',
        counts.files > 0 ? `${counts.files} validated` : '',
        publication === undefined ? '' : `publication ${publication}`
      ];
      return {
        count: counts.withdrawn + counts.files + (publication === undefined ? 0 : 1),
        says: said.filter((each) => each !== '').join(', '),
        counts: { ...counts, ...(publication !== undefined && { publication }) }
      };
    });
  }
}
