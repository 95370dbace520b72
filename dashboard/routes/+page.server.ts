import { said } from '../said.ts';
import { readerOf } from '#dashboard/reader-of.ts';
import type { PageServerLoad } from './$types';
import { shown, withoutOtherTrends } from './shown-on-overview.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
  const reader = await readerOf({ locals, url });
  const [overview, alerts] = await Promise.all([
    reader.overview(),
    reader.alerts({ state: 'open', page_size: 7 })
  ]);
  const { measures, ...counted } = shown(overview);
  return said(
    { ...counted, measures: withoutOtherTrends(measures), alerts: alerts.rows, alerts_total: alerts.total },
    locals.language
  );
};
