import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { error } from '@sveltejs/kit';
import { app } from '#jobs/app.ts';
import { readerOf } from '#dashboard/reader-of.ts';
import { attachment } from '#dashboard/server/resources/submitted-file.ts';
import type { RequestHandler } from './$types';

/** The file as it was handed in, byte by byte. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const reader = await readerOf({ locals, url });
  const submission = await reader.submission(Number(params.id));
  // Of another's file a scope sees some rows, never the bytes.
  if (!submission?.is_whole) error(404, params.id);
  const bytes = Readable.toWeb(
    createReadStream(app().keptPath(submission.sha256))
  ) as ReadableStream<Uint8Array>;
  return new Response(bytes as unknown as BodyInit, {
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': attachment(submission.file_name),
      'content-length': String(submission.bytes),
      // A browser must never take a file that somebody sent for a page of ours.
      'x-content-type-options': 'nosniff'
    }
  });
};
