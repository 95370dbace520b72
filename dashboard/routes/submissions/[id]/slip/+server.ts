import { error } from '@sveltejs/kit';
import { app } from '#jobs/app.ts';
import { readerOf } from '#dashboard/reader-of.ts';
import { slipAnswer } from '#dashboard/server/slip-answer.ts';
import type { RequestHandler } from './$types';

/** The submitter's own workbook back, its faults marked and explained, a summary first. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const id = Number(params.id);
  const reader = await readerOf({ locals, url });
  const answer = Number.isInteger(id) ? await slipAnswer(app(), reader, id, locals.language) : undefined;
  return answer ?? error(404, params.id);
};
