/** Addresses inside the dashboard. What a reader has set for all pages (day, language) goes along with every link. */
const carried = ['asof', 'lang'] as const;

export type Query = Record<string, string | number | null | undefined>;

interface Here {
  pathname: string;
  searchParams: Pick<URLSearchParams, 'get' | 'entries'>;
}

/** A link to another page. */
export function to(here: Here, path: string, query: Query = {}): string {
  const set = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (present(value)) set.set(name, String(value));
  for (const name of carried) {
    const value = here.searchParams.get(name);
    if (value && !(name in query)) set.set(name, value);
  }
  return set.size === 0 ? path : `${path}?${set}`;
}

/** This page with some of its state changed; null takes a parameter away. A changed filter starts at page 1 again. */
export function change(here: Here, query: Query): string {
  const set = new URLSearchParams([...here.searchParams.entries()]);
  if (!('page' in query)) set.delete('page');
  for (const [name, value] of Object.entries(query)) {
    if (present(value)) set.set(name, String(value));
    else set.delete(name);
  }
  return set.size === 0 ? here.pathname : `${here.pathname}?${set}`;
}

const present = (value: Query[string]): value is string | number =>
  value !== undefined && value !== null && value !== '';
