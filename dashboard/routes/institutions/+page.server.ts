import { labels } from '#dashboard/code-labels.server.ts';
import { pageOf, text } from '#dashboard/asked.ts';
import { readerOf } from '#dashboard/reader-of.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const reader = await readerOf({ locals, url });
  const names = ['search', 'department', 'district', 'kind', 'sort'] as const;
  const asked: Partial<Record<(typeof names)[number], string>> = Object.fromEntries(
    names.flatMap((name) => {
      const value = text(url, name);
      return value ? [[name, value]] : [];
    })
  );
  const found = await reader.institutions({ ...asked, page: pageOf(url), page_size: 50 });
  return { ...found, asked, codes: labels(locals.language, 'CL01', 'CL02', 'CL03', 'CL20') };
};
