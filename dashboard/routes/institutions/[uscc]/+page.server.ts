import { error } from '@sveltejs/kit';
import { labels } from '#dashboard/code-labels.server.ts';
import { readerOf } from '#dashboard/reader-of.ts';
import { said } from '#dashboard/said.ts';
import { reports } from '#ingest/reports/index.ts';
import type { PageServerLoad } from './$types';
import { ownFigures } from './own-figures.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const reader = await readerOf({ locals, url });
  const institution = await reader.institution(params.uscc);
  if (!institution) error(404, params.uscc);
  const mine = { institution: params.uscc, page: 1, page_size: 20 };
  const [ledger, rectifications, alerts, submissions, indicators] = await Promise.all([
    reader.ledger({ ...mine, page_size: 30 }),
    reader.rectifications(mine),
    reader.alerts({ ...mine, state: 'open' }),
    reader.submissions(mine),
    ownFigures(reader, params.uscc)
  ]);
  return {
    ...said({ institution, indicators, ledger, rectifications, alerts, submissions }, locals.language),
    names: Object.fromEntries(reports.map((each) => [each.id, `${each.id} ${each[locals.language]}`])),
    codes: labels(locals.language, 'CL01', 'CL02', 'CL03', 'CL20', 'CL29', 'CL30', 'CL31')
  };
};
