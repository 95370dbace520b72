import { labels } from '#dashboard/code-labels.server.ts';
import { oneOf, pageOf, text } from '#dashboard/asked.ts';
import { asDay } from '#dashboard/days.ts';
import { readerOf } from '#dashboard/reader-of.ts';
import { reports } from '#ingest/reports/index.ts';
import type { PageServerLoad } from './$types';

const limited = reports.filter(({ filed_within = [] }) => filed_within.length > 0);

export const load: PageServerLoad = async ({ locals, url }) => {
  const reader = await readerOf({ locals, url });
  const { language } = locals;
  const asked = {
    report: oneOf(
      url,
      'report',
      limited.map(({ id }) => id)
    ),
    department: text(url, 'department'),
    institution: text(url, 'institution'),
    received_from: asDay(text(url, 'received_from')),
    search: text(url, 'search')
  };
  const set = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
  const limits = limited.flatMap(({ columns, filed_within = [] }) =>
    filed_within.map(({ id, field, limit }) => {
      const event = columns.find((column) => column.field === field);
      return [id, { event: event?.[language] ?? field, limit }] as const;
    })
  );
  return {
    ...(await reader.lateFilings({ ...set, page: pageOf(url), page_size: 50 })),
    asked,
    limits: Object.fromEntries(limits),
    names: Object.fromEntries(limited.map((each) => [each.id, `${each.id} ${each[language]}`])),
    departments: labels(language, 'CL03').CL03
  };
};
