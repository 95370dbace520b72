import { error } from '@sveltejs/kit';
import type { By } from '#warehouse/answers.ts';
import { oneOf, pageOf, text } from '#dashboard/asked.ts';
import { messages } from '#dashboard/messages/messages.ts';
import { said } from '#dashboard/said.ts';
import type { PageServerLoad } from './$types';
import { factWords } from './facts.server.ts';

const parts = ['numerator', 'denominator_only', 'missing'] as const;
const groupings: readonly By[] = [
  'department',
  'district',
  'kind',
  'affiliation',
  'institution',
  'committee'
];

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const reader = await locals.reader();
  const indicator = reader.indicator(params.id);
  const value = indicator?.values.find(({ name }) => name === text(url, 'name')) ?? indicator?.values[0];
  if (!indicator || !value) error(404, params.id);
  const periods = await reader.periods(indicator.id);
  const by = oneOf(url, 'by', groupings) ?? 'city';
  const group = by === 'city' ? '' : (text(url, 'group') ?? '');
  const part = oneOf(url, 'part', parts);
  const newest = (await reader.figures(indicator.id, { by: 'city' }))[0]?.period;
  const period = periods.find((each) => each === text(url, 'period')) ?? newest ?? '';
  const [figures, members] = await Promise.all([
    reader.figures(indicator.id, { by, period, group }),
    reader.members(indicator.id, {
      name: value.name,
      period,
      by,
      group,
      ...(part && { part }),
      page: pageOf(url),
      page_size: 50
    })
  ]);
  const figure = figures.find(({ name, dimension }) => name === value.name && dimension === '') ?? null;
  const fields = [...new Set(members.rows.flatMap(({ facts }) => Object.keys(facts)))];
  const words = factWords(fields, indicator.reports, locals.language, await messages(locals.language));
  const rows = members.rows.map(({ facts, ...row }) => ({
    ...row,
    facts: fields.map((field) => words.text(field, facts[field] ?? null))
  }));
  const { numerator, denominator, missing, total, page, page_size } = members;
  return said(
    {
      indicator: { id: indicator.id, words: indicator.words },
      value,
      by,
      group,
      part,
      period,
      figure,
      heads: words.heads,
      rows,
      totals: { numerator, denominator, missing },
      total,
      page,
      page_size
    },
    locals.language
  );
};
