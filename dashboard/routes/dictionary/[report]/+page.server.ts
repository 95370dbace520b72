import { error } from '@sveltejs/kit';
import { labels, type Labels } from '#dashboard/code-labels.server.ts';
import { said } from '#dashboard/said.ts';
import type { Column } from '#ingest/declare.ts';
import { reportById } from '#ingest/reports/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const report = reportById(params.report);
  if (!report) error(404, params.report);
  const { id, zh, en, who, frequency, deadline, note = null, key, checks } = report;
  const columns = report.columns.map((column: Column) => ({
    field: column.field,
    words: { zh: column.zh, en: column.en },
    type: column.type,
    required: column.required,
    note: column.note ?? null,
    example: column.example,
    codes: (column.codes ? labels(locals.language, column.codes)[column.codes] : null) satisfies Labels | null
  }));
  return said(
    { report: { id, words: { zh, en }, who, frequency, deadline, note, key, columns, checks } },
    locals.language
  );
};
