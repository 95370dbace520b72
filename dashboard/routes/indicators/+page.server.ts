import { oneOf, text } from '#dashboard/asked.ts';
import { narrowed, shown } from '../shown-on-overview.ts';
import { said } from '../../said.ts';
import { readerOf } from '#dashboard/reader-of.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const { measures: all } = shown(await (await readerOf({ locals, url })).overview());
  const by = {
    measure: all.find(({ measure }) => measure === text(url, 'measure'))?.measure,
    strength: oneOf(url, 'strength', ['must', 'promote', 'encourage'] as const),
    state: oneOf(url, 'state', ['red', 'amber', 'green', 'info', 'none'] as const)
  };
  const names = all.map(({ measure, words }) => ({ measure, words }));
  return said({ names, by, measures: narrowed(all, by) }, locals.language);
};
