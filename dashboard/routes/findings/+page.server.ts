import { oneOf, text } from '#dashboard/asked.ts';
import { said } from '#dashboard/said.ts';
import { reports } from '#ingest/reports/index.ts';
import { readerOf } from '#dashboard/reader-of.ts';
import { FOUND_KEY } from '#warehouse/found-findings.ts';
import type { PageServerLoad } from './$types';

const PAGE_SIZE = 50;

export const load: PageServerLoad = async ({ locals, url }) => {
  const reader = await readerOf({ locals, url });
  const after = text(url, 'after');
  const asked = {
    search: text(url, 'search'),
    // What was rejected is sought first; all is a choice of its own.
    level: url.searchParams.has('level')
      ? oneOf(url, 'level', ['reject', 'remark'] as const)
      : ('reject' as const),
    report: reports.find(({ id }) => id === text(url, 'report'))?.id,
    check: text(url, 'check'),
    institution: text(url, 'institution'),
    period: text(url, 'period'),
    file: text(url, 'file')
  };
  const set = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
  const found = await reader.foundFindings({
    ...set,
    ...(after && FOUND_KEY.test(after) && { after }),
    page_size: PAGE_SIZE
  });
  const names = Object.fromEntries(reports.map((each) => [each.id, `${each.id} ${each[locals.language]}`]));
  return { ...said(found, locals.language), asked, after, names };
};
