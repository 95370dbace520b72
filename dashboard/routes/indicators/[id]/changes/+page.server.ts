import { error } from '@sveltejs/kit';
import { labels } from '#dashboard/code-labels.server.ts';
import { messages } from '#dashboard/messages/messages.ts';
import { said } from '#dashboard/said.ts';
import { readerOf } from '#dashboard/reader-of.ts';
import type { PageServerLoad } from './$types';
import { askedFor } from './asked-for.ts';
import { headsOf } from './heads.ts';

/** As far back as the indicator's own page goes. */
const PERIODS = 25;

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const reader = await readerOf({ locals, url });
  const indicator = reader.indicator(params.id);
  if (!indicator) error(404, params.id);
  const asked = askedFor(url, indicator);
  const [answer, periods] = await Promise.all([
    reader.changes(indicator.id, asked),
    reader.periods(indicator.id)
  ]);
  const { id, words, values, over_time, direction } = indicator;
  const spoken = await messages(locals.language);
  return said(
    {
      indicator: { id, words, values, over_time },
      value: values.find(({ name }) => name === answer.name) ?? { name: '', words, unit: 'count' as const },
      ...answer,
      direction,
      heads: headsOf(answer.after.figure ?? answer.before.figure, spoken),
      asked_period: asked.period ?? '',
      periods: periods.slice(0, PERIODS),
      departments: labels(locals.language, 'CL03').CL03
    },
    locals.language
  );
};
