import { app } from '#jobs/app.ts';
import { readerOf } from '#dashboard/reader-of.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, url }) => {
  const { moment } = await readerOf({ locals, url });
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
