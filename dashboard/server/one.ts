/** An endpoint that answers with one thing: an object in JSON, a table of one row in CSV. */
import { z } from 'zod';
import type { Words } from '#ingest/declare.ts';
import type { Reader } from '#warehouse/reader.ts';
import { csvOf } from './csv.ts';
import { json, type Asked, type Endpoint } from './endpoint.ts';
import { momentHeaders, momentOf, momentSchema } from './moment.ts';
import { Problem } from './problem.ts';
import { common, type Format } from './question.ts';
import { streamed } from './streamed.ts';

export interface OneOf<P extends z.ZodObject, T extends z.ZodObject> {
  path: Endpoint['path'];
  words: Words;
  about?: Words;
  params: P;
  data: T;
  /** Where it is too deep for a table: JSON alone. */
  formats?: readonly [Format, ...Format[]];
  kept?: false;
  /** Undefined where it is not there, or not visible. */
  find(reader: Reader, params: z.output<P>, asked: Asked): Promise<z.output<T> | undefined>;
}

export function one<P extends z.ZodObject, T extends z.ZodObject>(of: OneOf<P, T>): Endpoint {
  const formats = of.formats ?? (['json', 'csv'] as const);
  return {
    method: 'get',
    path: of.path,
    words: of.words,
    ...(of.about && { about: of.about }),
    params: of.params,
    query: z.strictObject(common(formats)),
    formats,
    answer: z.strictObject({ moment: momentSchema, data: of.data }),
    fields: of.data,
    status: 200,
    problems:
      Object.keys(of.params.shape).length > 0 ? ['invalid_parameter', 'not_found'] : ['invalid_parameter'],
    kept: of.kept ?? true,
    async handle(asked) {
      const reader = await asked.reader();
      const data = await of.find(reader, asked.params as z.output<P>, asked);
      if (!data) throw new Problem('not_found');
      const headers = momentHeaders(reader.moment);
      if (asked.format === 'csv')
        return streamed(csvOf(of.data, alone(data), asked.language), {
          'content-type': 'text/csv; charset=utf-8; header=present',
          ...headers
        });
      return json({ moment: momentOf(reader.moment), data }, headers);
    }
  };
}

async function* alone(row: object): AsyncGenerator<object[], void, void> {
  yield [row];
}
