/** The OpenAPI 3.1 document, made from the same schemas that read the questions and describe the answers. */
import { OpenAPIHono } from '@hono/zod-openapi';
import type { z } from 'zod';
import type { Words } from '#ingest/declare.ts';
import { ARROW_STREAM } from '#warehouse/arrow.ts';
import type { Endpoint } from './endpoint.ts';
import { problems, problemSchema, type ProblemKind } from './problem.ts';

type Document = ReturnType<OpenAPIHono['getOpenAPI31Document']>;

const both = ({ zh, en }: Words) => `${en} · ${zh}`;

export function openapi(endpoints: readonly Endpoint[]): Document {
  const { openAPIRegistry, getOpenAPI31Document } = new OpenAPIHono();
  openAPIRegistry.registerComponent('securitySchemes', 'token', {
    type: 'http',
    scheme: 'bearer',
    description: both(TOKEN)
  });
  for (const endpoint of endpoints) {
    const { method, path, words, about, params, query, headers, sent } = endpoint;
    openAPIRegistry.registerPath({
      method,
      path,
      operationId: operationId(endpoint),
      tags: [path.split('/')[2] ?? ''],
      summary: both(words),
      // Without a token too, as long as only this machine is listened to.
      ...(endpoint.takes_token && { security: [{ token: [] }, {}] }),
      ...(about && { description: `${about.en}\n\n${about.zh}` }),
      request: {
        params,
        query,
        ...(headers && { headers }),
        ...(sent && {
          body: { description: both(sent.words), required: true, content: contentOf(sent.types) }
        })
      },
      responses: {
        [endpoint.status]: { description: both(words), content: answered(endpoint) },
        ...(endpoint.otherwise && {
          [endpoint.otherwise.status]: {
            description: both(endpoint.otherwise.words),
            content: answered(endpoint)
          }
        }),
        ...(endpoint.kept && {
          304: { description: 'Not changed since the ETag sent · 自所附 ETag 以来没有变化' }
        }),
        ...Object.fromEntries(
          byStatus([...endpoint.problems, 'token_refused', 'failed']).map(([status, kinds]) => [
            status,
            problem(kinds)
          ])
        )
      }
    });
  }
  return getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Shanjian · 善鉴',
      version: '1',
      description: `${both(ABOUT)}`
    },
    servers: [{ url: '/' }]
  });
}

const ABOUT: Words = {
  zh: '科技伦理治理统计分析与风险监测的机器接口。每个回答都注明数据截至日与发布序号；加 asof 参数即按该日所知回答。',
  en: 'Machine interface to the statistics and risk monitoring of research-ethics governance. Every answer names its day and publication; with asof it is given as known on that day.'
};

const TOKEN: Words = {
  zh: '令牌（sj_…）代表一个单位、一个部门或市级，由管理员用 npm run token 生成；所报的行只能属于它所代表的一方。',
  en: 'A token (sj_…) speaks for one institution, one department or the city, and is made with npm run token; rows handed in with it may be of these only.'
};

const operationId = ({ method, path }: Endpoint): string =>
  [method, ...path.split(/[/{}_]+/).slice(2)]
    .filter((part) => part !== '')
    .map((part, at) => (at === 0 ? part : part.charAt(0).toUpperCase() + part.slice(1)))
    .join('');

const contentOf = (types: Record<string, z.ZodType>) =>
  Object.fromEntries(Object.entries(types).map(([type, schema]) => [type, { schema }]));

function answered({ answer, formats, events }: Endpoint) {
  const binary = { schema: { type: 'string' as const, format: 'binary' } };
  if (events) return { 'text/event-stream': { schema: events } };
  if (!answer) return { 'application/octet-stream': binary };
  return {
    'application/json': { schema: answer },
    ...(formats.includes('csv') && { 'text/csv': { schema: { type: 'string' as const } } }),
    ...(formats.includes('arrow') && { [ARROW_STREAM]: binary })
  };
}

const byStatus = (kinds: readonly ProblemKind[]): [number, ProblemKind[]][] => [
  ...Map.groupBy(kinds, (kind) => problems[kind].status).entries()
];

const problem = (kinds: ProblemKind[]) => ({
  description: kinds.map((kind) => both(problems[kind])).join('; '),
  content: { 'application/problem+json': { schema: problemSchema } }
});
