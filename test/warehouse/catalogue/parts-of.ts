/** Which part of a figure each record is; the figure must be what its records add up to. */
import { expect } from 'vitest';
import { indicatorById } from '#warehouse/catalogue/index.ts';
import type { Day } from '#warehouse/calendar.ts';
import { CITY } from '#warehouse/scope.ts';
import type { SmallCity } from '../small-city.ts';

export interface Asked {
  /** Named value; the first if not said. */
  name?: string;
  asof?: Day;
  /** Of one institution; the city if not said. */
  of?: string;
}

/** By the record’s key, in small letters: numerator, denominator_only, missing or excluded. */
export async function partsOf(
  city: SmallCity,
  id: string,
  period: string,
  { name, asof, of }: Asked = {}
): Promise<Record<string, string>> {
  const reader = await city.reader(CITY, asof);
  const value = name ?? indicatorById(id)?.values[0]?.name ?? '';
  const ask = {
    period,
    ...(of === undefined ? { by: 'city' as const } : { by: 'institution' as const, group: of })
  };
  const page = await reader.members(id, { ...ask, name: value, page_size: 500 });
  const found = (await reader.figures(id, ask)).find((one) => one.name === value && one.dimension === '');
  const { numerator, denominator, missing, excluded } = page;
  expect({
    numerator: found?.numerator ?? 0,
    denominator: found?.denominator ?? 0,
    excluded: found?.excluded ?? 0
  }).toEqual({ numerator, denominator, excluded });
  if (indicatorById(id)?.missing.kind === 'rows') expect(found?.missing ?? 0).toBe(missing);
  return Object.fromEntries(page.rows.map(({ record_key, part }) => [record_key.toLowerCase(), part]));
}
