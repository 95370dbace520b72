/** Takes in a file: its bytes are kept, and from then on nothing of it is lost. */
import { dayOf } from '#warehouse/calendar.ts';
import type { ControlStore } from '#warehouse/control/store.ts';
import type { Authority } from '#warehouse/publish.ts';
import type { Warehouse } from '#warehouse/warehouse.ts';
import { keepBytes } from './keep-bytes.ts';

export type Channel = 'inbox' | 'upload' | 'api' | 'import';

export interface Arrival {
  file_name: string;
  bytes: AsyncIterable<Uint8Array> | string;
  channel: Channel;
  authority: Authority;
  at: Date;
  /** Names this arrival, so that it is taken in once even when the process dies in between. */
  source?: string;
}

/** Resolves to the submission's number. The same bytes from the same submitter are a `duplicate` and change nothing. */
export async function receive(warehouse: Warehouse, arrival: Arrival): Promise<number> {
  const { control, folders } = warehouse;
  const kept = await keepBytes(arrival.bytes, folders.kept);
  return control.transaction(() => {
    const known = arrival.source && submissionOf(control, arrival.source);
    if (known) return known;
    const same = sameBytes(control, kept.sha256, arrival.authority);
    return control.run(
      `insert into submission (sha256, bytes, file_name, channel, authority_kind, authority_code,
         received_at, received_day, state, same_as, source)
       values ($sha256, $bytes, $file_name, $channel, $kind, $code, $at, $day, $state, $same, $source)`,
      {
        sha256: kept.sha256,
        bytes: kept.bytes,
        file_name: baseName(arrival.file_name),
        channel: arrival.channel,
        kind: arrival.authority.kind,
        code: arrival.authority.code,
        at: arrival.at.toISOString(),
        day: dayOf(arrival.at),
        state: same === undefined ? 'received' : 'duplicate',
        same: same ?? null,
        source: arrival.source ?? null
      }
    ).id;
  });
}

const submissionOf = (control: ControlStore, source: string) =>
  control.one<{ id: number }>('select id from submission where source = $source', { source })?.id;

/** A file that was returned may be read now: by another mapping profile, or another version of this program. */
const sameBytes = (control: ControlStore, sha256: string, { kind, code }: Authority) =>
  control.one<{ id: number }>(
    `select min(id) as id from submission
     where sha256 = $sha256 and authority_kind = $kind and authority_code = $code
       and state not in ('duplicate', 'withdrawn', 'returned') and id not in (select submission_id from withdrawal)
     having min(id) is not null`,
    { sha256, kind, code }
  )?.id;

/** The name without path parts or control characters, at most 200 characters. */
function baseName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  return last.replace(/[\u0000-\u001f\u007f]/g, '').slice(0, 200) || 'unnamed';
}
