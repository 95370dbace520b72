import { error } from '@sveltejs/kit';
import { text, whole } from '#dashboard/asked.ts';
import { readerOf } from '#dashboard/reader-of.ts';
import type { PageServerLoad } from './$types';

const around = 12;

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const reader = await readerOf({ locals, url });
  const id = Number(params.id);
  const submission = Number.isInteger(id) ? await reader.submission(id) : undefined;
  const sheet_no = whole(url, 'sheet', submission?.sheets[0]?.sheet_no ?? 1);
  const row = whole(url, 'row', 0);
  const sheet = await (submission && reader.sheet(id, sheet_no, { row: row || around, around }));
  if (!submission || !sheet) error(404, params.id);
  const { file_name, sheets } = submission;
  return {
    id,
    file_name,
    sheets: sheets.map(({ sheet_no, sheet }) => ({ sheet_no, sheet })),
    sheet_no,
    row,
    around,
    field: text(url, 'field'),
    ...sheet
  };
};
