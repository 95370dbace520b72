/** What goes wrong, as `application/problem+json` (RFC 9457): for a program the kind, for a person the words. */
import { z } from 'zod';
import type { Words } from '#ingest/declare.ts';
import type { Language } from '#dashboard/language.ts';
import { field } from './field.ts';

export const problems = {
  invalid_parameter: { status: 400, zh: '参数有误', en: 'A parameter is not valid' },
  no_file: { status: 400, zh: '没有收到文件', en: 'No file was sent' },
  broken_upload: { status: 400, zh: '上传中断', en: 'The upload stopped before its end' },
  token_refused: { status: 401, zh: '令牌无效', en: 'The token is not good' },
  not_found: {
    status: 404,
    zh: '没有此内容，或无权查看',
    en: 'There is no such thing, or you may not see it'
  },
  method_not_allowed: { status: 405, zh: '不支持此请求方法', en: 'This method is not supported here' },
  not_now: { status: 409, zh: '现在的状态不允许', en: 'Its present state does not allow this' },
  too_large: { status: 413, zh: '文件过大', en: 'The file is too large' },
  returned: { status: 422, zh: '文件整份退回', en: 'The file was returned whole' },
  key_reused: {
    status: 422,
    zh: '同一幂等键此前用于另一文件',
    en: 'The same key came with another file before'
  },
  too_many: { status: 429, zh: '报送过于频繁', en: 'Too many files in a minute' },
  failed: { status: 500, zh: '系统内部错误', en: 'An error of ours' }
} as const satisfies Record<string, { status: number } & Words>;

export type ProblemKind = keyof typeof problems;

const wrong = z.strictObject({
  parameter: field(z.string(), '参数名', 'Name of the parameter'),
  detail: field(z.string(), '问题所在', 'What is wrong with it')
});

export const problemSchema = z
  .strictObject({
    type: field(z.string(), '问题类别的说明页', 'Where this kind of problem is explained'),
    title: field(z.string(), '问题类别', 'Kind of problem'),
    status: field(z.int(), 'HTTP 状态码', 'HTTP status'),
    detail: field(z.string().optional(), '具体情况', 'What happened'),
    errors: field(z.array(wrong).optional(), '有误的参数', 'Parameters that are not valid'),
    submission: field(z.int().optional(), '报送文件编号', 'Number of the submission')
  })
  .meta({ id: 'Problem' });

type Body = z.output<typeof problemSchema>;

interface More {
  errors?: { parameter: string; detail: Words }[];
  submission?: number;
  /** Of the response. */
  headers?: Record<string, string>;
}

/** Thrown where a request cannot be answered; api.ts turns it into the response. */
export class Problem extends Error {
  readonly kind: ProblemKind;
  readonly detail: Words | undefined;
  readonly more: More;

  constructor(kind: ProblemKind, detail?: Words, more: More = {}) {
    super(detail?.en ?? problems[kind].en);
    this.name = 'Problem';
    this.kind = kind;
    this.detail = detail;
    this.more = more;
  }
}

/** Parameters that cannot be used, each with what is wrong with it. */
export function invalid(...errors: { parameter: string; detail: Words }[]): Problem {
  const said = (language: Language) =>
    errors.map(({ parameter, detail }) => `${parameter}: ${detail[language]}`).join('; ');
  return new Problem('invalid_parameter', { zh: said('zh'), en: said('en') }, { errors });
}

export function problemResponse(
  { kind, detail, more: { errors, headers, ...more } }: Problem,
  language: Language
): Response {
  const { status, [language]: title } = problems[kind];
  const body: Body = {
    type: `/api-docs#${kind}`,
    title,
    status,
    ...(detail && { detail: detail[language] }),
    ...(errors && { errors: errors.map((each) => ({ ...each, detail: each.detail[language] })) }),
    ...more
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...headers }
  });
}
