import { shown } from '../shown-on-overview.ts';
import { said } from '../../said.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const reader = await locals.reader();
  return said({ measures: shown(await reader.overview()).measures }, locals.language);
};
