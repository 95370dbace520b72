import { labels } from '#dashboard/code-labels.server.ts';
import { oneOf, pageOf, text } from '#dashboard/asked.ts';
import { messages } from '#dashboard/messages/messages.ts';
import { readerOf } from '#dashboard/reader-of.ts';
import { reportOf, reports } from '#ingest/reports/index.ts';
import { crossChecks } from '#warehouse/cross-checks/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const reader = await readerOf({ locals, url });
  const { language } = locals;
  const words = await messages(language);
  const asked = {
    check: oneOf(
      url,
      'check',
      crossChecks.map(({ id }) => id)
    ),
    report: oneOf(
      url,
      'report',
      reports.map(({ id }) => id)
    ),
    department: text(url, 'department'),
    institution: text(url, 'institution')
  };
  const set = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
  const [found, counts] = await Promise.all([
    reader.crossChecks({ ...set, page: pageOf(url), page_size: 50 }),
    reader.crossCheckCounts()
  ]);
  // Only checks that find something can be chosen, and the one that is.
  const finds = new Set([...counts.map(({ check_id }) => check_id), asked.check]);
  const checks = crossChecks
    .filter(({ id }) => finds.has(id))
    .map(({ id, report, field }) => {
      const column = reportOf(report).columns.find((each) => each.field === field);
      const name = column?.[language] ?? field;
      return [id, id.startsWith('REF ') ? words.quality.reference(report, name) : `${id} ${name}`];
    });
  return {
    ...found,
    asked,
    checks: Object.fromEntries(checks) as Record<string, string>,
    names: Object.fromEntries(reports.map((each) => [each.id, `${each.id} ${each[language]}`])),
    departments: labels(language, 'CL03').CL03
  };
};
