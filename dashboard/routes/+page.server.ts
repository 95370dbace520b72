import { said } from '../said.ts';
import type { PageServerLoad } from './$types';
import { shown } from './shown-on-overview.ts';

export const load: PageServerLoad = async ({ locals }) => {
  const reader = await locals.reader();
  const [overview, alerts] = await Promise.all([
    reader.overview(),
    reader.alerts({ state: 'open', page_size: 7 })
  ]);
  return said({ ...shown(overview), alerts: alerts.rows, alerts_total: alerts.total }, locals.language);
};
