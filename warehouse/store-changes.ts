/** Stores what was computed anew, where it differs from what is stored: figures are kept when they change (ruling 10). */
import type { Transaction } from './engine.ts';
import { STILL_HOLDS } from './tables.ts';

interface Change {
  /** Stored rows, with `published_in` and `superseded_in`. */
  table: string;
  /** Rows as they are now, by the same columns. */
  fresh: string;
  columns: readonly string[];
  /**
   * Predicates over `v`, a stored row, of which at most one is true: it was computed anew, so it holds no longer unless it
   * came out the same. Apart, so that the engine passes over blocks for which none can be.
   */
  recomputed: readonly string[];
  /** In which order new rows are stored, so that what is asked together stands together. */
  sorted_by: readonly string[];
  number: number;
}

/** Closes the stored rows that are no longer so and stores the fresh ones that are not stored. */
export async function storeChanges(
  tx: Transaction,
  { table, fresh, columns, recomputed, sorted_by, number }: Change
): Promise<void> {
  const same = columns.map((column) => `f.${column} is not distinct from v.${column}`).join(' and ');
  // Looked up once: what is stored is much, and what was computed anew mostly little of it.
  const stored = `select rowid as place, ${columns.join(', ')} from ${table} v where v.superseded_in = ${STILL_HOLDS}`;
  await tx.run(`create or replace temp table stood as
    ${recomputed.map((rows) => `${stored} and ${rows}`).join(' union all ')}`);
  await tx.run(`update ${table} set superseded_in = ${number} where rowid in (
    select v.place from stood v where not exists (select 1 from ${fresh} f where ${same}))`);
  await tx.run(`insert into ${table} (${columns.join(', ')}, published_in, superseded_in)
    select ${columns.map((column) => `f.${column}`).join(', ')}, ${number}, ${STILL_HOLDS} from ${fresh} f
    where not exists (select 1 from stood v where ${same})
    order by ${sorted_by.map((column) => `f.${column}`).join(', ')}`);
}
