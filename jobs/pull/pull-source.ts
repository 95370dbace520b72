/** Takes in the file of a source, where it is another than the last time. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { receive } from '#ingest/receive.ts';
import { lastPulled, notePulled, renamePulled, type Pulled } from '#warehouse/control/pulled.ts';
import type { Did } from '../job-run.ts';
import type { World } from '../world.ts';
import { fetchFile } from './fetch-file.ts';
import { withRetries } from './retry.ts';
import type { Source } from './sources.ts';

export const SAME_AS_BEFORE = 'not changed';

/**
 * Resolves to undefined when the service ends meanwhile: the schedule makes up for it.
 * @throws PullFailed
 */
export async function pullSource(
  world: World,
  source: Source,
  ending: AbortSignal
): Promise<Did | undefined> {
  const { settings, effects, warehouse } = world;
  const { control, folders } = warehouse;
  const last = lastPulled(control, source.name);
  const before = last && isStillOf(last, source) ? last : undefined;
  const folder = join(folders.scratch, 'pulled', source.name);
  const fetched = await withRetries(
    () =>
      fetchFile(source, {
        known: before,
        hosts: settings.pull_hosts,
        folder,
        now: effects.now(),
        ending
      }),
    { retries: source.retries, sleep: (ms) => effects.sleep(ms, ending) }
  ).catch((error: unknown) => {
    if (ending.aborted) return 'ending' as const;
    throw error;
  });
  if (fetched === 'ending') return undefined;
  if (!fetched) return { count: 0, says: SAME_AS_BEFORE };
  try {
    const { sha256, etag, last_modified, file_name, path } = fetched;
    if (before?.sha256 === sha256) {
      renamePulled(control, { ...before, etag, last_modified });
      return { count: 0, says: SAME_AS_BEFORE };
    }
    const n = (last?.n ?? 0) + 1;
    const at = effects.now();
    const submission_id = await receive(warehouse, {
      file_name,
      bytes: path,
      channel: 'pull',
      authority: source.authority,
      at,
      // If the process dies before the next line, the same bytes are the same arrival.
      source: ['pull', source.name, n, sha256].join('~')
    });
    notePulled(control, {
      source: source.name,
      n,
      url: source.url.href,
      for_kind: source.authority.kind,
      for_code: source.authority.code,
      sha256,
      etag,
      last_modified,
      submission_id,
      at: at.toISOString()
    });
    return { count: 1, says: `submission ${submission_id}`, counts: { files: 1 } };
  } finally {
    await rm(fetched.path, { force: true });
  }
}

/** What is known of another address, or was taken in for somebody else, says nothing of this one. */
const isStillOf = ({ url, for_kind, for_code }: Pulled, source: Source): boolean =>
  url === source.url.href && for_kind === source.authority.kind && for_code === source.authority.code;
