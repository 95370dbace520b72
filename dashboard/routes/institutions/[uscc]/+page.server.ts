import { error } from '@sveltejs/kit';
import { whole } from '#dashboard/asked.ts';
import { labels } from '#dashboard/code-labels.server.ts';
import { takesNil } from '#dashboard/ledger-lines.server.ts';
import { readerOf } from '#dashboard/reader-of.ts';
import { said } from '#dashboard/said.ts';
import { reports } from '#ingest/reports/index.ts';
import type { PageServerLoad } from './$types';
import { ownFigures } from './own-figures.ts';
import { wholePeriods } from './whole-periods.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const reader = await readerOf({ locals, url });
  const institution = await reader.institution(params.uscc);
  if (!institution) error(404, params.uscc);
  const mine = { institution: params.uscc, page: 1, page_size: 20 };
  const declared = whole(url, 'declared', 0);
  const [owed, done, nil, rectifications, alerts, submissions, indicators] = await Promise.all([
    reader.ledger({ ...mine, owed: 'yes', running: true, page_size: 500 }),
    reader.ledger({ ...mine, owed: 'no', page_size: 10 }),
    declared > 0 ? reader.submission(declared) : undefined,
    reader.rectifications(mine),
    reader.alerts({ ...mine, state: 'open' }),
    reader.submissions(mine),
    ownFigures(reader, params.uscc)
  ]);
  return {
    ...said({ institution, indicators, done, rectifications, alerts, submissions }, locals.language),
    owed: { ...owed, rows: owed.rows.slice(0, 20).map(takesNil(reader.moment.day)) },
    wholes: wholePeriods(owed.rows),
    declared: nil && said({ id: nil.id, state: nil.state, reason: nil.reason }, locals.language),
    names: Object.fromEntries(reports.map((each) => [each.id, `${each.id} ${each[locals.language]}`])),
    codes: labels(locals.language, 'CL01', 'CL02', 'CL03', 'CL20', 'CL29', 'CL30', 'CL31')
  };
};
