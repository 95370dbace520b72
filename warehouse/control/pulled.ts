/** What was taken in from each source, so that the same is not taken in twice. */
import type { Authority } from '../publish.ts';
import type { ControlStore } from './store.ts';

export interface Pulled {
  source: string;
  /** Counts the files of a source from 1. */
  n: number;
  url: string;
  for_kind: Authority['kind'];
  for_code: string;
  /** Of the bytes, lower-case hexadecimal. */
  sha256: string;
  /** As the server named this state of the file, to ask for another only. */
  etag: string | null;
  last_modified: string | null;
  submission_id: number;
  at: string;
}

export const lastPulled = (control: ControlStore, source: string): Pulled | undefined =>
  control.one<Pulled>('select * from pulled where source = $source order by n desc limit 1', { source });

export const notePulled = (control: ControlStore, pulled: Pulled): void =>
  void control.run(
    `insert into pulled (source, n, url, for_kind, for_code, sha256, etag, last_modified, submission_id, at)
     values ($source, $n, $url, $for_kind, $for_code, $sha256, $etag, $last_modified, $submission_id, $at)`,
    { ...pulled }
  );

/** The server names the same bytes otherwise now. */
export const renamePulled = (
  control: ControlStore,
  { source, n, etag, last_modified }: Pick<Pulled, 'source' | 'n' | 'etag' | 'last_modified'>
): void =>
  void control.quietly(() =>
    control.run(
      'update pulled set etag = $etag, last_modified = $last_modified where source = $source and n = $n',
      { source, n, etag, last_modified }
    )
  );
