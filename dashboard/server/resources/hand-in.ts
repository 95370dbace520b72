import { z } from 'zod';
import { fillWords, Rejection, rejectionWords } from '#ingest/rejection.ts';
import type { Taken } from '#jobs/app.ts';
import { namedFile } from '#jobs/named-file.ts';
import { KeyReused } from '#jobs/receive-once.ts';
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
    zh: '把文件字节作为正文发送，Content-Type 用 application/octet-stream，文件名写在 file_name 或 Content-Disposition；或以 multipart/form-data 发送一个文件（程序须附令牌）。附上 Authorization: Bearer sj_…，即代表令牌所属的单位或部门报送，其他单位的行将被退回。字节保存后即回答 202，校验与发布随后进行，进度见 /progress，结果见 Location 所指地址；加 wait=true，则在校验与发布完成后回答 201，整份退回的回答 422。与此前相同的文件无须处理，直接回答 201。',
    en: 'Send the bytes as the body, as application/octet-stream, named by file_name or Content-Disposition; or one file as multipart/form-data (for which a program needs a token). With Authorization: Bearer sj_… it is handed in by whom the token speaks for, and rows of others are rejected. 202 comes as soon as the bytes are kept; validating and publishing follow: /progress says how far, the address in Location what came of it. With wait=true the answer comes after them: 201, or 422 for a file that was returned whole. A file that came before needs nothing done and is 201 at once.'
  },
  params: none,
  query: z.strictObject({
    file_name: field(
      z.string().trim().min(1).max(255).optional(),
      '文件名（正文即文件且无 Content-Disposition 时必填）',
      'Name of the file (needed where the body is the file and no Content-Disposition names it)'
    ),
    wait: field(
      z.stringbool().optional(),
      '等待处理完成，默认 false',
      'Wait until all is done; default false'
    ),
    lang: common(['json']).lang
  }),
  headers: z.strictObject({
    'idempotency-key': field(
      z
        .string()
        .regex(/^[\x21-\x7e]{1,255}$/)
        .optional(),
      '幂等键：同一令牌以同一键再次发送同一文件，得到同一编号',
      'Key of this file: sent again with the same key and token it has the same number',
      { zh: '1 至 255 个可见 ASCII 字符', en: '1 to 255 visible ASCII characters' }
    )
  }),
  takes_token: true,
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
  status: 202,
  otherwise: { status: 201, words: { zh: '已处理完毕', en: 'All is done' } },
  problems: [
    'invalid_parameter',
    'no_file',
    'broken_upload',
    'too_large',
    'returned',
    'key_reused',
    'too_many'
  ],
  kept: false,
  async handle(asked) {
    const { id, settled } = await receive(asked);
    if (asked.query['wait'] === true) await settled;
    const reader = await asked.reader();
    const data = await reader.submission(id);
    if (!data) throw new Problem('not_found');
    if (data.state === 'returned') throw returned(id, data.reason);
    return json(
      { moment: momentOf(reader.moment), data },
      { ...momentHeaders(reader.moment), location: `/api/submissions/${id}` },
      data.state === 'received' ? 202 : 201
    );
  }
};

async function receive({ app, request, query, bearer }: Asked): Promise<Taken> {
  const body = { broken: false };
  const wait = bearer ? app.ways_in.leave(bearer) : 0;
  if (wait > 0) throw tooMany(wait);
  const key = keyOf(request);
  try {
    const { file_name, bytes } = await fileOf(request, body, query['file_name'] as string | undefined);
    return await app.receive({ file_name, bytes: watched(bytes, body) }, { channel: 'api', bearer, key });
  } catch (error) {
    if (body.broken) throw new Problem('broken_upload');
    if (error instanceof Rejection && error.code === 'too_large')
      throw new Problem('too_large', fillWords(rejectionWords.too_large.says, error.params));
    if (error instanceof KeyReused)
      throw new Problem('key_reused', undefined, { submission: error.submission });
    throw error;
  }
}

const tooMany = (wait: number): Problem =>
  new Problem(
    'too_many',
    { zh: `请在 ${wait} 秒后再试。`, en: `Try again in ${wait} seconds.` },
    { headers: { 'retry-after': String(wait) } }
  );

function keyOf(request: Request): string | undefined {
  const key = request.headers.get('idempotency-key') ?? undefined;
  if (handIn.headers?.safeParse({ 'idempotency-key': key }).success) return key;
  throw invalid({
    parameter: 'Idempotency-Key',
    detail: { zh: '应为 1 至 255 个可见 ASCII 字符', en: 'must have 1 to 255 visible ASCII characters' }
  });
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
  const name = file_name ?? namedFile(request.headers.get('content-disposition') ?? undefined);
  if (name === undefined)
    throw invalid({
      parameter: 'file_name',
      detail: {
        zh: '正文即文件时，请在此或在 Content-Disposition 中写明',
        en: 'is needed where the body is the file and no Content-Disposition names it'
      }
    });
  return { file_name: name, bytes: request.body };
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
