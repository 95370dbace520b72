import { oneOf, pageOf, text } from '#dashboard/asked.ts';
import { said } from '#dashboard/said.ts';
import { reports } from '#ingest/reports/index.ts';
import { readerOf } from '#dashboard/reader-of.ts';
import type { PageServerLoad } from './$types';

const states = ['published', 'returned', 'validated', 'duplicate', 'received', 'withdrawn'] as const;

export const load: PageServerLoad = async ({ locals, url }) => {
  const reader = await readerOf({ locals, url });
  const [state, report, search] = [oneOf(url, 'state', states), text(url, 'report'), text(url, 'search')];
  const found = await reader.submissions({
    ...(state && { state }),
    ...(report && { report }),
    ...(search && { search }),
    page: pageOf(url),
    page_size: 50
  });
  const names = Object.fromEntries(reports.map((each) => [each.id, `${each.id} ${each[locals.language]}`]));
  return { ...said(found, locals.language), state, report, search, names };
};
