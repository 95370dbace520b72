import { labels } from '#dashboard/code-labels.server.ts';
import { oneOf, pageOf, text, whole } from '#dashboard/asked.ts';
import { asDay } from '#dashboard/days.ts';
import { readerOf } from '#dashboard/reader-of.ts';
import { MATTERS } from '#warehouse/forecast/forecast.ts';
import { mattersOf } from '#warehouse/forecast/matters-of.ts';
import type { PageServerLoad } from './$types';

const [GROUPS, ROWS] = [20, 50];

export const load: PageServerLoad = async ({ locals, url }) => {
  const reader = await readerOf({ locals, url });
  const day = asDay(text(url, 'day'));
  const { institutions, matters, ...found } = await reader.forecast(day ? { day } : {});
  const asked = {
    kind: oneOf(url, 'kind', MATTERS),
    department: text(url, 'department'),
    institution: text(url, 'institution')
  };
  const [at, group_at] = [pageOf(url), whole(url, 'group_page', 1)];
  const chosen = mattersOf(matters, asked);
  return {
    ...found,
    asked,
    institution_name:
      institutions.find(({ group }) => group === asked.institution)?.name ?? asked.institution,
    institutions: {
      rows: institutions.slice((group_at - 1) * GROUPS, group_at * GROUPS),
      total: institutions.length,
      page: group_at,
      page_size: GROUPS
    },
    matters: {
      rows: chosen.slice((at - 1) * ROWS, at * ROWS),
      total: chosen.length,
      page: at,
      page_size: ROWS
    },
    department_names: labels(locals.language, 'CL03').CL03
  };
};
