/** Small warehouses: where there are few rows, making a good plan takes longer than running a plain one. */
import type { Transaction } from './engine.ts';

/** Rows of all tables together. */
const FEW = 300_000;

/** Runs statements as they are written, without looking for better plans, where all tables together hold few rows. */
export async function unplannedIfFew<T>(tx: Transaction, work: () => Promise<T>): Promise<T> {
  const [held] = await tx.all<{ n: number }>(
    'select coalesce(sum(estimated_size), 0) as n from duckdb_tables()'
  );
  if ((held?.n ?? FEW) >= FEW) return work();
  await tx.run('pragma disable_optimizer');
  try {
    return await work();
  } finally {
    await tx.run('pragma enable_optimizer');
  }
}
