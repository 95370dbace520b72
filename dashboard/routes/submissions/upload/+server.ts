import { error, json, redirect } from '@sveltejs/kit';
import { Rejection } from '#ingest/rejection.ts';
import { app } from '#jobs/app.ts';
import { text } from '#dashboard/asked.ts';
import { sentFile, type SentFile } from '#dashboard/multipart.ts';
import type { RequestHandler } from './$types';

/**
 * Takes one file and answers with its submission: a form sends `multipart/form-data` and is led to the result; a
 * script sends the bytes alone, names them by `?name=` and gets `{ id }`.
 */
export const POST: RequestHandler = async ({ request, url }) => {
  const sent = await fileOf(request, url);
  if (!sent) error(400, 'no_file');
  const id = await app().receive(sent, { channel: 'upload' }).catch(refused);
  if (request.headers.get('accept')?.includes('application/json')) return json({ id });
  redirect(303, `/submissions/${id}`);
};

function refused(failure: unknown): never {
  if (failure instanceof Rejection) error(413, failure.code);
  throw failure;
}

async function fileOf(request: Request, url: URL): Promise<SentFile | undefined> {
  const { body, headers } = request;
  const type = headers.get('content-type') ?? '';
  if (!body) return undefined;
  if (type.startsWith('multipart/form-data')) return sentFile(body, type);
  const file_name = text(url, 'name');
  return file_name ? { file_name, bytes: body } : undefined;
}
