import type { Reader } from '#warehouse/reader.ts';

/**
 * The reader of a page. Asked by way of the address, because the browser asks a page again only for those parameters
 * that it has read, and every page depends on the day and the language.
 */
export function readerOf({ locals, url }: { locals: App.Locals; url: URL }): Promise<Reader> {
  url.searchParams.get('asof');
  url.searchParams.get('lang');
  return locals.reader();
}
