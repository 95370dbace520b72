import { error } from '@sveltejs/kit';
import { pageOf, text } from '#dashboard/asked.ts';
import { messages } from '#dashboard/messages/messages.ts';
import { said } from '#dashboard/said.ts';
import { readerOf } from '#dashboard/reader-of.ts';
import type { PageServerLoad } from './$types';
import { answers } from './answers.ts';
import { sortGroups } from './groups.ts';
import { reportNames } from './report-names.ts';
import { splitsOf } from './splits.server.ts';

const page_size = 25;

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const reader = await readerOf({ locals, url });
  const indicator = reader.indicator(params.id);
  if (!indicator) error(404, params.id);
  const [{ institutions, ...answer }, lineage, words] = await Promise.all([
    answers(reader, indicator, { every: text(url, 'every'), period: text(url, 'period') }),
    reader.lineage(),
    messages(locals.language)
  ]);
  const [search, sort, page] = [text(url, 'search'), text(url, 'sort') ?? 'worst', pageOf(url)];
  const found = institutions.filter(({ words }) => !search || words.zh.includes(search));
  const shown = sortGroups(found, sort, indicator).slice((page - 1) * page_size, page * page_size);
  const { columns = [], parameters = [] } = lineage.find((one) => one.indicator === indicator.id) ?? {};
  return said(
    {
      indicator,
      reports: reportNames(indicator.reports),
      ...answer,
      splits: splitsOf(answer.now, indicator, locals.language, words),
      sources: { columns, parameters },
      search,
      sort,
      page,
      page_size,
      shown,
      found: found.length
    },
    locals.language
  );
};
