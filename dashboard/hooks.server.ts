import { sequence, type Handle, type HandleServerError } from '@sveltejs/kit/hooks';
import { building, dev } from '$app/env';
import { app } from '#jobs/app.ts';
import { realEffects } from '#jobs/effects.ts';
import { NotVisible } from '#warehouse/reader.ts';
import { CITY } from '#warehouse/scope.ts';
import { drawing } from './charts/drawing.ts';
import { svg } from './charts/echarts.ts';
import { asDay } from './days.ts';
import { asLanguage, LANGUAGE_COOKIE, localeOf } from './language.ts';
import { PageCache, type CachedPage } from './page-cache.ts';

drawing.svg = svg;

const { log } = realEffects();

const cache = new PageCache(64 * 1024 * 1024);

/** Who asks, in which language, about which day. */
const ask: Handle = async ({ event, resolve }) => {
  const { url, cookies, locals } = event;
  const wanted = asLanguage(url.searchParams.get('lang'));
  const asof = url.searchParams.get('asof') || undefined;
  locals.language = wanted ?? asLanguage(cookies.get(LANGUAGE_COOKIE)) ?? 'zh';
  locals.scope = CITY;
  locals.asof = asDay(asof);
  locals.asof_refused = locals.asof ? undefined : asof;
  let reader: ReturnType<typeof locals.reader> | undefined;
  locals.reader = () => (reader ??= app().reader(locals.scope, locals.asof));
  const response = await resolve(event);
  // Not by cookies.set(), which would become part of the page that others are given.
  if (wanted && wanted !== cookies.get(LANGUAGE_COOKIE))
    response.headers.append('set-cookie', cookies.serialize(LANGUAGE_COOKIE, wanted, remembered(url)));
  return response;
};

const remembered = (url: URL) =>
  ({ path: '/', maxAge: 31_536_000, sameSite: 'lax', secure: url.protocol === 'https:' }) as const;

/** A page stays the same until something that it shows has changed. While one develops, its code changes too. */
const keep: Handle = async ({ event, resolve }) => {
  const make = async (): Promise<Response> =>
    resolve(event, {
      transformPageChunk: ({ html }) => html.replace('%language%', localeOf(event.locals.language))
    });
  if (building || dev || event.request.method !== 'GET' || !isPage(event.route.id)) return make();
  const { language, scope } = event.locals;
  const { pathname, search } = new URL(event.request.url);
  const key = [app().version(), language, JSON.stringify(scope), pathname, search].join(' ');
  const made = await cache.take(key, make);
  return made instanceof Response ? made : answer(made, event.request);
};

/** The API answers for itself; files are handed over and never kept, nor is what tells of runs and folders. */
const isPage = (route: string | null): boolean =>
  route !== null && !/^\/(?:api|ways-in)(?:\/|$)|\/(?:file|slip|template)$/.test(route);

function answer(page: CachedPage, request: Request): Response {
  const headers = new Headers(page.headers);
  headers.delete('content-length');
  headers.set('cache-control', 'private, no-cache');
  headers.set('vary', 'accept-encoding, cookie');
  const etag = headers.get('etag');
  if (etag && request.headers.get('if-none-match') === etag)
    return new Response(null, { status: 304, headers });
  const zipped = /\bgzip\b/.test(request.headers.get('accept-encoding') ?? '');
  if (zipped) headers.set('content-encoding', 'gzip');
  return new Response(zipped ? page.gzipped : page.body, { status: page.status, headers });
}

const guard: Handle = async ({ event, resolve }) => {
  const response = await resolve(event);
  response.headers.set('x-content-type-options', 'nosniff');
  response.headers.set('referrer-policy', 'same-origin');
  response.headers.set('x-frame-options', 'DENY');
  return response;
};

export const handle = sequence(guard, ask, keep);

/** What the reader may not show looks like what does not exist; everything else unexpected is our fault and logged. */
export const handleError: HandleServerError = ({ kind, error, event }) => {
  if (error instanceof NotVisible) return { status: 404, message: 'not found' };
  if (kind !== 'unknown') return {};
  const says = error instanceof Error ? (error.stack ?? error.message) : String(error);
  log('error', 'page failed', { path: event.url.pathname, says });
  return { message: 'failed' };
};
