import { error } from '@sveltejs/kit';
import type { By, Figure } from '#warehouse/answers.ts';
import { pageOf, text } from '#dashboard/asked.ts';
import { said } from '#dashboard/said.ts';
import type { PageServerLoad } from './$types';
import { groupsOf, sortGroups } from './groups.ts';
import { reportNames } from './report-names.ts';

const spreads: readonly By[] = ['department', 'kind', 'district', 'affiliation'];
const page_size = 25;

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const reader = await locals.reader();
  const indicator = reader.indicator(params.id);
  if (!indicator) error(404, params.id);
  const periods = await reader.periods(indicator.id);
  const newest = await reader.figures(indicator.id, { by: 'city' });
  const period = periods.find((each) => each === text(url, 'period')) ?? newest[0]?.period ?? '';
  const figures = async (by: By, of = period): Promise<Figure[]> =>
    of && indicator.by.includes(by) ? reader.figures(indicator.id, { by, period: of }) : [];
  const [now, before, trend, institutions, ...groups] = await Promise.all([
    figures('city'),
    figures('city', periods[periods.indexOf(period) + 1]),
    reader.figures(indicator.id, { by: 'city', periods: 25 }),
    figures('institution'),
    ...spreads.map((by) => figures(by))
  ]);
  const search = text(url, 'search');
  const sort = text(url, 'sort') ?? 'worst';
  const rows = groupsOf(institutions, indicator).filter(({ words }) => !search || words.zh.includes(search));
  const page = pageOf(url);
  const shown = sortGroups(rows, sort, indicator).slice((page - 1) * page_size, page * page_size);
  const spread = groups.map((each, at) => ({
    by: spreads[at] ?? 'department',
    groups: groupsOf(each, indicator)
  }));
  const reports = reportNames(indicator.reports);
  return said(
    {
      indicator,
      reports,
      periods,
      period,
      now,
      before,
      trend,
      spread,
      search,
      sort,
      page,
      page_size,
      shown,
      found: rows.length
    },
    locals.language
  );
};
