import { error } from '@sveltejs/kit';
import { reportById, reports } from '#ingest/reports/index.ts';
import { templateFor } from './hand-out.server.ts';
import type { RequestHandler } from './$types';

/** One workbook with a form for each of `?reports=R04,R05`; of all reports without it. */
export const GET: RequestHandler = ({ locals, url }) => {
  const asked = [...new Set((url.searchParams.get('reports') ?? '').split(',').filter(Boolean))];
  const found = asked.map((id) => reportById(id) ?? error(404, id));
  return templateFor(asked.length === 0 ? reports : found, { locals, url });
};
