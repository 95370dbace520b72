import { error } from '@sveltejs/kit';
import { labels, type Labels } from '#dashboard/code-labels.server.ts';
import { said } from '#dashboard/said.ts';
import type { Column } from '#ingest/declare.ts';
import { systemColumns } from '#ingest/reports/system-columns.ts';
import { reportById } from '#ingest/reports/index.ts';
import { readerOf } from '#dashboard/reader-of.ts';
import type { PageServerLoad } from './$types';
import { dependantsOf } from '../dependants.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const report = reportById(params.report);
  if (!report) error(404, params.report);
  const { id, zh, en, who, frequency, deadline, note = null, key, checks } = report;
  const dependants = dependantsOf(await (await readerOf({ locals, url })).lineage(), id);
  const everywhere = systemColumns.map(({ field, zh, en }) => ({
    field,
    words: { zh, en },
    used_by: dependants.get(field)?.length ?? 0
  }));
  const columns = report.columns.map((column: Column) => ({
    used_by: dependants.get(column.field)?.length ?? 0,
    field: column.field,
    words: { zh: column.zh, en: column.en },
    type: column.type,
    required: column.required,
    note: column.note ?? null,
    example: column.example,
    codes: (column.codes ? labels(locals.language, column.codes)[column.codes] : null) satisfies Labels | null
  }));
  return said(
    { report: { id, words: { zh, en }, who, frequency, deadline, note, key, columns, everywhere, checks } },
    locals.language
  );
};
