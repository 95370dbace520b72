import { error } from '@sveltejs/kit';
import { messages } from '#dashboard/messages/messages.ts';
import { said } from '#dashboard/said.ts';
import { readerOf } from '#dashboard/reader-of.ts';
import type { PageServerLoad } from './$types';
import { askedFor } from './asked-for.ts';
import { dimensionWords } from '../splits.server.ts';
import { withFacts } from './facts.server.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const reader = await readerOf({ locals, url });
  const indicator = reader.indicator(params.id);
  if (!indicator) error(404, params.id);
  const { part, ...asked } = await askedFor(url, reader, indicator);
  const value = indicator.values.find(({ name }) => name === asked.name);
  if (!value) error(404, params.id);
  const { id, words, reports } = indicator;
  const [figures, { rows, numerator, denominator, missing, excluded, ...paging }] = await Promise.all([
    reader.figures(id, asked),
    reader.members(id, { ...asked, ...(part && { part }), page_size: 50 })
  ]);
  const figure =
    figures.find(({ name, dimension }) => name === value.name && dimension === asked.dimension) ?? null;
  const spoken = await messages(locals.language);
  const members = withFacts(rows, reports, locals.language, spoken);
  const dimension_says =
    value.dimension && asked.dimension
      ? dimensionWords(value.dimension, reports, locals.language, spoken).codes[asked.dimension]
      : undefined;
  const totals = { numerator, denominator, missing, excluded };
  return said(
    {
      indicator: { id, words },
      value,
      ...asked,
      dimension_says,
      part,
      figure,
      totals,
      ...members,
      ...paging
    },
    locals.language
  );
};
