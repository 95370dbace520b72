/** One process works on a data folder. The lock is the operating system's: it goes with the process, however that ends. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Effects } from './effects.ts';

/** @throws Error that a person can act on, when another process works on the folder or it cannot be written to. */
export function lockData(folder: string, { now }: Pick<Effects, 'now'>): { release(): void } {
  const holder = join(folder, 'running.txt');
  let lock: DatabaseSync | undefined;
  try {
    mkdirSync(folder, { recursive: true });
    lock = new DatabaseSync(join(folder, 'lock.sqlite'));
    lock.exec('pragma journal_mode = delete; begin exclusive');
    writeFileSync(holder, `process ${process.pid}, since ${now().toISOString()}\n`);
  } catch (error) {
    lock?.close();
    if (error instanceof Error && /database is locked/.test(error.message))
      throw new Error(
        `The data folder ${folder} is in use by another running program (${whoHolds(holder)}). ` +
          'Stop that one first, or set SHANJIAN_DATA to another folder.'
      );
    throw new Error(
      `The data folder ${folder} cannot be used: ${error instanceof Error ? error.message : String(error)}`
    );
  }
  const held = lock;
  return { release: () => held.close() };
}

function whoHolds(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return 'unknown';
  }
}
