import { shown } from '../shown-on-overview.ts';
import { said } from '../../said.ts';
import { readerOf } from '#dashboard/reader-of.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const reader = await readerOf({ locals, url });
  return said({ measures: shown(await reader.overview()).measures }, locals.language);
};
