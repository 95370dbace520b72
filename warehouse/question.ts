/** The questions that leave the warehouse: SQL files of `read/`, which name only what a scope may see. */
import { readFileSync } from 'node:fs';

const known = new Map<string, string>();

/** The SQL of `read/<name>.sql`. */
export function question(name: string): string {
  const cached = known.get(name);
  if (cached !== undefined) return cached;
  const sql = readFileSync(new URL(`./read/${name}.sql`, import.meta.url), 'utf8');
  known.set(name, sql);
  return sql;
}
