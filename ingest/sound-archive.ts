/**
 * Whether an archive may be opened: that it says how much it holds, that this is not too much, and that every reader
 * sees the same in it. Nothing is unpacked to find out.
 */
import { distrust } from './distrust.ts';
import type { Limits } from './limits.ts';
import { Rejection } from './rejection.ts';
import type { ZipEntry } from './zip-directory.ts';

const headerSignature = 0x04034b50;
const sizesSignature = 0x08074b50;
/** Bytes of a name. */
const longestName = 1024;

/** Throws `password_protected`, `zip_bomb`, `unsafe_archive` or `broken_archive`. */
export function checkArchive(data: Buffer, entries: readonly ZipEntry[], limits: Limits): void {
  if (entries.some((entry) => entry.encrypted)) throw new Rejection('password_protected');
  checkExpansion(entries, data.length, limits);
  checkNames(entries);
  checkPlaces(data, entries);
}

/** Refuses an archive that says that it would unpack to more than a workbook can sensibly hold. */
export function checkExpansion(entries: readonly ZipEntry[], size: number, limits: Limits): void {
  const expanded = entries.reduce((sum, entry) => sum + entry.expanded, 0);
  const ratio = expanded / Math.max(1, size);
  if (expanded > limits.expanded_bytes || (expanded > limits.ratio_from_bytes && ratio > limits.ratio)) {
    const mb = (bytes: number) => Math.round(bytes / 2 ** 20);
    throw new Rejection('zip_bomb', { expanded_mb: mb(expanded), limit_mb: mb(limits.expanded_bytes) });
  }
}

/** Names of parts are equal whatever their case (ECMA-376 part 2); no name leads anywhere but into the archive. */
function checkNames(entries: readonly ZipEntry[]): void {
  const seen = new Set<string>();
  for (const { name } of entries) {
    const path = name.replaceAll('\\', '/');
    const leadsOut = /^\/|^[a-z]:|(?:^|\/)\.\.(?:\/|$)/i.test(path) || Buffer.byteLength(name) > longestName;
    if (leadsOut || /[\u0000-\u001f\u007f]/.test(name)) throw distrust('name', { name });
    const same = path.toLowerCase();
    if (seen.has(same)) throw distrust('twice', { name });
    seen.add(same);
  }
}

/** Each part lies where the directory says, under the same name, and apart from all others. */
function checkPlaces(data: Buffer, entries: readonly ZipEntry[]): void {
  let free = 0;
  const directory = Math.min(...entries.map((entry) => entry.listed_at), data.length);
  for (const entry of [...entries].sort((a, b) => a.at - b.at)) {
    const { name, at, listed_at } = entry;
    if (at + 30 > directory || data.readUInt32LE(at) !== headerSignature)
      throw new Rejection('broken_archive', { detail: name });
    if (at < free) throw distrust('overlap', { name });
    const nameLength = data.readUInt16LE(at + 26);
    const from = at + 30 + nameLength + data.readUInt16LE(at + 28);
    free = from + entry.packed;
    if (free > directory) throw new Rejection('broken_archive', { detail: name });
    const listed = data.subarray(listed_at + 46, listed_at + 46 + data.readUInt16LE(listed_at + 28));
    if (!listed.equals(data.subarray(at + 30, at + 30 + nameLength))) throw distrust('header', { name });
    if (!name.endsWith('/') && hidesSize(data, entry, from)) throw distrust('sizes', { name });
  }
}

/** Where the directory names no sizes, readers go by the local header, or search for the end of the part. */
function hidesSize(data: Buffer, entry: ZipEntry, from: number): boolean {
  const { at, method, packed, expanded, sizes_follow } = entry;
  if (method === 0 && packed !== expanded) return true;
  // What packs nothing takes two bytes, or five.
  if (expanded === 0 && packed > 16) return true;
  if (packed > 0) return false;
  if (expanded > 0 || data.readUInt32LE(at + 18) > 0 || data.readUInt32LE(at + 22) > 0) return true;
  return sizes_follow && !(data.readUInt32LE(from) === sizesSignature && data.readUInt32LE(from + 8) === 0);
}
