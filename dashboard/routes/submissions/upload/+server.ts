import { setTimeout as wait } from 'node:timers/promises';
import { error, json, redirect } from '@sveltejs/kit';
import { Rejection } from '#ingest/rejection.ts';
import { app } from '#jobs/app.ts';
import { text } from '#dashboard/asked.ts';
import { sentFile, type SentFile } from '#dashboard/multipart.ts';
import type { RequestHandler } from './$types';

/** Milliseconds that a form without a script waits, so that a small file is led straight to its result. */
const PATIENCE = 2_000;

/**
 * Takes one file and answers with its submission once its bytes are kept: a form sends `multipart/form-data` and is led
 * to the result; a script sends the bytes alone, names them by `?name=` and gets `{ id }`.
 */
export const POST: RequestHandler = async ({ request, url }) => {
  const sent = await fileOf(request, url);
  if (!sent) error(400, 'no_file');
  const { id, settled } = await app().receive(sent, { channel: 'upload' }).catch(refused);
  if (request.headers.get('accept')?.includes('application/json')) return json({ id });
  await Promise.race([settled, wait(PATIENCE)]);
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
