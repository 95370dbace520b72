/**
 * Compound files ([MS-CFB]): what the workbooks of the time before 2007 are, and every workbook that is encrypted. Read
 * by its directory and its chains of sectors, each followed no further than the file is long.
 */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { Rejection } from './rejection.ts';

const headerBytes = 512;
const entryBytes = 128;
/** Marks of the sector table from here on are no sectors: end of chain, free, part of the table itself. */
const firstMark = 0xfffffffa;
/** Streams shorter than this lie in the small sectors of the root's stream. */
const smallBytes = 4096;
const smallSector = 64;

interface Stream {
  name: string;
  first: number;
  bytes: number;
}

export class CompoundFile {
  private readonly fd: number;
  private readonly size: number;
  private readonly sectorBytes: number;
  private readonly table: number[] = [];
  private readonly streams: Stream[] = [];
  private readonly firstSmall: number;

  /** Throws `broken_archive` where header, sector table or directory are not whole. */
  constructor(path: string) {
    this.fd = openSync(path, 'r');
    this.size = fstatSync(this.fd).size;
    try {
      const header = this.bytes(0, headerBytes);
      this.sectorBytes = 1 << header.readUInt16LE(30);
      if (this.sectorBytes !== 512 && this.sectorBytes !== 4096) throw broken();
      this.firstSmall = header.readUInt32LE(60);
      this.readTable(header);
      this.readDirectory(header.readUInt32LE(48));
    } catch (error) {
      this.close();
      throw error instanceof Rejection ? error : broken();
    }
  }

  close(): void {
    closeSync(this.fd);
  }

  get names(): string[] {
    return this.streams.map((stream) => stream.name);
  }

  /** The first bytes of a stream, fewer where it is shorter or its chain breaks off. */
  beginning(name: string, bytes: number): Buffer {
    const stream = this.streams.find((one) => one.name === name);
    if (!stream) return Buffer.alloc(0);
    const wanted = Math.min(bytes, stream.bytes);
    if (stream.bytes >= smallBytes) return this.chain(stream.first, wanted);
    const root = this.streams[0];
    const small = this.chain(this.firstSmall, this.size);
    const content = root ? this.chain(root.first, root.bytes) : Buffer.alloc(0);
    const parts: Buffer[] = [];
    let at = stream.first;
    for (let read = 0; read < wanted && at * 4 + 4 <= small.length; read += smallSector) {
      parts.push(content.subarray(at * smallSector, (at + 1) * smallSector));
      at = small.readUInt32LE(at * 4);
    }
    return Buffer.concat(parts).subarray(0, wanted);
  }

  /** Sectors of the table are listed in the header, and beyond 109 in sectors of their own. */
  private readTable(header: Buffer): void {
    const listed = Array.from({ length: 109 }, (_, i) => header.readUInt32LE(76 + i * 4));
    const most = this.size / this.sectorBytes;
    for (let next = header.readUInt32LE(68), n = 0; next < firstMark && n < most; n++) {
      const more = this.sector(next);
      for (let i = 0; i + 4 < more.length; i += 4) listed.push(more.readUInt32LE(i));
      next = more.readUInt32LE(more.length - 4);
    }
    for (const sector of listed.filter((one) => one < firstMark).slice(0, most)) {
      const part = this.sector(sector);
      for (let i = 0; i < part.length; i += 4) this.table.push(part.readUInt32LE(i));
    }
  }

  private readDirectory(first: number): void {
    const directory = this.chain(first, this.size);
    for (let at = 0; at + entryBytes <= directory.length; at += entryBytes) {
      const length = directory.readUInt16LE(at + 64);
      if (directory[at + 66] === 0 || length < 2 || length > 64) continue;
      this.streams.push({
        name: directory.toString('utf16le', at, at + length - 2),
        first: directory.readUInt32LE(at + 116),
        bytes: directory.readUInt32LE(at + 120)
      });
    }
  }

  private chain(first: number, bytes: number): Buffer {
    const parts: Buffer[] = [];
    const most = Math.min(Math.ceil(bytes / this.sectorBytes), this.table.length);
    for (let at = first; at < firstMark && parts.length < most; at = this.table[at] ?? firstMark)
      parts.push(this.sector(at));
    return Buffer.concat(parts).subarray(0, bytes);
  }

  private sector(n: number): Buffer {
    return this.bytes((n + 1) * this.sectorBytes, this.sectorBytes);
  }

  private bytes(at: number, length: number): Buffer {
    const buffer = Buffer.alloc(length);
    if (readSync(this.fd, buffer, 0, length, at) < length) throw broken();
    return buffer;
  }
}

const broken = () => new Rejection('broken_archive', { detail: 'OLE' });
