import { labels } from '#dashboard/code-labels.server.ts';
import { oneOf, pageOf, text } from '#dashboard/asked.ts';
import { readerOf } from '#dashboard/reader-of.ts';
import type { PageServerLoad } from './$types';

const states = ['overdue', 'due_soon', 'open', 'submitted', 'closed', 'cancelled'] as const;

export const load: PageServerLoad = async ({ locals, url }) => {
  const reader = await readerOf({ locals, url });
  const [state, department, search] = [
    oneOf(url, 'state', states),
    text(url, 'department'),
    text(url, 'search')
  ];
  const ask = { ...(department && { department }), ...(search && { search }) };
  const [found, ...counted] = await Promise.all([
    reader.rectifications({ ...ask, ...(state && { state }), page: pageOf(url), page_size: 50 }),
    ...states.map((each) => reader.rectifications({ ...ask, state: each, page: 1, page_size: 1 }))
  ]);
  const counts = states.map((each, at) => ({ state: each, total: counted[at]?.total ?? 0 }));
  return {
    ...found,
    state,
    department,
    search,
    counts,
    codes: labels(locals.language, 'CL03', 'CL29', 'CL30', 'CL31')
  };
};
