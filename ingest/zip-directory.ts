/** The central directory of a ZIP archive: what it says it holds, before anything is unpacked. */
import { inflateRawSync } from 'node:zlib';
import type { Limits } from './limits.ts';
import { Rejection } from './rejection.ts';

export interface ZipEntry {
  name: string;
  packed: number;
  expanded: number;
  encrypted: boolean;
  method: number;
  /** CRC-32 of the unpacked bytes, as the archive says. */
  crc: number;
  /** Byte at which its local header begins. */
  at: number;
}

const endSignature = 0x06054b50;
const end64Locator = 0x07064b50;
const entrySignature = 0x02014b50;
const sentinel = 0xffffffff;

/** Throws `broken_archive` where there is no whole directory. */
export function zipDirectory(data: Buffer): ZipEntry[] {
  try {
    return readDirectory(data);
  } catch (error) {
    if (error instanceof Rejection) throw error;
    // A read beyond the buffer: the archive was cut off.
    throw new Rejection('broken_archive', { detail: 'ZIP directory' });
  }
}

function readDirectory(data: Buffer): ZipEntry[] {
  let end = -1;
  for (let at = data.length - 22; at >= Math.max(0, data.length - 65557) && end === -1; at--) {
    if (data.readUInt32LE(at) === endSignature) end = at;
  }
  if (end === -1) throw new Rejection('broken_archive', { detail: 'ZIP directory' });
  let count = data.readUInt16LE(end + 10);
  let at = data.readUInt32LE(end + 16);
  if ((count === 0xffff || at === sentinel) && end >= 20 && data.readUInt32LE(end - 20) === end64Locator) {
    const record = Number(data.readBigUInt64LE(end - 12));
    count = Number(data.readBigUInt64LE(record + 32));
    at = Number(data.readBigUInt64LE(record + 48));
  }
  const entries: ZipEntry[] = [];
  for (let n = 0; n < count; n++) {
    if (data.readUInt32LE(at) !== entrySignature)
      throw new Rejection('broken_archive', { detail: 'ZIP directory' });
    const nameLength = data.readUInt16LE(at + 28);
    const extraLength = data.readUInt16LE(at + 30);
    const extra = data.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
    const [expanded, packed, header] = wideSizes(extra, [
      data.readUInt32LE(at + 24),
      data.readUInt32LE(at + 20),
      data.readUInt32LE(at + 42)
    ]);
    entries.push({
      name: data.toString('utf8', at + 46, at + 46 + nameLength),
      packed,
      expanded,
      encrypted: (data.readUInt16LE(at + 8) & 1) === 1,
      method: data.readUInt16LE(at + 10),
      crc: data.readUInt32LE(at + 16),
      at: header
    });
    at += 46 + nameLength + extraLength + data.readUInt16LE(at + 32);
  }
  return entries;
}

/** ZIP64 puts those of the three that do not fit 32 bits into an extra field, in this order. */
function wideSizes(extra: Buffer, sizes: [number, number, number]): [number, number, number] {
  if (!sizes.includes(sentinel)) return sizes;
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    let from = at + 4;
    const take = (size: number) => {
      if (size !== sentinel) return size;
      from += 8;
      return Number(extra.readBigUInt64LE(from - 8));
    };
    return [take(sizes[0]), take(sizes[1]), take(sizes[2])];
  }
  return sizes;
}

/** Refuses an archive that says, or hides, that it would unpack to more than a workbook can sensibly hold. */
export function checkExpansion(entries: readonly ZipEntry[], size: number, limits: Limits): void {
  if (entries.some((entry) => entry.encrypted)) throw new Rejection('password_protected');
  if (entries.some((entry) => entry.expanded === 0 && entry.packed > 16)) {
    throw new Rejection('broken_archive', { detail: 'ZIP sizes' });
  }
  const expanded = entries.reduce((sum, entry) => sum + entry.expanded, 0);
  const ratio = expanded / Math.max(1, size);
  if (expanded > limits.expanded_bytes || (expanded > limits.ratio_from_bytes && ratio > limits.ratio)) {
    const mb = (bytes: number) => Math.round(bytes / 2 ** 20);
    throw new Rejection('zip_bomb', { expanded_mb: mb(expanded), limit_mb: mb(limits.expanded_bytes) });
  }
}

/** Unpacks one small entry, at most as many bytes as it says; undefined if there is none of that name. */
export function unzipText(data: Buffer, entries: readonly ZipEntry[], name: string): string | undefined {
  const entry = entries.find((one) => one.name === name);
  if (!entry) return undefined;
  try {
    const from = entry.at + 30 + data.readUInt16LE(entry.at + 26) + data.readUInt16LE(entry.at + 28);
    const packed = data.subarray(from, from + entry.packed);
    const bytes =
      entry.method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: entry.expanded + 1 });
    return new TextDecoder().decode(bytes);
  } catch {
    throw new Rejection('broken_archive', { detail: name });
  }
}
