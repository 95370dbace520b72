import { error } from '@sveltejs/kit';
import { app } from '#jobs/app.ts';
import { reportById } from '#ingest/reports/index.ts';
import { templateWorkbook } from '#ingest/template.ts';
import type { RequestHandler } from './$types';

/** The workbook that institutions fill in for this report. */
export const GET: RequestHandler = async ({ params }) => {
  const report = reportById(params.report);
  if (!report) error(404);
  const workbook = await templateWorkbook(report, { CL20: app().city.districts });
  const name = encodeURIComponent(`${report.id}_${report.zh}_模板.xlsx`);
  return new Response(new Uint8Array(workbook), {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="${report.id}.xlsx"; filename*=UTF-8''${name}`,
      'x-content-type-options': 'nosniff'
    }
  });
};
