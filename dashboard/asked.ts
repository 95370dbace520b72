/** What a list page reads from its address. Unknown values count as not asked: an old link still opens. */

/** The text, or undefined where it is absent or empty. */
export const text = (url: URL, name: string): string | undefined =>
  url.searchParams.get(name)?.trim() || undefined;

/** One of the values allowed. */
export const oneOf = <T extends string>(url: URL, name: string, allowed: readonly T[]): T | undefined =>
  allowed.find((value) => value === url.searchParams.get(name));

/** A whole number of at least `least`, else `otherwise`. */
export function whole(url: URL, name: string, otherwise: number, least = 1): number {
  const value = Number(url.searchParams.get(name) ?? '');
  return Number.isInteger(value) && value >= least ? value : otherwise;
}

/** Page of a list, from 1. */
export const pageOf = (url: URL): number => whole(url, 'page', 1);
