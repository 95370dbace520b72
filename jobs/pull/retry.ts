/** Tries again what failed for a passing reason, later each time. */
import { PullFailed } from './pull-failed.ts';

interface Patience {
  /** Times that it is tried again. */
  retries: number;
  sleep: (ms: number) => Promise<void>;
  /** 0–1: many who failed together must not come back together. */
  random?: () => number;
}

/** Milliseconds before the first repetition, and the most before any. */
const FIRST = 2_000;
const LONGEST = 5 * 60_000;
/** A server that asks for more patience is asked again at the next run. */
const MOST_ASKED_FOR = 15 * 60_000;

/** @throws what the last attempt threw */
export async function withRetries<T>(
  attempt: () => Promise<T>,
  { retries, sleep, random = Math.random }: Patience
): Promise<T> {
  for (let tried = 0; ; tried++) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof PullFailed) || !error.again || tried >= retries) throw error;
      const { after_ms = 0 } = error.again;
      if (after_ms > MOST_ASKED_FOR) throw error;
      const pause = Math.min(FIRST * 2 ** tried, LONGEST);
      await sleep(Math.max(after_ms, pause * (0.5 + random() / 2)));
    }
  }
}
