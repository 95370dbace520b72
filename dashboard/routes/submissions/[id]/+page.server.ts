import { error } from '@sveltejs/kit';
import { oneOf, pageOf, text } from '#dashboard/asked.ts';
import { said } from '#dashboard/said.ts';
import { reportById } from '#ingest/reports/index.ts';
import { readerOf } from '#dashboard/reader-of.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const reader = await readerOf({ locals, url });
  const id = Number(params.id);
  const submission = Number.isInteger(id) ? await reader.submission(id) : undefined;
  if (!submission) error(404, params.id);
  const [level, field] = [oneOf(url, 'level', ['reject', 'remark'] as const), text(url, 'field')];
  const findings = await reader.findings(id, {
    ...(level && { level }),
    ...(field && { field }),
    page: pageOf(url),
    page_size: 50
  });
  const reports = submission.reports.flatMap((each) => reportById(each) ?? []);
  const columns = reports.flatMap((each) => each.columns);
  return {
    ...said({ submission, findings }, locals.language),
    level,
    field,
    report_names: Object.fromEntries(reports.map((each) => [each.id, each[locals.language]])),
    fields: Object.fromEntries(columns.map((column) => [column.field, column[locals.language]]))
  };
};
