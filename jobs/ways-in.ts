/** The ways by which files come in, as the dashboard sees them: who holds tokens, what is pulled, whose the folders are. */
import type { SubmissionRow } from '#warehouse/answers.ts';
import { inboxFolders, inboxOf, type InboxFolder } from './inbox.ts';
import { lastPulled } from '#warehouse/control/pulled.ts';
import {
  findToken,
  noteTokenUsed,
  stateOfToken,
  tokens,
  type TokenRow,
  type TokenState
} from '#warehouse/control/tokens.ts';
import type { Authority } from '#warehouse/publish.ts';
import { departmentsOf } from './authority-named.ts';
import { Buckets } from './buckets.ts';
import { pullJob } from './job-run.ts';
import type { Jobs } from './jobs.ts';
import { SAME_AS_BEFORE } from './pull/pull-source.ts';
import { nextRun } from './schedule.ts';
import type { World } from './world.ts';

export interface Bearer {
  token: number;
  authority: Authority;
}

/** Why a token is not taken. */
export type TokenRefused = Exclude<TokenState, 'good'> | 'unknown';

export interface SourceRow {
  name: string;
  /** Without what follows the question mark, which may be a secret. */
  address: string;
  authority: Authority;
  cron: string;
  next_run: string | null;
  /** It is being pulled now. */
  running: boolean;
  /** Undefined: it never ran. */
  last_run: { at: string; outcome: 'taken' | 'same' | 'failed'; says: string } | undefined;
  /** The newest file that came of it, and in what state that is. */
  last_file: { submission: number; at: string; state: SubmissionRow['state'] } | undefined;
}

export interface WaysIn {
  /** Whom the bearer of a token speaks for. */
  bearer(token: string): Bearer | { refused: TokenRefused };
  /** Takes leave for one more file: 0, or the seconds to wait. */
  leave(bearer: Bearer): number;
  tokens(): (TokenRow & { state: TokenState })[];
  sources(): SourceRow[];
  /** Its path, and the folders in it. */
  inbox(): Promise<{ path: string; folders: InboxFolder[] }>;
  /** Begins to pull; false where there is no such source. */
  pull(name: string): boolean;
}

export function waysIn({ settings, city, warehouse, effects }: World, jobs: Jobs): WaysIn {
  const { control } = warehouse;
  const buckets = new Buckets(settings.api_rate);
  return {
    bearer(text) {
      const found = findToken(control, text, effects.now());
      if (found.state !== 'good') return { refused: found.state };
      return { token: found.token.id, authority: found.token.authority };
    },
    leave({ token }) {
      const wait = buckets.take(token, effects.now());
      if (wait === 0) noteTokenUsed(control, token, effects.now());
      return wait;
    },
    tokens: () => tokens(control).map((token) => ({ ...token, state: stateOfToken(token, effects.now()) })),
    sources: () =>
      jobs.sources.map((source) => {
        const { name, url, authority, cron } = source;
        const run = jobs.runs.last(pullJob(name));
        const file = lastPulled(control, name);
        const state = file && stateOf(control, file.submission_id);
        return {
          name,
          address: `${url.origin}${url.pathname}`,
          authority,
          cron,
          next_run: nextRun(control, pullJob(name)),
          running: jobs.isPulling(source),
          last_run: run && { at: run.finished_at, outcome: outcomeOf(run), says: run.detail },
          last_file: file && state ? { submission: file.submission_id, at: file.at, state } : undefined
        };
      }),
    inbox: async () => ({
      path: inboxOf(settings.data),
      folders: await inboxFolders(inboxOf(settings.data), departmentsOf(city))
    }),
    pull(name) {
      const source = jobs.sources.find((each) => each.name === name);
      if (source) void jobs.pull(source);
      return source !== undefined;
    }
  };
}

const outcomeOf = ({ outcome, detail }: { outcome: string | null; detail: string }) => {
  if (outcome === 'failed') return 'failed';
  return detail === SAME_AS_BEFORE ? 'same' : 'taken';
};

const stateOf = (control: World['warehouse']['control'], id: number) =>
  control.one<{ state: SubmissionRow['state'] }>('select state from submission where id = $id', { id })
    ?.state;
