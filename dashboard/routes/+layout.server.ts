import { app } from '#jobs/app.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, url, depends }) => {
  depends('app:moment');
  // Read here so that a change of either asks again.
  url.searchParams.get('asof');
  url.searchParams.get('lang');
  const { moment } = await locals.reader();
  const running = app();
  const { demo, last_failure } = running.health();
  return {
    language: locals.language,
    asof_refused: locals.asof_refused,
    moment,
    city: running.city[locals.language],
    demo,
    last_failure
  };
};
