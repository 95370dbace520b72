import { app } from '#jobs/app.ts';
import { readerOf } from '#dashboard/reader-of.ts';
import { said } from '#dashboard/said.ts';
import type { PageServerLoad } from './$types';

/** As known then, for a day of the past. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { moment } = await readerOf({ locals, url });
  const { parameters } = app();
  const day = moment.is_past ? moment.day : parameters.today();
  return {
    parameters: said(parameters.list(day, moment.is_past), locals.language)
  };
};
