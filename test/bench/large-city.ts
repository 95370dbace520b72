/** The files of a large fictional city, written once into a folder: registry, committees and one ledger of reviews. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { largeCity, writeLargeReviews } from '#fixtures/large-reviews.ts';

export interface LargeCity {
  registry: { file_name: string; path: string }[];
  reviews: string;
}

export const END = '2026-11-20';

/** Idempotent: what is there already is used again. */
export function largeCityFiles(folder: string, rows: number, institutions: number): LargeCity {
  mkdirSync(folder, { recursive: true });
  const registry = largeCity({ institutions, end: END }).map(({ file_name, bytes }) => {
    const path = join(folder, file_name);
    writeFileSync(path, bytes);
    return { file_name, path };
  });
  const reviews = join(folder, `R04_${rows}.csv`);
  if (!existsSync(reviews)) writeLargeReviews({ rows, institutions, path: reviews, end: END });
  return { registry, reviews };
}
