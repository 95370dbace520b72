/** Stores what was computed anew, where it differs from what is stored: figures are kept when they change (ruling 10). */
import type { Transaction } from './engine.ts';
import { STILL_HOLDS } from './tables.ts';

interface Change {
  /** Stored rows, with `published_in` and `superseded_in`. */
  table: string;
  /** Rows as they are now, by the same columns. */
  fresh: string;
  columns: readonly string[];
  /** Predicate over `v`, a stored row: it was computed anew, so it holds no longer unless it came out the same. */
  recomputed: string;
  number: number;
}

/** Closes the stored rows that are no longer so and stores the fresh ones that are not stored. */
export async function storeChanges(
  tx: Transaction,
  { table, fresh, columns, recomputed, number }: Change
): Promise<void> {
  const same = columns.map((column) => `f.${column} is not distinct from v.${column}`).join(' and ');
  await tx.run(`update ${table} as v set superseded_in = ${number}
    where v.superseded_in = ${STILL_HOLDS} and ${recomputed}
      and not exists (select 1 from ${fresh} f where ${same})`);
  await tx.run(`insert into ${table} (${columns.join(', ')}, published_in, superseded_in)
    select ${columns.map((column) => `f.${column}`).join(', ')}, ${number}, ${STILL_HOLDS} from ${fresh} f
    where not exists (select 1 from ${table} v where v.superseded_in = ${STILL_HOLDS} and ${same})`);
}
