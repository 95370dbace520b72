import { error } from '@sveltejs/kit';
import { pageOf, text } from '#dashboard/asked.ts';
import { said } from '#dashboard/said.ts';
import { readerOf } from '#dashboard/reader-of.ts';
import type { PageServerLoad } from './$types';
import { answers } from './answers.ts';
import { sortGroups } from './groups.ts';
import { reportNames } from './report-names.ts';

const page_size = 25;

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const reader = await readerOf({ locals, url });
  const indicator = reader.indicator(params.id);
  if (!indicator) error(404, params.id);
  const { institutions, ...answer } = await answers(reader, indicator, {
    every: text(url, 'every'),
    period: text(url, 'period')
  });
  const [search, sort, page] = [text(url, 'search'), text(url, 'sort') ?? 'worst', pageOf(url)];
  const found = institutions.filter(({ words }) => !search || words.zh.includes(search));
  const shown = sortGroups(found, sort, indicator).slice((page - 1) * page_size, page * page_size);
  const reports = reportNames(indicator.reports);
  return said(
    { indicator, reports, ...answer, search, sort, page, page_size, shown, found: found.length },
    locals.language
  );
};
