/** Whether the product's figures and the records behind them agree with what a test has counted by itself. */
import { expect } from 'vitest';
import type { By } from '#warehouse/answers.ts';
import { addDays, type Day } from '#warehouse/calendar.ts';
import { periodNamed, type Period } from '#warehouse/periods.ts';
import type { Reader } from '#warehouse/reader.ts';
import type { SmallCity } from '../small-city.ts';

export interface Counted {
  numerator: number;
  /** 0 of a count too. */
  denominator: number;
  missing: number;
  excluded: number;
}
const NOTHING: Counted = { numerator: 0, denominator: 0, missing: 0, excluded: 0 };
const KEYS = Object.keys(NOTHING) as (keyof Counted)[];

/** What was counted, by institution, or by department where no institution answers. */
export class Counts {
  readonly groups = new Map<string, Counted>();
  add(group: string, more: { [key in keyof Counted]?: number | null }): void {
    const sums = this.groups.get(group) ?? { ...NOTHING };
    for (const key of KEYS) sums[key] += more[key] ?? 0;
    this.groups.set(group, sums);
  }
  of(group: string): Counted {
    return this.groups.get(group) ?? NOTHING;
  }
  total(): Counted {
    const all = new Counts();
    for (const sums of this.groups.values()) all.add('', sums);
    return all.of('');
  }
}

/** A period, the day at which it is valued, and the last day whose dues have fallen. */
export interface Asked extends Period {
  at: Day;
  due: Day;
}

/** `numerator/denominator`, and what is missing and excluded, of one group. */
export async function saidOf(
  reader: Reader,
  id: string,
  period: string,
  group: string,
  { name, by = 'institution' }: { name?: string; by?: By } = {}
): Promise<string> {
  const { numerator, denominator, missing, excluded } = await sumsOf(reader, id, period, by, group, name);
  return `${numerator}/${denominator}${missing ? ` missing ${missing}` : ''}${excluded ? ` excluded ${excluded}` : ''}`;
}

async function sumsOf(
  reader: Reader,
  id: string,
  period: string,
  by: By,
  group: string,
  name?: string
): Promise<Counted> {
  const counts = new Counts();
  const figures = await reader.figures(id, { by, period, ...(by !== 'city' && { group }) });
  for (const figure of figures)
    if ((name === undefined || figure.name === name) && figure.dimension === '' && figure.group === group)
      counts.add('', figure);
  return counts.total();
}

/** Named values (`IND-02-03 stock`) and the periods for which they are counted. */
export type ToCount = Readonly<Record<string, readonly string[]>>;

/** What a test knows: of whom it has written everything, and how it counts them. */
export interface ByHand {
  /** Institutions and departments. */
  groups: readonly string[];
  count: (what: string, asked: Asked) => Counts;
}

/**
 * In the newest publication each group has the sums that were counted. `whole`: the city's figure is the sum of all, and
 * the records behind it add up to it, too.
 */
export async function expectAgreement(
  city: SmallCity,
  values: ToCount,
  published: Day,
  { groups, count }: ByHand,
  { whole = false } = {}
): Promise<void> {
  const reader = await city.reader();
  const stored = await storedSums(city, reader.moment.publication);
  for (const [what, periods] of Object.entries(values))
    for (const period of periods) {
      const found = stored.get(`${what} ${period}`) ?? new Counts();
      const counted = count(what, askedOf(period, published));
      for (const group of groups)
        expect({ what, period, group, ...found.of(group) }).toEqual({
          what,
          period,
          group,
          ...counted.of(group)
        });
      if (!whole) continue;
      const [id = '', name = ''] = what.split(' ');
      const about = { what, period, ...found.total() };
      expect({ what, period, ...(await sumsOf(reader, id, period, 'city', '', name)) }).toEqual(about);
      const { numerator, denominator, missing, excluded } = await reader.members(id, {
        name,
        period,
        page_size: 1
      });
      expect({ what, period, numerator, denominator, missing, excluded }).toEqual(about);
    }
}

function askedOf(name: string, published: Day): Asked {
  const period = periodNamed(name);
  if (!period) throw new RangeError(name);
  const earlier = (day: Day) => (day < period.end ? day : period.end);
  return { ...period, at: earlier(published), due: earlier(addDays(published, -1)) };
}

type Stored = {
  what: string;
  owner: string;
  numerator: number | null;
  denominator: number | null;
  missing: number | null;
  excluded: number | null;
};
async function storedSums(city: SmallCity, p: number): Promise<Map<string, Counts>> {
  const rows = await city.all<Stored>(
    `select indicator || ' ' || name || ' ' || period as what, coalesce(nullif(institution_uscc, ''), dept) as owner,
       numerator, denominator, missing, excluded from indicators.value_at($p)`,
    { p }
  );
  const sums = new Map<string, Counts>();
  for (const { what, owner, ...row } of rows) {
    const counts = sums.get(what) ?? new Counts();
    counts.add(owner, row);
    sums.set(what, counts);
  }
  return sums;
}
