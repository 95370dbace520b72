import { oneOf, text } from '#dashboard/asked.ts';
import { readerOf } from '#dashboard/reader-of.ts';
import { said } from '#dashboard/said.ts';
import type { PageServerLoad } from './$types';
import { entriesOf, narrowed } from './entries.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
  const all = await entriesOf(await readerOf({ locals, url }));
  const by = {
    measure: all.find(({ measure }) => measure === text(url, 'measure'))?.measure,
    strength: oneOf(url, 'strength', ['must', 'promote', 'encourage'] as const),
    search: text(url, 'search')
  };
  const measures = [...Map.groupBy(all, ({ measure }) => measure)].map(([measure, [first]]) => ({
    measure,
    words: first?.measure_words ?? { zh: '', en: '' }
  }));
  // Which columns it reads stands on the indicator's own page.
  const entries = narrowed(all, by).map(({ columns: _, ...entry }) => entry);
  // Who asked for some wants to read them; all are a list to choose from.
  const open = text(url, 'open') === 'all' || entries.length < all.length;
  return said({ by, open, measures, entries }, locals.language);
};
