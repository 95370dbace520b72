/**
 * Mapping profiles lie in `mapping-profiles/` of the data folder and may be changed there at any time. What they said
 * when a file was read is kept in the control store, so that the file can be read again the same way.
 */
import { join } from 'node:path';
import { readProfiles, type MappingProfile } from '#ingest/mapping.ts';
import type { ControlStore } from '#warehouse/control/store.ts';
import type { World } from './world.ts';

const PREFIX = 'profiles from ';
/** Numbers of equal length, so that the keys sort as the numbers do. */
const keyOf = (submission: number) => PREFIX + String(submission).padStart(12, '0');

/** The profiles as they lie there, noted as in force from a submission on. Throws an error that names the file. */
export async function profilesInForce(
  { settings, warehouse }: Pick<World, 'settings' | 'warehouse'>,
  from: number
): Promise<MappingProfile[]> {
  const profiles = await readProfiles(join(settings.data, 'mapping-profiles'));
  const value = JSON.stringify(profiles);
  if (value !== noted(warehouse.control, from))
    warehouse.control.run('insert or replace into meta (key, value) values ($key, $value)', {
      key: keyOf(from),
      value
    });
  return profiles;
}

/** The profiles with which a submission was read. */
export const profilesAtReceipt = (control: ControlStore, submission: number) =>
  JSON.parse(noted(control, submission)) as MappingProfile[];

const noted = (control: ControlStore, submission: number) =>
  control.one<{ value: string }>(
    'select value from meta where key between $first and $last order by key desc limit 1',
    { first: keyOf(0), last: keyOf(submission) }
  )?.value ?? '[]';
