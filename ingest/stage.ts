/** How far the work on a submission is. It is asked only while somebody looks, so that saying it costs the work nothing. */
import type { Engine } from '#warehouse/engine.ts';
import type { ReadingAt } from './reading-progress.ts';

export interface Stage {
  name: 'reading' | 'checking' | 'publishing';
  at(): StageAt;
}

export interface StageAt {
  /** Rows done in this stage. */
  rows: number;
  /** Rows that there will be; null while not known. */
  of: number | null;
  /** 0–1 of this stage; null while nothing can be said. */
  share: number | null;
}

export type Tell = (submission: number, stage: Stage) => void;

/** A stage of known rows, done by the share that is said. */
export const ofRows = (name: Stage['name'], rows: number, share: () => number): Stage => ({
  name,
  at() {
    const now = share();
    return { rows: Math.floor(rows * now), of: rows, share: now };
  }
});

/** One of the transactions that follow: what it weighs, and what is left of it after each statement that takes long. */
export interface Part {
  weight: number;
  /** 0–1; the first ones take longest. */
  rest: number;
}

/** What the writer has done of the transactions that it begins from now on; it never falls. */
export function writerShare(engine: Pick<Engine, 'writing'>, parts: readonly Part[]): () => number {
  const before = engine.writing.transactions;
  const all = parts.reduce((sum, { weight }) => sum + weight, 0);
  let most = 0;
  return () => {
    const { transactions, long, share } = engine.writing;
    const nth = transactions - before;
    const done = parts.slice(0, nth).reduce((sum, { weight }) => sum + weight, 0);
    const { weight, rest } = parts[nth] ?? { weight: 0, rest: 0 };
    const within = weight * (1 - rest ** long * (1 - (1 - rest) * share));
    return (most = Math.max(most, (done + within) / all));
  };
}

/** The stage of reading, as the reading process says it. */
export class Reading implements Stage {
  readonly name = 'reading';
  #now: ReadingAt = { rows: 0, share: null };

  readonly told = (now: ReadingAt): void => {
    this.#now = now;
  };

  at(): StageAt {
    const { rows, share } = this.#now;
    return { rows, of: share === null ? null : Math.max(rows, Math.round(rows / share)), share };
  }
}
