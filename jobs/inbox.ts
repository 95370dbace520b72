/** What lies in the inbox: whose it is, and whether it has been written to its end. */
import { constants } from 'node:fs';
import { access, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Authority } from '#warehouse/publish.ts';
import { authorityOfFolder } from './authority-named.ts';
import type { Effects } from './effects.ts';

export interface InboxFile {
  /** Bytes, because the name of a file need not be UTF-8. */
  path: Buffer;
  file_name: string;
  authority: Authority;
}

export interface Inbox {
  files: InboxFile[];
  /** What is left where it is, and why: nothing is wrong with the service. */
  notes: string[];
  /** What should have been read and could not. */
  problems: string[];
}

/** What we lay into the inbox ourselves: how to use it, and in each folder one with acknowledgements. */
export const GUIDE = '使用说明.txt';
export const RECEIPTS = '回执';

/** Hidden, or laid there by us. */
export const isPassedOver = (name: string): boolean =>
  name.startsWith('.') || name === GUIDE || name === RECEIPTS;

/** Milliseconds that a file must not have changed for. An empty one has perhaps only been opened by its writer. */
export const SETTLED_AFTER = 2_000;
const EMPTY_SETTLED_AFTER = 60_000;

type Seen = InboxFile & { size: number; mtimeMs: number };

/** Looks twice, `SETTLED_AFTER` apart, where something lies there. */
export async function settledFiles(
  folder: string,
  departments: ReadonlySet<string>,
  { sleep, now }: Pick<Effects, 'sleep' | 'now'>
): Promise<Inbox> {
  const first = await look(folder, departments);
  if (first.seen.length === 0) return { ...first, files: [] };
  await sleep(SETTLED_AFTER);
  const second = await look(folder, departments);
  const before = new Map(first.seen.map((file) => [file.path.toString('latin1'), file]));
  const files = second.seen.filter(({ path, size, mtimeMs }) => {
    const was = before.get(path.toString('latin1'));
    if (was?.size !== size || was.mtimeMs !== mtimeMs) return false;
    return size > 0 || now().getTime() - mtimeMs >= EMPTY_SETTLED_AFTER;
  });
  return { files, notes: second.notes, problems: second.problems };
}

interface Look {
  seen: Seen[];
  notes: string[];
  problems: string[];
}

async function look(folder: string, departments: ReadonlySet<string>): Promise<Look> {
  const found: Look = { seen: [], notes: [], problems: [] };
  for (const entry of await entriesOf(Buffer.from(folder))) {
    if (!entry.isDirectory) {
      await see(found, entry, { kind: 'city', code: '' });
      continue;
    }
    const authority = authorityOfFolder(entry.name, departments);
    if (!authority) {
      found.notes.push(`${entry.name}/ is neither a credit code nor a department: its files stay there`);
      continue;
    }
    try {
      for (const inner of await entriesOf(entry.path))
        if (inner.isDirectory) found.notes.push(`${entry.name}/${inner.name}/ is not looked into`);
        else await see(found, inner, authority);
    } catch (error) {
      found.problems.push(`${entry.name}/ cannot be looked into: ${messageOf(error)}`);
    }
  }
  return found;
}

async function see(found: Look, { path, name }: Entry, authority: Authority): Promise<void> {
  try {
    const { size, mtimeMs } = await stat(path);
    await access(path, constants.R_OK);
    found.seen.push({ path, file_name: name, authority, size, mtimeMs });
  } catch (error) {
    // Taken away since the folder was listed.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return;
    found.problems.push(`${name} cannot be read: ${messageOf(error)}`);
  }
}

export interface InboxFolder {
  path: Buffer;
  name: string;
  /** Undefined: it speaks for nobody, and its files stay there. */
  authority: Authority | undefined;
}

/** The folders of the inbox; none where there is no inbox yet. */
export async function inboxFolders(folder: string, departments: ReadonlySet<string>): Promise<InboxFolder[]> {
  const entries = await entriesOf(Buffer.from(folder)).catch(() => []);
  return entries
    .filter(({ isDirectory }) => isDirectory)
    .map(({ path, name }) => ({ path, name, authority: authorityOfFolder(name, departments) }));
}

interface Entry {
  path: Buffer;
  name: string;
  isDirectory: boolean;
}

/** Plain files and folders; links are not followed, because they lead out of the inbox. */
async function entriesOf(folder: Buffer): Promise<Entry[]> {
  const entries = await readdir(folder, { withFileTypes: true, encoding: 'buffer' });
  return entries
    .map((entry) => ({
      path: Buffer.concat([folder, Buffer.from('/'), entry.name]),
      name: nameOf(entry.name),
      isDirectory: entry.isDirectory(),
      isFile: entry.isFile()
    }))
    .filter(({ name, isDirectory, isFile }) => !isPassedOver(name) && (isDirectory || isFile))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Names that came by an old share or archive are in GB18030. */
function nameOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

export const inboxOf = (data: string) => join(data, 'inbox');
