import { error, redirect } from '@sveltejs/kit';
import { Rejection } from '#ingest/rejection.ts';
import { app } from '#jobs/app.ts';
import { text } from '#dashboard/asked.ts';
import { to } from '#dashboard/links.ts';
import { sentFile } from '#dashboard/multipart.ts';
import type { RequestHandler } from './$types';

/** Takes a sample, whose columns are then mapped; it is no submission. */
export const POST: RequestHandler = async ({ request, url }) => {
  const { body, headers } = request;
  const sent = body && (await sentFile(body, headers.get('content-type') ?? ''));
  if (!sent) error(400, 'no_file');
  const sample = await app()
    .mapping.keepSample(sent.bytes)
    .catch((failure: unknown) => {
      if (failure instanceof Rejection) error(413, failure.code);
      throw failure;
    });
  redirect(303, to(url, '/mapping/new', { sample, name: sent.file_name, profile: text(url, 'profile') }));
};
