/** A ZIP archive in which parts are replaced and added while all others keep their packed bytes. */
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import { zipDirectory } from '../zip-directory.ts';

interface Part {
  packed: Buffer;
  crc: number;
  expanded: number;
  method: number;
}

/** Every date of ours in an archive: the first day it can hold, so that equal content gives equal bytes. */
const firstDay = 0x21;
const utf8Names = 0x0800;
/** Packed quickly from here on; seconds count more than bytes. */
const largePart = 8 * 2 ** 20;
/** Bytes of a part that may be taken apart as text. */
const mostText = 300 * 2 ** 20;

export class ZipPackage {
  /** Text is packed when the archive is written: until then it may be changed again. */
  private readonly parts = new Map<string, Part | string>();

  /** @throws Rejection `broken_archive`; RangeError for an archive that can only be read, not written again as it is. */
  static open(data: Buffer): ZipPackage {
    const opened = new ZipPackage();
    const entries = zipDirectory(data);
    if (entries.length >= 0xffff) throw new RangeError('Too many parts');
    for (const { name, at, packed, expanded, method, crc, encrypted } of entries) {
      if (encrypted || (method !== 0 && method !== 8)) throw new RangeError(`Packed in another way: ${name}`);
      if (opened.parts.has(name) || name.includes('\ufffd')) throw new RangeError(`No clear name: ${name}`);
      const from = at + 30 + data.readUInt16LE(at + 26) + data.readUInt16LE(at + 28);
      opened.parts.set(name, { packed: data.subarray(from, from + packed), crc, expanded, method });
    }
    return opened;
  }

  get names(): string[] {
    return [...this.parts.keys()];
  }

  has(name: string): boolean {
    return this.parts.has(name);
  }

  /** UTF-8 without its mark. @throws RangeError where there is none of that name, or it is not what the archive says. */
  text(name: string): string {
    const part = this.parts.get(name);
    if (part === undefined) throw new RangeError(`There is no ${name}`);
    if (typeof part === 'string') return part;
    if (part.expanded > mostText) throw new RangeError(`Too large to be edited: ${name}`);
    const bytes =
      part.method === 0 ? part.packed : inflateRawSync(part.packed, { maxOutputLength: part.expanded + 1 });
    if (bytes.length !== part.expanded || crc32(bytes) !== part.crc) throw new RangeError(`Damaged: ${name}`);
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  }

  /** Replaces a part in its place, or adds one behind the others. */
  put(name: string, content: string): void {
    this.parts.set(name, content);
  }

  /** The first of `name1.xml`, `name2.xml` … that is free. */
  freeName(before: string, after: string): string {
    const taken = new Set(this.names.map((name) => name.toLowerCase()));
    for (let n = 1; ; n++) {
      const name = `${before}${n}${after}`;
      if (!taken.has(name.toLowerCase())) return name;
    }
  }

  bytes(): Buffer {
    const bodies: Buffer[] = [];
    const directory: Buffer[] = [];
    let at = 0;
    for (const [name, content] of this.parts) {
      const part = typeof content === 'string' ? packed(content) : content;
      const head = headOf(name, part);
      const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), head, Buffer.from(name)]);
      const place = Buffer.alloc(14);
      place.writeUInt32LE(at, 10);
      directory.push(Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), head, place, Buffer.from(name));
      bodies.push(local, part.packed);
      at += local.length + part.packed.length;
    }
    const listed = Buffer.concat(directory);
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(this.parts.size, 8);
    end.writeUInt16LE(this.parts.size, 10);
    end.writeUInt32LE(listed.length, 12);
    end.writeUInt32LE(at, 16);
    return Buffer.concat([...bodies, listed, end]);
  }
}

function packed(content: string): Part {
  const bytes = Buffer.from(content);
  const level = bytes.length > largePart ? 1 : 6;
  return {
    packed: deflateRawSync(bytes, { level }),
    crc: crc32(bytes),
    expanded: bytes.length,
    method: 8
  };
}

/** What the local header and the directory both say of a part. */
function headOf(name: string, { packed, crc, expanded, method }: Part): Buffer {
  const head = Buffer.alloc(26);
  head.writeUInt16LE(20, 0);
  if (Buffer.byteLength(name) > name.length) head.writeUInt16LE(utf8Names, 2);
  head.writeUInt16LE(method, 4);
  head.writeUInt16LE(firstDay, 8);
  head.writeUInt32LE(crc, 10);
  head.writeUInt32LE(packed.length, 14);
  head.writeUInt32LE(expanded, 18);
  head.writeUInt16LE(Buffer.byteLength(name), 22);
  return head;
}
