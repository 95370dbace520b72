/** Lays a file of ours into a folder of the inbox, whole or not at all: whoever looks meanwhile sees the old or the new. */
import { copyFile, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { shortened } from './claim.ts';
import { RECEIPTS } from './inbox.ts';

export interface Beside {
  /** Bytes, because its name need not be UTF-8. */
  folder: Buffer;
  name: string;
}

const inside = ({ folder }: Beside, name: string): Buffer =>
  Buffer.concat([folder, Buffer.from(`/${RECEIPTS}/${name}`)]);

const placeOf = (beside: Beside): Buffer => inside(beside, shortened(beside.name));

export const isLaid = async (beside: Beside): Promise<boolean> =>
  (await stat(placeOf(beside)).catch(() => undefined)) !== undefined;

export const layText = (beside: Beside, text: string): Promise<void> =>
  lay(beside, (draft) => writeFile(draft, text));

/** The inbox may lie on another file system: the file is copied there, and then goes. */
export async function layCopy(beside: Beside, path: string): Promise<void> {
  try {
    await lay(beside, (draft) => copyFile(path, draft));
  } finally {
    await rm(path, { force: true });
  }
}

async function lay(beside: Beside, write: (draft: Buffer) => Promise<void>): Promise<void> {
  // Hidden, and passed over with its folder.
  const draft = inside(beside, '.half');
  await mkdir(inside(beside, ''), { recursive: true });
  try {
    await write(draft);
    await rename(draft, placeOf(beside));
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
