/** Takes in a file: its bytes are kept, and from then on nothing of it is lost. */
import { dayOf } from '#warehouse/calendar.ts';
import type { ControlStore } from '#warehouse/control/store.ts';
import type { Authority } from '#warehouse/publish.ts';
import type { Warehouse } from '#warehouse/warehouse.ts';
import { isContradicted } from '#warehouse/record-keys.ts';
import { keepBytes, type Kept as KeptBytes } from './keep-bytes.ts';
import { safeFileName } from './file-name.ts';
import { reportOf } from './reports/index.ts';

/** `ledger`: declared on the ledger's page. */
export type Channel = 'inbox' | 'upload' | 'ledger' | 'api' | 'pull' | 'import';

export interface Arrival {
  file_name: string;
  bytes: AsyncIterable<Uint8Array> | string;
  channel: Channel;
  authority: Authority;
  at: Date;
  /** Names this arrival, so that it is taken in once even when the process dies in between. */
  source?: string;
}

/**
 * Resolves to the submission's number. The same bytes from the same submitter are a `duplicate` and change nothing,
 * unless a later file of his says, or may say once it is judged, something else of a record of theirs.
 */
export async function receive(warehouse: Warehouse, arrival: Arrival): Promise<number> {
  const { control, folders } = warehouse;
  const kept = await keepBytes(arrival.bytes, folders.kept);
  while (true) {
    const same = sameBytes(control, kept.sha256, arrival.authority);
    const saysNothing = same !== undefined && !(await isOutdated(warehouse, same, arrival.authority));
    const id = control.transaction(() => {
      const known = arrival.source && submissionOf(control, arrival.source);
      if (known) return known;
      // They came another time while the warehouse was asked.
      if (sameBytes(control, kept.sha256, arrival.authority) !== same) return undefined;
      return note(control, {
        ...arrival,
        ...kept,
        file_name: safeFileName(arrival.file_name),
        source: arrival.source ?? null,
        same_as: saysNothing ? same : null,
        rerun_of: null
      });
    });
    if (id !== undefined) return id;
  }
}

/**
 * The kept bytes of a submission once more, as a submission of its own: the verdicts of the old one stay (ruling 4).
 * Undefined where there is nothing to be read again: it is not settled yet, or a duplicate.
 */
export function receiveAgain(control: ControlStore, id: number, at: Date): number | undefined {
  return control.transaction(() => {
    const first = control.one<
      Kept & Pick<Noted, 'file_name'> & { kind: Authority['kind']; code: string; origin: number }
    >(
      `select sha256, bytes, file_name, authority_kind as kind, authority_code as code, coalesce(rerun_of, id) as origin
       from submission where id = $id and state in ('returned', 'published', 'withdrawn')`,
      { id }
    );
    if (!first) return undefined;
    const { kind, code, origin, ...file } = first;
    const authority: Authority = { kind, code };
    return note(control, {
      ...file,
      authority,
      channel: 'rerun',
      at,
      source: null,
      same_as: null,
      rerun_of: origin
    });
  });
}

type Kept = Pick<KeptBytes, 'sha256' | 'bytes'>;

interface Noted extends Kept, Pick<Arrival, 'file_name' | 'authority' | 'at'> {
  channel: Channel | 'rerun';
  source: string | null;
  same_as: number | null;
  rerun_of: number | null;
}

const note = (control: ControlStore, { sha256, bytes, file_name, channel, authority, at, ...of }: Noted) =>
  control.run(
    `insert into submission (sha256, bytes, file_name, channel, authority_kind, authority_code,
       received_at, received_day, state, same_as, rerun_of, source)
     values ($sha256, $bytes, $file_name, $channel, $kind, $code, $at, $day, $state, $same_as, $rerun_of, $source)`,
    {
      sha256,
      bytes,
      file_name,
      channel,
      kind: authority.kind,
      code: authority.code,
      at: at.toISOString(),
      day: dayOf(at),
      state: of.same_as === null ? 'received' : 'duplicate',
      same_as: of.same_as,
      rerun_of: of.rerun_of,
      source: of.source
    }
  ).id;

const submissionOf = (control: ControlStore, source: string) =>
  control.one<{ id: number }>('select id from submission where source = $source', { source })?.id;

/** The last time they were taken in. A file that was returned may be read now: by another mapping, or another version of this program. */
const sameBytes = (control: ControlStore, sha256: string, { kind, code }: Authority) =>
  control.one<{ id: number | null }>(
    `select max(id) as id from submission
     where sha256 = $sha256 and authority_kind = $kind and authority_code = $code
       and state not in ('duplicate', 'withdrawn', 'returned') and id not in (select submission_id from withdrawal)`,
    { sha256, kind, code }
  )?.id ?? undefined;

/** Whether what the submitter handed in later says something else of one of its records, or is not judged yet. */
async function isOutdated(
  { control, engine, city }: Warehouse,
  id: number,
  { kind, code }: Authority
): Promise<boolean> {
  const later = control.all<{ id: number; state: string; report: string | null }>(
    `select s.id, s.state, t.report from submission s left join sheet t on t.submission_id = s.id
     where s.id > $id and s.authority_kind = $kind and s.authority_code = $code
       and s.state in ('received', 'validated', 'published') and s.id not in (select submission_id from withdrawal)
       and (t.report is null or t.report in (select report from sheet where submission_id = $id))`,
    { id, kind, code }
  );
  if (later.some(({ state }) => state !== 'published')) return true;
  for (const [report, files] of Map.groupBy(later, (file) => file.report ?? '')) {
    const ids = files.map((file) => file.id);
    if (await isContradicted(engine, reportOf(report), id, ids, city)) return true;
  }
  return false;
}
