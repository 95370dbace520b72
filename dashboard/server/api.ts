/** The machine interface: reads the request, asks the reader of its scope, answers. A Hono app, mounted by routes/api. */
import { randomUUID } from 'node:crypto';
import { Hono, type Context } from 'hono';
import { accepts } from 'hono/accepts';
import { ARROW_STREAM } from '#warehouse/arrow.ts';
import { FIRST_YEAR, LAST_YEAR } from '#warehouse/build-tables.ts';
import { NotVisible, type Reader } from '#warehouse/reader.ts';
import { scopeOf, type Scope } from '#warehouse/scope.ts';
import type { App } from '#jobs/app.ts';
import { asLanguage, type Language } from '#dashboard/language.ts';
import { bearerOf } from './bearer.ts';
import type { Asked, Endpoint } from './endpoint.ts';
import { endpoints } from './endpoints.ts';
import { tagOf } from './etag.ts';
import { openapi } from './openapi.ts';
import { invalid, Problem, problemResponse } from './problem.ts';
import { read, type Format } from './question.ts';

export interface Asker {
  Bindings: {
    /** Whose answers may be given. Without one nothing is. */
    scope: Scope;
  };
}

const TYPES: Record<Format, string> = { json: 'application/json', csv: 'text/csv', arrow: ARROW_STREAM };

/** `failed` is told of what nobody foresaw. */
export function api(app: () => App, failed: (error: unknown, path: string) => void): Hono<Asker> {
  const hono = new Hono<Asker>();
  // Versions count from the start of the process: what another process has answered may have been otherwise.
  const run = randomUUID();
  let document: string | undefined;
  hono.get('/api', (c) => c.redirect('/api-docs'));
  hono.get('/api/openapi.json', () => {
    document ??= JSON.stringify(openapi(endpoints));
    return new Response(document, { headers: { 'content-type': 'application/json' } });
  });
  for (const endpoint of endpoints) {
    const path = endpoint.path.replaceAll(/\{(\w+)\}/g, ':$1');
    hono.on(endpoint.method, path, (c) => answer(endpoint, c, app(), run));
  }
  for (const path of new Set(hono.routes.map((route) => route.path)))
    hono.all(path, () => {
      throw new Problem('method_not_allowed');
    });
  hono.notFound((c) => problemResponse(new Problem('not_found'), languageOf(c)));
  hono.onError((error, c) => {
    if (error instanceof Problem) return problemResponse(error, languageOf(c));
    if (error instanceof NotVisible) return problemResponse(new Problem('not_found'), languageOf(c));
    failed(error, c.req.path);
    return problemResponse(new Problem('failed'), languageOf(c));
  });
  return hono;
}

const languageOf = (c: Context): Language => asLanguage(c.req.query('lang')) ?? 'zh';

async function answer(endpoint: Endpoint, c: Context<Asker>, app: App, run: string): Promise<Response> {
  if (!c.env.scope) throw new Problem('not_found');
  const bearer = bearerOf(c.req.header('authorization'), app);
  const scope = bearer ? scopeOf(bearer.authority) : c.env.scope;
  const url = new URL(c.req.url);
  const params = read(endpoint.params, c.req.param());
  const query = read(endpoint.query, url.searchParams);
  if (typeof query['asof'] === 'string') refuseOutside(query['asof']);
  const format = (query['format'] as Format | undefined) ?? accepted(endpoint, c);
  const kept = endpoint.kept && endpoint.method === 'get';
  const etag = tagOf([run, app.version(), JSON.stringify(scope), url.pathname, url.search, format]);
  if (kept && c.req.header('if-none-match')?.split(/,\s*/).includes(etag))
    return new Response(null, { status: 304, headers: keeping(etag) });
  let reader: Promise<Reader> | undefined;
  const response = await endpoint.handle({
    request: c.req.raw,
    url,
    params,
    query,
    language: languageOf(c),
    format,
    app,
    bearer,
    scope,
    context: c,
    reader: () => (reader ??= app.reader(scope, query['asof'] as string | undefined))
  } satisfies Asked);
  const unkept = { 'cache-control': endpoint.events ? 'no-store, no-transform' : 'no-store' };
  for (const [name, value] of Object.entries(kept ? keeping(etag) : unkept))
    response.headers.set(name, value);
  return response;
}

/** Days that no calendar and no parameter covers. */
function refuseOutside(asof: string): void {
  const [first, last] = [`${FIRST_YEAR}-01-01`, `${LAST_YEAR}-12-31`];
  if (asof < first || asof > last)
    throw invalid({
      parameter: 'asof',
      detail: { zh: `应在 ${first} 至 ${last} 之间`, en: `must lie between ${first} and ${last}` }
    });
}

const keeping = (etag: string) => ({
  etag,
  'cache-control': 'private, no-cache',
  vary: 'accept, authorization'
});

function accepted(endpoint: Endpoint, c: Context): Format {
  const supports = endpoint.formats.map((format) => TYPES[format]);
  const type = accepts(c, { header: 'Accept', supports, default: TYPES.json });
  return endpoint.formats.find((format) => TYPES[format] === type) ?? 'json';
}
