/** Opens a data folder's stores with the city's own districts, parameters and days. */
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { calendarExtras, readCity, type City } from '#warehouse/city.ts';
import { openWarehouse, type Warehouse } from '#warehouse/warehouse.ts';
import type { Effects } from './effects.ts';
import { contradiction } from './replay.ts';
import type { Settings } from './settings.ts';

/**
 * A warehouse that cannot be opened, or that cannot have come from this control store, is set aside under another
 * name, and an empty one opened: `recover` makes it anew from the kept files and the control store.
 * @throws Error that a person can act on: the city file, a lock, no right or no room.
 */
export async function openData(
  settings: Pick<Settings, 'data' | 'city' | 'memory_limit' | 'threads'>,
  { now, log }: Pick<Effects, 'now' | 'log'>
): Promise<{ warehouse: Warehouse; city: City }> {
  const city = readCity(settings.city);
  const file = join(settings.data, 'warehouse.duckdb');
  // What the engine had put to disk in the middle of a question.
  rmSync(join(settings.data, 'duckdb-temp'), { recursive: true, force: true });
  const open = () =>
    openWarehouse({
      data: settings.data,
      memory_limit: settings.memory_limit,
      threads: settings.threads,
      city: { CL20: city.districts },
      parameters: city.parameters,
      days: calendarExtras(city),
      departments: city.departments,
      code_version: version
    });
  const attempt = async (): Promise<{ warehouse: Warehouse } | { says: string }> => {
    let warehouse: Warehouse;
    try {
      warehouse = await open();
    } catch (error) {
      const says = error instanceof Error ? error.message : String(error);
      if (!existsSync(file) || !isBroken(says)) throw explained(says, file, error);
      return { says };
    }
    const says = await contradiction(warehouse);
    if (says === undefined) return { warehouse };
    warehouse.close();
    return { says };
  };
  const first = await attempt();
  if ('warehouse' in first) return { warehouse: first.warehouse, city };
  const set_aside_as = setAside(file, now());
  log('error', 'the warehouse cannot be used and is made anew', { set_aside_as, says: first.says });
  const second = await attempt();
  if ('says' in second) throw new Error(`A new warehouse cannot be used either: ${second.says}`);
  return { warehouse: second.warehouse, city };
}

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** Moves the warehouse and its log out of the way; returns its new path. */
export function setAside(file: string, at: Date): string {
  const mark = at.toISOString().replaceAll(/[-:]|\.\d+/g, '');
  const name = `${file}.${mark}.broken`;
  renameSync(file, name);
  if (existsSync(`${file}.wal`)) renameSync(`${file}.wal`, `${name}.wal`);
  return name;
}

/** The file is at fault, not the machine that it lies on. */
const isBroken = (says: string) =>
  !isLocked(says) &&
  !/Permission denied|Read-only|No space left|Too many open files|Out of Memory/i.test(says);

const isLocked = (says: string) => /Could not set lock|Conflicting lock/i.test(says);

function explained(says: string, file: string, cause: unknown): Error {
  const holder = /PID (\d+)/.exec(says)?.[1];
  if (isLocked(says))
    return new Error(
      `The warehouse ${file} is open in another program${holder ? ` (process ${holder})` : ''}. ` +
        'Close it there and start again.',
      { cause }
    );
  return cause instanceof Error ? cause : new Error(says);
}
