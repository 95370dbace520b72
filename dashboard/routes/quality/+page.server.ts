import { labels } from '#dashboard/code-labels.server.ts';
import { oneOf, pageOf, text } from '#dashboard/asked.ts';
import { readerOf } from '#dashboard/reader-of.ts';
import { reports } from '#ingest/reports/index.ts';
import { addMonths } from '#warehouse/calendar.ts';
import type { PageServerLoad } from './$types';

const sorts = ['overdue', 'late', 'late_events', 'rejected', 'contradictions', 'silent'] as const;

export const load: PageServerLoad = async ({ locals, url }) => {
  const reader = await readerOf({ locals, url });
  const asked = {
    department: text(url, 'department'),
    search: text(url, 'search'),
    sort: oneOf(url, 'sort', sorts)
  };
  const set = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
  const [owners, byReport] = await Promise.all([
    reader.qualityByOwner({ ...set, page: pageOf(url), page_size: 50 }),
    reader.qualityByReport()
  ]);
  const { day } = reader.moment;
  return {
    owners,
    byReport,
    asked,
    from: addMonths(day, -12),
    to: day,
    names: Object.fromEntries(reports.map((each) => [each.id, `${each.id} ${each[locals.language]}`])),
    departments: labels(locals.language, 'CL03').CL03
  };
};
