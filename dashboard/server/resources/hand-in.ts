import { z } from 'zod';
import { fillWords, Rejection, rejectionWords } from '#ingest/rejection.ts';
import { sentFile, type SentFile } from '#dashboard/multipart.ts';
import { json, type Asked, type Endpoint } from '../endpoint.ts';
import { field } from '../field.ts';
import { none } from '../fields.ts';
import { momentHeaders, momentOf, momentSchema } from '../moment.ts';
import { invalid, Problem } from '../problem.ts';
import { common } from '../question.ts';
import { submissionWithSheets } from './submissions.ts';

export const handIn: Endpoint = {
  method: 'post',
  path: '/api/submissions',
  words: { zh: '报送一份文件', en: 'Hand in a file' },
  about: {
    zh: '把文件字节作为正文发送，Content-Type 用 application/octet-stream，文件名写在 file_name；或以 multipart/form-data 发送一个文件。回答时已完成校验与发布。',
    en: 'Send the bytes as the body, as application/octet-stream, named by file_name; or one file as multipart/form-data. When the answer comes the file has been validated and published.'
  },
  params: none,
  query: z.strictObject({
    file_name: field(
      z.string().trim().min(1).max(255).optional(),
      '文件名（正文即文件时必填）',
      'Name of the file (needed where the body is the file)'
    ),
    lang: common(['json']).lang
  }),
  formats: ['json'],
  sent: {
    words: { zh: '文件：CSV、XLSX 或 JSON', en: 'The file: CSV, XLSX or JSON' },
    types: {
      'application/octet-stream': field(z.string(), '文件字节', 'Bytes of the file'),
      'multipart/form-data': z.strictObject({ file: field(z.string(), '文件', 'The file') })
    }
  },
  answer: z.strictObject({ moment: momentSchema, data: submissionWithSheets }),
  fields: submissionWithSheets,
  status: 201,
  problems: ['invalid_parameter', 'no_file', 'broken_upload', 'too_large', 'returned'],
  kept: false,
  async handle(asked) {
    const id = await receive(asked);
    const reader = await asked.reader();
    const data = await reader.submission(id);
    if (!data) throw new Problem('not_found');
    if (data.state === 'returned') throw returned(id, data.reason);
    return json(
      { moment: momentOf(reader.moment), data },
      { ...momentHeaders(reader.moment), location: `/api/submissions/${id}` },
      201
    );
  }
};

async function receive({ app, request, query }: Asked): Promise<number> {
  const body = { broken: false };
  try {
    const { file_name, bytes } = await fileOf(request, body, query['file_name'] as string | undefined);
    return await app.receive({ file_name, bytes: watched(bytes, body) }, { channel: 'api' });
  } catch (error) {
    if (body.broken) throw new Problem('broken_upload');
    if (error instanceof Rejection && error.code === 'too_large')
      throw new Problem('too_large', fillWords(rejectionWords.too_large.says, error.params));
    throw error;
  }
}

async function fileOf(request: Request, state: { broken: boolean }, file_name?: string): Promise<SentFile> {
  const type = request.headers.get('content-type') ?? '';
  if (!request.body) throw new Problem('no_file');
  if (type.startsWith('multipart/form-data')) {
    const sent = await sentFile(request.body, type).catch((error: unknown) => {
      state.broken = true;
      throw error;
    });
    if (!sent) throw new Problem('no_file');
    return { ...sent, ...(file_name !== undefined && { file_name }) };
  }
  if (file_name === undefined)
    throw invalid({
      parameter: 'file_name',
      detail: { zh: '正文即文件时必填', en: 'is needed where the body is the file' }
    });
  return { file_name, bytes: request.body };
}

/** The same bytes; a sender who breaks off is told apart from a fault of ours. */
async function* watched(
  bytes: AsyncIterable<Uint8Array>,
  state: { broken: boolean }
): AsyncGenerator<Uint8Array> {
  const parts = bytes[Symbol.asyncIterator]();
  while (true) {
    const next = await parts.next().catch((error: unknown) => {
      state.broken = true;
      throw error;
    });
    if (next.done === true) return;
    yield next.value;
  }
}

function returned(submission: number, reason: z.output<typeof submissionWithSheets>['reason']): Problem {
  if (!reason) return new Problem('returned', undefined, { submission });
  const { says, remedy } = reason;
  return new Problem(
    'returned',
    { zh: `${says.zh} ${remedy.zh}`, en: `${says.en} ${remedy.en}` },
    { submission }
  );
}
