/** A closed list of codes. Codes are stable keys: a retired one is never used again. */
export interface CodeItem {
  code: string;
  zh: string;
  en: string;
}

export interface CodeList {
  /** CL01 … CL65 */
  id: string;
  /** Name of the list in SQL and API. */
  name: string;
  zh: string;
  en: string;
  items: readonly CodeItem[];
  /** The items are the city's configuration, not ours: `items` is empty here. */
  from_city?: true;
  note?: { zh: string; en: string };
}
