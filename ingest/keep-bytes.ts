/** Keeps a submitted file for ever, under the SHA-256 of its bytes. */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { chunkBytes } from './byte-chunks.ts';

export interface Kept {
  /** Lower-case hexadecimal. */
  sha256: string;
  bytes: number;
  path: string;
}

/**
 * Streams bytes to `<keptFolder>/tmp`, hashing on the way, then renames to `<keptFolder>/<sha[0..2]>/<sha>`.
 * Safe to repeat: the same bytes land on the same path. When it returns, file and folder are on disk.
 */
export async function keepBytes(
  source: AsyncIterable<Uint8Array> | Readable | string,
  keptFolder: string
): Promise<Kept> {
  const waiting = join(keptFolder, 'tmp');
  await mkdir(waiting, { recursive: true });
  const draft = join(waiting, randomUUID());
  try {
    const { sha256, bytes } = await writeThrough(source, draft);
    const shelf = join(keptFolder, sha256.slice(0, 2));
    const path = join(shelf, sha256);
    await mkdir(shelf, { recursive: true });
    // A file of another size at that path can only be the remains of a broken disk: the whole one replaces it.
    const there = await stat(path).catch(() => undefined);
    if (there?.size !== bytes) {
      await rename(draft, path);
      await syncFolder(shelf);
      await syncFolder(keptFolder);
    }
    return { sha256, bytes, path };
  } finally {
    await rm(draft, { force: true });
  }
}

async function writeThrough(source: AsyncIterable<Uint8Array> | Readable | string, draft: string) {
  const chunks: AsyncIterable<unknown> =
    typeof source === 'string' ? createReadStream(source, { highWaterMark: chunkBytes }) : source;
  const hash = createHash('sha256');
  const file = await open(draft, 'wx');
  let bytes = 0;
  try {
    for await (const chunk of chunks) {
      const part = chunk instanceof Uint8Array ? chunk : Buffer.from(String(chunk));
      const written = file.writeFile(part);
      // Hashed while it is written.
      hash.update(part);
      await written;
      bytes += part.length;
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: hash.digest('hex'), bytes };
}

/** A rename survives a power cut only once its folder is on disk. */
async function syncFolder(folder: string) {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
