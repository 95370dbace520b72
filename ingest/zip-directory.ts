/** The central directory of a ZIP archive: what it says it holds, before anything is unpacked. */
import { isUtf8 } from 'node:buffer';
import { crc32, inflateRawSync } from 'node:zlib';
import { Rejection } from './rejection.ts';
import { distrust } from './distrust.ts';

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
  /** Byte at which its entry in the directory begins. */
  listed_at: number;
  /** Its sizes follow its bytes instead of preceding them. */
  sizes_follow: boolean;
}

const endSignature = 0x06054b50;
const end64Signature = 0x06064b50;
const end64Locator = 0x07064b50;
const entrySignature = 0x02014b50;
const sentinel = 0xffffffff;

const largestPiece = 4 * 2 ** 20;

/** The largest workbooks have some hundred parts. */
const mostEntries = 10_000;

/** Throws `broken_archive` where there is no whole directory, `unsafe_archive` where it lists too much. */
export function zipDirectory(data: Buffer): ZipEntry[] {
  try {
    return readDirectory(data);
  } catch (error) {
    if (error instanceof Rejection) throw error;
    // A read beyond the buffer: the archive was cut off.
    throw noDirectory();
  }
}

function readDirectory(data: Buffer): ZipEntry[] {
  const { count, at: start, end } = endOfDirectory(data);
  if (count > mostEntries) throw distrust('entries', { count, most: mostEntries });
  const entries: ZipEntry[] = [];
  let at = start;
  for (let n = 0; n < count; n++) {
    if (data.readUInt32LE(at) !== entrySignature) throw noDirectory();
    const nameLength = data.readUInt16LE(at + 28);
    const extraLength = data.readUInt16LE(at + 30);
    const nameBytes = data.subarray(at + 46, at + 46 + nameLength);
    const extra = data.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
    const [expanded, packed, header] = wideSizes(extra, [
      data.readUInt32LE(at + 24),
      data.readUInt32LE(at + 20),
      data.readUInt32LE(at + 42)
    ]);
    const flags = data.readUInt16LE(at + 8);
    entries.push({
      name: nameOf(nameBytes),
      packed,
      expanded,
      encrypted: (flags & 1) === 1,
      method: data.readUInt16LE(at + 10),
      crc: data.readUInt32LE(at + 16),
      at: header,
      listed_at: at,
      sizes_follow: (flags & 8) === 8
    });
    at += 46 + nameLength + extraLength + data.readUInt16LE(at + 32);
  }
  if (at > end) throw noDirectory();
  return entries;
}

/** `end`: first byte behind the directory. */
function endOfDirectory(data: Buffer): { count: number; at: number; end: number } {
  let end = -1;
  for (let at = data.length - 22; at >= Math.max(0, data.length - 65557) && end === -1; at--) {
    if (data.readUInt32LE(at) === endSignature) end = at;
  }
  if (end === -1) throw noDirectory();
  const count = data.readUInt16LE(end + 10);
  const size = data.readUInt32LE(end + 12);
  const at = data.readUInt32LE(end + 16);
  // The row reader goes by the same rule: two readers must not see two directories.
  if (count !== 0xffff && size !== sentinel && at !== sentinel) return { count, at, end };
  if (data.readUInt32LE(end - 20) !== end64Locator) throw noDirectory();
  const record = Number(data.readBigUInt64LE(end - 12));
  if (data.readUInt32LE(record) !== end64Signature) throw noDirectory();
  return {
    count: Number(data.readBigUInt64LE(record + 32)),
    at: Number(data.readBigUInt64LE(record + 48)),
    end: record
  };
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
  throw noDirectory();
}

/** Archives made by older programs on Chinese systems have names in GB18030. */
function nameOf(bytes: Buffer): string {
  return new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'gb18030').decode(bytes);
}

const noDirectory = () => new Rejection('broken_archive', { detail: 'ZIP directory' });

/** Unpacks one small entry, at most as many bytes as it says; undefined if there is none of that name. */
export function unzipText(data: Buffer, entries: readonly ZipEntry[], name: string): string | undefined {
  const entry = entries.find((one) => one.name === name);
  return entry && new TextDecoder().decode(unzip(data, entry));
}

/** The bytes of an entry. Throws `unsafe_archive` where they are more than it says, `broken_archive` where they are others. */
export function unzip(data: Buffer, entry: ZipEntry): Buffer {
  const bytes = unpacked(packedBytes(data, entry), entry);
  if (bytes.length > entry.expanded) throw distrust('sizes', { name: entry.name });
  if (bytes.length < entry.expanded || crc32(bytes) !== entry.crc)
    throw new Rejection('broken_archive', { detail: entry.name });
  return bytes;
}

function unpacked(packed: Buffer, { name, method, expanded }: ZipEntry): Buffer {
  if (method === 0) return packed;
  if (method !== 8) throw new Rejection('broken_archive', { detail: `${name}, ${method}` });
  try {
    // Pieces of the size of the whole need not be put together.
    const chunkSize = Math.min(Math.max(expanded, 64), largestPiece);
    return inflateRawSync(packed, { maxOutputLength: expanded + 1, chunkSize });
  } catch (error) {
    if (error instanceof RangeError) throw distrust('sizes', { name });
    throw new Rejection('broken_archive', { detail: name });
  }
}

/** The bytes of an entry as they stand in the archive. */
export function packedBytes(data: Buffer, { at, packed }: ZipEntry): Buffer {
  const from = at + 30 + data.readUInt16LE(at + 26) + data.readUInt16LE(at + 28);
  return data.subarray(from, from + packed);
}
