import { labels } from '#dashboard/code-labels.server.ts';
import { oneOf, pageOf, text } from '#dashboard/asked.ts';
import { reports } from '#ingest/reports/index.ts';
import { readerOf } from '#dashboard/reader-of.ts';
import type { PageServerLoad } from './$types';

const statuses = ['overdue', 'expected', 'partly', 'late', 'on_time', 'nil', 'withdrawn'] as const;

export const load: PageServerLoad = async ({ locals, url }) => {
  const reader = await readerOf({ locals, url });
  const asked = {
    status: oneOf(url, 'status', statuses),
    report: text(url, 'report'),
    department: text(url, 'department'),
    period: text(url, 'period'),
    institution: text(url, 'institution')
  };
  const set = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
  const found = await reader.ledger({ ...set, page: pageOf(url), page_size: 50 });
  const names = Object.fromEntries(reports.map((each) => [each.id, `${each.id} ${each[locals.language]}`]));
  return { ...found, asked, names, departments: labels(locals.language, 'CL03').CL03 };
};
