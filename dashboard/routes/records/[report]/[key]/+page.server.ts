import { error } from '@sveltejs/kit';
import { said } from '#dashboard/said.ts';
import { readerOf } from '#dashboard/reader-of.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const reader = await readerOf({ locals, url });
  const record = await reader.record(params.report, params.key);
  if (!record) error(404, `${params.report} ${params.key}`);
  const indicators = record.indicators.flatMap((id) => {
    const found = reader.indicator(id);
    return found ? [{ id, words: found.words }] : [];
  });
  return said({ record: { ...record, indicators } }, locals.language);
};
