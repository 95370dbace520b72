/** Whatever the ledgers say: figures of measures 4, 7, 8 and 9 are what a slow count of the rows gives. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays } from '#warehouse/calendar.ts';
import { SmallCity } from '../small-city.ts';
import type { ReportId } from '../filled-in.ts';
import { anyLedgers, LAST_DAY } from './any-ledgers.ts';
import { differences, type Tally } from './by-hand.ts';
import { changesReported, commitmentsOfLeads } from './oracle-04.ts';
import * as seven from './oracle-07.ts';
import { commitments, corrections, monitoring } from './oracle-08.ts';
import { leadsByResearchers, screening } from './oracle-09.ts';
import { Known } from './oracle-known.ts';

/** As in the registry’s example. */
const REGISTERED = '2024-01-01';
const COUNTED: Record<string, (known: Known) => Tally> = {
  'IND-04-02 rate': commitmentsOfLeads,
  'IND-04-03 rate': changesReported,
  'IND-07-01 rate': seven.approvedBeforeStart,
  'IND-07-05 rate': seven.meetings,
  'IND-07-06 rate': seven.followedUp,
  'IND-07-08 rate': seven.registrations,
  'IND-07-09 rate': (known) => seven.delegated(known, REGISTERED),
  'IND-07-11 rate': seven.emergencies,
  'IND-07-12 share': (known) => seven.simplified(known, 'share'),
  'IND-07-12 converted': (known) => seven.simplified(known, 'converted'),
  'IND-08-01 rate': commitments,
  'IND-08-03 rate': monitoring,
  'IND-08-06 rate': corrections,
  'IND-09-02 rate': screening,
  'IND-09-06 rate': leadsByResearchers
};
/** One of each shape, of which the city’s figure and its records are asked for, too. */
const ASKED = ['IND-07-05 rate', 'IND-07-08 rate', 'IND-07-12 converted', 'IND-08-06 rate', 'IND-09-06 rate'];

let city: SmallCity;
beforeAll(async () => {
  city = await SmallCity.open();
});
afterAll(() => city.close());

/** As `Tally.lines`, by indicator and value, of what is stored of every institution. */
async function storedLines(): Promise<Map<string, string[]>> {
  const rows = await city.all<{ what: string; line: string }>(
    `select what, concat(period, ' ', institution_uscc, ' ', n, '/', d, ' ', missing, ' ', excluded) as line
     from (
       select indicator || ' ' || name as what, period, institution_uscc,
         cast(sum(numerator) as integer) as n, cast(sum(coalesce(denominator, 0)) as integer) as d,
         cast(sum(missing) as integer) as missing, cast(sum(excluded) as integer) as excluded
       from indicators.value_at((select max(number) from meta.publication)) where institution_uscc <> '' group by all)
     where n + d + missing + excluded > 0`
  );
  return new Map(
    [...Map.groupBy(rows, ({ what }) => what)].map(([what, own]) => [what, own.map(({ line }) => line)])
  );
}

test('every figure is what the rows say', async () => {
  const known = new Known();
  let nth = 0;
  await fc.assert(
    fc.asyncProperty(anyLedgers, async (written) => {
      nth++;
      const [ledgers, day] = [written(nth), addDays(LAST_DAY, nth)];
      for (const [report, rows] of Object.entries(ledgers))
        if (rows.length > 0) await city.handIn(report as ReportId, rows, { day });
      await city.publish(day);
      known.take(ledgers, day);
      const stored = await storedLines();
      for (const [what, count] of Object.entries(COUNTED))
        expect({ what, lines: (stored.get(what) ?? []).toSorted() }).toEqual({
          what,
          lines: count(known).lines('institution').toSorted()
        });
    }),
    // What came before stays in the city: a smaller example would not be tried by itself.
    { numRuns: 2, endOnFailure: true }
  );
  const reader = await city.reader();
  for (const what of ASKED) {
    const [id = '', name = ''] = what.split(' ');
    const tally = COUNTED[what]?.(known);
    if (tally) expect(await differences(reader, id, name, 'city', tally)).toEqual([]);
    expect(tally?.lines('city')).not.toEqual([]);
  }
});
