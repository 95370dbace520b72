import { error } from '@sveltejs/kit';
import { messages } from '#dashboard/messages/messages.ts';
import { said } from '#dashboard/said.ts';
import { readerOf } from '#dashboard/reader-of.ts';
import type { PageServerLoad } from './$types';
import { askedFor } from './asked-for.ts';
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
  const figure = figures.find(({ name, dimension }) => name === value.name && dimension === '') ?? null;
  const members = withFacts(rows, reports, locals.language, await messages(locals.language));
  const totals = { numerator, denominator, missing, excluded };
  return said(
    { indicator: { id, words }, value, ...asked, part, figure, totals, ...members, ...paging },
    locals.language
  );
};
