/**
 * Takes a file out of the inbox: renamed at once into a folder of its own, whose name says whose it is, it can no
 * longer be changed or taken twice; what a crash leaves there is taken in at the next start.
 */
import { randomUUID } from 'node:crypto';
import { copyFile, mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Authority } from '#warehouse/publish.ts';
import type { InboxFile } from './inbox.ts';

export interface Claimed {
  path: string;
  folder: string;
  file_name: string;
  authority: Authority;
  /** Names this arrival for ever. */
  source: string;
}

export const incomingOf = (kept: string) => join(kept, 'incoming');

/** Longest name that file systems take, in bytes, and some room. */
const NAME_BYTES = 240;

/** Resolves to undefined when the file has gone meanwhile. */
export async function claim(
  { path, file_name, authority }: InboxFile,
  incoming: string
): Promise<Claimed | undefined> {
  const source = [randomUUID(), authority.kind, authority.code].join('~');
  const folder = join(incoming, source);
  const name = shortened(file_name);
  await mkdir(folder, { recursive: true });
  try {
    await moveTo(path, join(folder, name));
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
  return { path: join(folder, name), folder, file_name: name, authority, source };
}

/** What has been claimed and not yet released. */
export async function claimed(incoming: string): Promise<Claimed[]> {
  await mkdir(incoming, { recursive: true });
  const found: Claimed[] = [];
  for (const source of (await readdir(incoming)).sort()) {
    const folder = join(incoming, source);
    const names = (await readdir(folder)).filter((name) => name !== HALF);
    const [, kind, code = ''] = source.split('~');
    if (kind !== 'city' && kind !== 'department' && kind !== 'institution') continue;
    const [file_name] = names;
    if (file_name === undefined) await rm(folder, { recursive: true });
    else found.push({ path: join(folder, file_name), folder, file_name, authority: { kind, code }, source });
  }
  return found;
}

/** The bytes are kept elsewhere: the claimed file goes. */
export async function release({ path, folder }: Claimed): Promise<void> {
  await rm(path, { force: true });
  await rmdir(folder);
}

/** Hidden, so no file of the inbox is called so. */
const HALF = '.half';

/** The inbox may be a share on another file system: then the file is copied whole before it leaves the inbox. */
async function moveTo(from: Buffer, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (!isCode(error, 'EXDEV')) throw error;
    const half = join(dirname(to), HALF);
    await copyFile(from, half);
    await rename(half, to);
    await rm(from);
  }
}

const isCode = (error: unknown, code: string) =>
  error instanceof Error && 'code' in error && error.code === code;

/** The end of a name says what kind of file it is, so the middle goes. */
export function shortened(name: string): string {
  if (Buffer.byteLength(name) <= NAME_BYTES) return name;
  const characters = [...name];
  const end = characters.slice(-16).join('');
  let start = '';
  for (const each of characters) {
    if (Buffer.byteLength(start + each + end) > NAME_BYTES) break;
    start += each;
  }
  return start + end;
}
