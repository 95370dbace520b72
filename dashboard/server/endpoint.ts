/** One address of the interface: what may be asked, what is answered, and how. Route, document and readable page derive from it. */
import type { Context } from 'hono';
import type { z } from 'zod';
import type { Words } from '#ingest/declare.ts';
import type { App } from '#jobs/app.ts';
import type { Bearer } from '#jobs/ways-in.ts';
import type { Reader } from '#warehouse/reader.ts';
import type { Scope } from '#warehouse/scope.ts';
import type { Language } from '#dashboard/language.ts';
import type { ProblemKind } from './problem.ts';
import type { Format } from './question.ts';

/** A request that has been read. */
export interface Asked {
  request: Request;
  /** As asked for, with the query. */
  url: URL;
  params: Record<string, unknown>;
  query: Record<string, unknown>;
  language: Language;
  format: Format;
  app: App;
  /** Whose token came with it. */
  bearer: Bearer | undefined;
  scope: Scope;
  /** For answers that go on. */
  context: Context;
  /** The reader of the asker's scope at the moment asked for; made once. */
  reader: () => Promise<Reader>;
}

export interface Endpoint {
  method: 'get' | 'post';
  /** With `{names}` of parameters. */
  path: `/api/${string}`;
  words: Words;
  /** What else one should know. */
  about?: Words;
  params: z.ZodObject;
  query: z.ZodObject;
  /** Headers that it reads, in small letters. */
  headers?: z.ZodObject;
  /** Whether files are handed in with a token. */
  takes_token?: true;
  formats: readonly [Format, ...Format[]];
  /** Of the body sent. */
  sent?: { words: Words; types: Record<string, z.ZodType> };
  /** Of the JSON answered; undefined where the answer is a file. */
  answer: z.ZodType | undefined;
  /** What the answer is made of, for people: the fields of a row, or of the one thing. */
  fields: z.ZodObject | undefined;
  status: 200 | 201 | 202;
  /** Another success, and when it comes. */
  otherwise?: { status: 201 | 202; words: Words };
  /** The answer is a stream of events, of which each carries this. */
  events?: z.ZodType;
  problems: readonly ProblemKind[];
  /** False where the answer speaks of the running machine: it is never kept. */
  kept: boolean;
  handle(asked: Asked): Promise<Response>;
}

export const json = (body: unknown, headers: Record<string, string> = {}, status = 200): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });
