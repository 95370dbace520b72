/** Reads a file in pieces, synchronously: everything here runs in a process of its own. */
import { closeSync, openSync, readSync } from 'node:fs';
import { bytesRead } from './reading-progress.ts';

export const chunkBytes = 4 << 20;

/**
 * Pieces of a file from byte `start` on, each cut after its last line feed; the last one is what remains.
 * A piece is valid until the next is asked for. A line longer than `longest` is cut between
 * two characters of UTF-8.
 */
export function* wholeLines(path: string, start = 0, longest = chunkBytes): Generator<Buffer> {
  const buffer = Buffer.allocUnsafe(chunkBytes + longest);
  let kept = 0;
  for (const size of readInto(path, buffer, start, () => kept)) {
    const end = kept + size;
    const cut = buffer.lastIndexOf(0x0a, end - 1) + 1;
    let stop = cut > 0 && cut <= end ? cut : 0;
    if (stop > 0) yield buffer.subarray(0, stop);
    if (end - stop > longest) {
      const short = characterEnd(buffer, end);
      yield buffer.subarray(stop, short);
      stop = short;
    }
    buffer.copyWithin(0, stop, end);
    kept = end - stop;
  }
  if (kept > 0) yield buffer.subarray(0, kept);
}

/** The last place up to `end` at which no character of UTF-8 is cut in two. */
export function characterEnd(buffer: Buffer, end: number): number {
  for (let back = 1; back <= 3; back++) {
    const byte = buffer[end - back] ?? 0;
    if (byte < 0x80) return end;
    if (byte < 0xc0) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return length > back ? end - back : end;
  }
  return end;
}

/** Pieces of a file, cut anywhere. A piece is valid until the next is asked for. */
export function* bytesOf(path: string, size = 1 << 20): Generator<Buffer> {
  const buffer = Buffer.allocUnsafe(size);
  for (const read of readInto(path, buffer, 0, () => 0, size)) yield buffer.subarray(0, read);
}

/** The first bytes of a file. */
export function firstBytes(path: string, size: number): Buffer {
  for (const bytes of bytesOf(path, size)) return Buffer.from(bytes);
  return Buffer.alloc(0);
}

function* readInto(
  path: string,
  buffer: Buffer,
  start: number,
  offset: () => number,
  size = chunkBytes
): Generator<number> {
  const fd = openSync(path, 'r');
  try {
    for (let at = start; ;) {
      const read = readSync(fd, buffer, offset(), size, at);
      if (read === 0) return;
      at += read;
      bytesRead.publish(at);
      yield read;
    }
  } finally {
    closeSync(fd);
  }
}
