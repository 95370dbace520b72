import { said } from '#dashboard/said.ts';
import { reports } from '#ingest/reports/index.ts';
import { readerOf } from '#dashboard/reader-of.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const reader = await readerOf({ locals, url });
  const indicators = reader
    .indicators()
    .map(({ id, measure, measure_words, words, definition, legal_basis, strength }) => ({
      id,
      measure,
      measure_words,
      words,
      definition,
      legal_basis,
      strength
    }));
  const forms = reports.map(({ id, zh, en, who, frequency, deadline, columns }) => ({
    id,
    words: { zh, en },
    who,
    frequency,
    deadline,
    columns: columns.length
  }));
  return said({ indicators, forms }, locals.language);
};
