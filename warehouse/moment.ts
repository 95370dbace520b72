/** Which publication answers for a day: the last one by then (ruling 9). */
import type { Moment } from './answers.ts';
import type { Day } from './calendar.ts';
import type { Warehouse } from './warehouse.ts';

interface Found {
  number: number;
  day: Day;
  published_at: string;
}

/** Without a day: the newest publication. Before the first one nothing is known: publication 0. */
export async function momentOf({ engine }: Warehouse, asof?: Day): Promise<Moment> {
  const publications = await engine.all<{ first_day: Day | null; newest_day: Day | null }>(
    'select min(day) as first_day, max(day) as newest_day from meta.publication'
  );
  const [found] = (await engine.all(
    `select number, day, published_at from meta.publication
     where $asof is null or day <= cast($asof as date) order by number desc limit 1`,
    { asof: asof ?? null }
  )) as unknown as Found[];
  const newest = publications[0]?.newest_day ?? '';
  return {
    // Nothing is known of days to come: they are answered as the newest day.
    day: found && (asof === undefined || asof > newest) ? newest : (asof ?? '1970-01-01'),
    publication: found?.number ?? 0,
    published_day: found?.day ?? asof ?? '1970-01-01',
    published_at: found?.published_at ?? '',
    is_past: asof !== undefined && asof < newest,
    first_day: publications[0]?.first_day ?? ''
  };
}
