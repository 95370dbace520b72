/** ZIP archives that say one thing and hold another. */
import { constants, crc32, deflateRawSync } from 'node:zlib';

export interface Part {
  name: string;
  /** Unpacked. */
  bytes?: Uint8Array;
  /** As it is to stand in the archive, instead of `bytes` deflated. */
  packed?: Uint8Array;
  method?: number;
  flags?: number;
  /** What the directory says of it instead of the truth. */
  says?: { expanded?: number; packed?: number; crc?: number };
  /** Its name in the local header. */
  local_name?: string;
  /** It has no bytes of its own: the directory leads to those of an earlier part, so many bytes behind its header. */
  same_as?: { part: number; behind?: number };
  /** Sizes stand behind the bytes; local header and directory hold zeros. */
  sizes_follow?: boolean;
}

interface End {
  /** Entries and offsets as ZIP64 writes them. */
  zip64?: boolean;
  /** How many entries the end of the archive tells of. */
  count?: number;
}

export function archiveOf(parts: readonly Part[], end: End = {}): Buffer {
  const bodies: Buffer[] = [];
  const places: number[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const part of parts) {
    const bytes = Buffer.from(part.bytes ?? []);
    const packed = Buffer.from(part.packed ?? (part.method === 0 ? bytes : deflateRawSync(bytes)));
    const told = {
      crc: part.says?.crc ?? crc32(bytes),
      packed: part.sizes_follow ? 0 : (part.says?.packed ?? packed.length),
      expanded: part.sizes_follow ? 0 : (part.says?.expanded ?? bytes.length)
    };
    if (part.same_as) places.push((places[part.same_as.part] ?? 0) + (part.same_as.behind ?? 0));
    else {
      places.push(at);
      const local = Buffer.concat([
        Buffer.from([0x50, 0x4b, 3, 4]),
        head(part, told, part.local_name),
        packed
      ]);
      const behind = part.sizes_follow ? sizes(crc32(bytes), packed.length, bytes.length) : Buffer.alloc(0);
      bodies.push(local, behind);
      at += local.length + behind.length;
    }
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(places.at(-1) ?? 0, 10);
    const listed = head(part, told);
    directory.push(Buffer.from([0x50, 0x4b, 1, 2, 45, 0]), listed.subarray(0, 26), rest, listed.subarray(26));
  }
  const listed = Buffer.concat(directory);
  return Buffer.concat([...bodies, listed, ...endOf(parts.length, listed.length, at, end)]);
}

function head(
  { name, method, flags, sizes_follow }: Part,
  told: { crc: number; packed: number; expanded: number },
  other?: string
) {
  const text = Buffer.from(other ?? name);
  const wide = told.expanded > 0xffffffff ? Buffer.alloc(12) : Buffer.alloc(0);
  if (wide.length > 0) {
    wide.writeUInt16LE(1, 0);
    wide.writeUInt16LE(8, 2);
    wide.writeBigUInt64LE(BigInt(told.expanded), 4);
  }
  const common = Buffer.alloc(26);
  common.writeUInt16LE(45, 0);
  common.writeUInt16LE((flags ?? 0) | (sizes_follow ? 8 : 0), 2);
  common.writeUInt16LE(method ?? 8, 4);
  common.writeUInt32LE(told.crc, 10);
  common.writeUInt32LE(told.packed, 14);
  common.writeUInt32LE(Math.min(told.expanded, 0xffffffff), 18);
  common.writeUInt16LE(text.length, 22);
  common.writeUInt16LE(wide.length, 24);
  return Buffer.concat([common, text, wide]);
}

function sizes(crc: number, packed: number, expanded: number): Buffer {
  const behind = Buffer.from([0x50, 0x4b, 7, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  behind.writeUInt32LE(crc, 4);
  behind.writeUInt32LE(packed, 8);
  behind.writeUInt32LE(expanded, 12);
  return behind;
}

function endOf(count: number, size: number, at: number, { zip64, count: told }: End): Buffer[] {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(zip64 ? 0xffff : (told ?? count), 8);
  end.writeUInt16LE(zip64 ? 0xffff : (told ?? count), 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(zip64 ? 0xffffffff : at, 16);
  if (!zip64) return [end];
  const record = Buffer.alloc(56);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeBigUInt64LE(44n, 4);
  record.writeBigUInt64LE(BigInt(told ?? count), 24);
  record.writeBigUInt64LE(BigInt(told ?? count), 32);
  record.writeBigUInt64LE(BigInt(size), 40);
  record.writeBigUInt64LE(BigInt(at), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(at + size), 8);
  locator.writeUInt32LE(1, 16);
  return [record, locator, end];
}

/** Deflated `text`, then so many times 16 MiB of `filler`, then `tail`: gigabytes from a few kilobytes, made at once. */
export function bomb(
  text: string,
  times: number,
  tail: string,
  filler = ' '
): { packed: Buffer; expanded: number } {
  const open = { finishFlush: constants.Z_FULL_FLUSH };
  const block = deflateRawSync(Buffer.alloc(16 << 20, filler), open);
  return {
    packed: Buffer.concat([
      deflateRawSync(Buffer.from(text), open),
      ...Array.from({ length: times }, () => block),
      deflateRawSync(Buffer.from(tail))
    ]),
    expanded: Buffer.byteLength(text) + times * (16 << 20) + Buffer.byteLength(tail)
  };
}
