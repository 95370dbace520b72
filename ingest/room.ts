/** What reading one file may use up, its members together: a few bytes can stand for more than any disk holds. */
import type { Limits } from './limits.ts';
import { Rejection } from './rejection.ts';

export interface Room {
  /** Bytes of records that may still be written. */
  records: number;
  /** Bytes that archives may still unpack to. */
  unpacked: number;
}

/** Texts that cells share, and cells that stand for many, are written once for each: so many bytes for one of the file. */
const written = 64;
/** An archive of workbooks unpacks itself and each of them. */
const archives = 4;

export const roomFor = (bytes: number, limits: Limits): Room => ({
  records: limits.records_bytes + written * bytes,
  unpacked: archives * limits.expanded_bytes
});

/** Throws `too_large` or `zip_bomb` where no room is left. */
export function use(room: Room | undefined, what: keyof Room, bytes: number): void {
  if (!room) return;
  room[what] -= bytes;
  if (room[what] >= 0) return;
  const left = mb(room[what] + bytes);
  if (what === 'records') throw new Rejection('too_large', { detail: `> ${left} MiB` });
  throw new Rejection('zip_bomb', { expanded_mb: mb(bytes), limit_mb: left });
}

const mb = (bytes: number) => Math.max(0, Math.ceil(bytes / 2 ** 20));
