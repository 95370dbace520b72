/**
 * A mapping profile reads files with foreign headers onto a report: which of their columns fills which field,
 * what is the same for every row, and how their codes are called with us.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const mappingProfile = z.strictObject({
  name: z.string().min(1),
  /** Report id, for example `R04`. */
  report: z.string().min(1),
  /** field → header in their file; the profile applies to a file that has all of these headers */
  columns: z
    .record(z.string(), z.string().min(1))
    .refine((columns) => Object.keys(columns).length > 0, 'at least one column must be named'),
  /** field → text for every row */
  constants: z.record(z.string(), z.string()).default({}),
  /** field → their code → our code */
  codes: z.record(z.string(), z.record(z.string(), z.string())).default({})
});

export type MappingProfile = z.infer<typeof mappingProfile>;

/** Reads `<folder>/*.json`, in order of file name; none if there is no such folder. Throws an error that names file and setting. */
export async function readProfiles(folder: string): Promise<MappingProfile[]> {
  const files = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const profiles: MappingProfile[] = [];
  for (const file of files.filter((name) => name.endsWith('.json')).sort()) {
    profiles.push(parseProfile(await readFile(join(folder, file), 'utf8'), file));
  }
  return profiles;
}

export function parseProfile(text: string, file: string): MappingProfile {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new Error(`Mapping profile ${file} is not JSON: ${String(error)}`, { cause: error });
  }
  const parsed = mappingProfile.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new Error(`Mapping profile ${file} is not valid:\n${z.prettifyError(parsed.error)}`);
}

/** Translates one cell: each of the codes that a semicolon separates, unknown ones as they are. */
export function translateCodes(cell: string, codes: Readonly<Record<string, string>>): string {
  const whole = codes[cell.trim()];
  if (whole !== undefined) return whole;
  if (!/[;；]/.test(cell)) return cell;
  return cell
    .split(/[;；]/)
    .map((part) => codes[part.trim()] ?? part.trim())
    .join(';');
}
