import { error } from '@sveltejs/kit';
import { said } from '#dashboard/said.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const reader = await locals.reader();
  const record = await reader.record(params.report, params.key);
  if (!record) error(404, `${params.report} ${params.key}`);
  const indicators = record.indicators.flatMap((id) => {
    const found = reader.indicator(id);
    return found ? [{ id, words: found.words }] : [];
  });
  return said({ record: { ...record, indicators } }, locals.language);
};
