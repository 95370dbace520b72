import { error } from '@sveltejs/kit';
import { reportById } from '#ingest/reports/index.ts';
import { templateFor } from '../../template/hand-out.server.ts';
import type { RequestHandler } from './$types';

/** The workbook that institutions fill in for this report. */
export const GET: RequestHandler = ({ params, locals, url }) => {
  const report = reportById(params.report);
  if (!report) error(404);
  return templateFor([report], { locals, url });
};
