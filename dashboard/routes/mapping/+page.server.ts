import { oneOf, text } from '#dashboard/asked.ts';
import { said } from '#dashboard/said.ts';
import { readerOf } from '#dashboard/reader-of.ts';
import { reports } from '#ingest/reports/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const reader = await readerOf({ locals, url });
  const report = text(url, 'report');
  const profiles = await reader.mappings(report ? { report } : {});
  return {
    profiles: said(profiles, locals.language),
    report,
    names: Object.fromEntries(reports.map((each) => [each.id, `${each.id} ${each[locals.language]}`])),
    sample_gone: oneOf(url, 'sample', ['gone']) !== undefined
  };
};
