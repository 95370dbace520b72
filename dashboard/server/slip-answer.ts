/** A return slip as an answer: made now, sent as it is read, and gone afterwards. */
import { createReadStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import type { Language } from '#dashboard/language.ts';
import type { App } from '#jobs/app.ts';
import type { Reader } from '#warehouse/reader.ts';
import { attachment } from './resources/submitted-file.ts';
import { streamed } from './streamed.ts';

/** Undefined where the reader may not see the submission. */
export async function slipAnswer(
  app: App,
  reader: Reader,
  id: number,
  language: Language,
  headers: Record<string, string> = {}
): Promise<Response | undefined> {
  const slip = await app.slip(reader, id, language);
  if (!slip) return undefined;
  const { size } = await stat(slip.path);
  return streamed(bytesOf(slip.path), {
    'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'content-disposition': attachment(slip.file_name),
    'content-length': String(size),
    'x-content-type-options': 'nosniff',
    ...headers
  });
}

async function* bytesOf(path: string): AsyncGenerator<Uint8Array<ArrayBuffer>, void, void> {
  try {
    for await (const part of createReadStream(path)) yield part as Uint8Array<ArrayBuffer>;
  } finally {
    await rm(path, { force: true });
  }
}
