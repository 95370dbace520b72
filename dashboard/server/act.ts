/** An endpoint that orders something to be done: 202 once the order stands. */
import { z } from 'zod';
import type { Words } from '#ingest/declare.ts';
import { json, type Asked, type Endpoint } from './endpoint.ts';
import { Problem, type ProblemKind } from './problem.ts';
import { common, read } from './question.ts';

export interface ActOf<P extends z.ZodObject, B extends z.ZodObject, T extends z.ZodObject> {
  path: Endpoint['path'];
  words: Words;
  about?: Words;
  params: P;
  /** Sent as JSON; without one the body is not looked at. */
  sent?: B;
  data: T;
  act(params: z.output<P>, sent: z.output<B>, asked: Asked): Promise<z.output<T>>;
}

/** Characters of a body; orders are short. */
const LARGEST_BODY = 20_000;

export function act<P extends z.ZodObject, B extends z.ZodObject, T extends z.ZodObject>(
  of: ActOf<P, B, T>
): Endpoint {
  const problems: ProblemKind[] = ['invalid_parameter', 'not_found', 'not_now'];
  return {
    method: 'post',
    path: of.path,
    words: of.words,
    ...(of.about && { about: of.about }),
    params: of.params,
    query: z.strictObject({ lang: common(['json']).lang }),
    formats: ['json'],
    ...(of.sent && {
      sent: { words: { zh: '命令', en: 'The order' }, types: { 'application/json': of.sent } }
    }),
    answer: z.strictObject({ data: of.data }),
    fields: of.data,
    status: 202,
    problems,
    kept: false,
    async handle(asked) {
      const sent = of.sent ? read(of.sent, await bodyOf(asked.request)) : ({} as z.output<B>);
      return json({ data: await of.act(asked.params as z.output<P>, sent, asked) }, {}, 202);
    }
  };
}

/** Only as JSON: a form of another site can send everything else in our reader's name. */
async function bodyOf(request: Request): Promise<Record<string, string>> {
  const refused = new Problem('invalid_parameter', {
    zh: '正文应为 JSON 对象（application/json）',
    en: 'The body must be a JSON object (application/json)'
  });
  if (!request.headers.get('content-type')?.startsWith('application/json')) throw refused;
  if (Number(request.headers.get('content-length') ?? 0) > LARGEST_BODY) throw refused;
  const text = await request.text();
  if (text.length > LARGEST_BODY) throw refused;
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === 'object' && body !== null && !Array.isArray(body))
      return body as Record<string, string>;
  } catch {
    throw refused;
  }
  throw refused;
}
