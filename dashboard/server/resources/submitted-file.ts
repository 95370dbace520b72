import { createReadStream } from 'node:fs';
import { z } from 'zod';
import { safeFileName } from '#ingest/file-name.ts';
import type { Endpoint } from '../endpoint.ts';
import { momentHeaders } from '../moment.ts';
import { Problem } from '../problem.ts';
import { common } from '../question.ts';
import { streamed } from '../streamed.ts';
import { submissionId } from './submissions.ts';

export const submittedFile: Endpoint = {
  method: 'get',
  path: '/api/submissions/{id}/file',
  words: { zh: '原样取回报送的文件', en: 'The file byte by byte as it was handed in' },
  params: submissionId,
  query: z.strictObject({ asof: common(['json']).asof, lang: common(['json']).lang }),
  formats: ['json'],
  answer: undefined,
  fields: undefined,
  status: 200,
  problems: ['invalid_parameter', 'not_found'],
  kept: true,
  async handle({ reader: opened, params, app }) {
    const reader = await opened();
    const found = await reader.submission(Number(params['id']));
    // Of another's file a scope sees some rows, never the bytes.
    if (!found?.is_whole) throw new Problem('not_found');
    return streamed(bytesOf(app.keptPath(found.sha256)), {
      'content-type': 'application/octet-stream',
      'content-disposition': attachment(found.file_name),
      'content-length': String(found.bytes),
      // A browser must never take a file that somebody sent for a page of ours.
      'x-content-type-options': 'nosniff',
      ...momentHeaders(reader.moment)
    });
  }
};

async function* bytesOf(path: string): AsyncGenerator<Uint8Array<ArrayBuffer>, void, void> {
  for await (const part of createReadStream(path)) yield part as Uint8Array<ArrayBuffer>;
}

/** The name in full (RFC 5987, RFC 6266), and what is left of it in ASCII for those who read no more. */
export function attachment(sent: string): string {
  const name = safeFileName(sent);
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_');
  const full = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${full}`;
}
