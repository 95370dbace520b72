import { error } from '@sveltejs/kit';
import { labels } from '#dashboard/code-labels.server.ts';
import { readerOf } from '#dashboard/reader-of.ts';
import { said } from '#dashboard/said.ts';
import { reportById } from '#ingest/reports/index.ts';
import { allColumns } from '#warehouse/typed.ts';
import type { PageServerLoad } from './$types';
import { dependantsOf } from '../../dependants.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const report = reportById(params.report);
  const found = report && allColumns(report).find(({ field }) => field === params.field);
  if (!found) error(404, `${params.report} ${params.field}`);
  const { zh, en, field, type, required, note = null, codes } = found;
  const lineage = await (await readerOf({ locals, url })).lineage();
  const checks = report.checks
    .filter(({ fields }) => fields.includes(field))
    .map(({ id, level, says }) => ({ id, level, says }));
  return said(
    {
      report: { id: report.id, words: { zh: report.zh, en: report.en } },
      column: { field, words: { zh, en }, type, required, note },
      codes: codes ? labels(locals.language, codes)[codes] : null,
      dependants: dependantsOf(lineage, report.id).get(field) ?? [],
      checks
    },
    locals.language
  );
};
