/** Typical cases counted by hand from the rows as written. */
import type { Day } from '#warehouse/calendar.ts';
import type { Texts } from '../filled-in.ts';
import { inPeriod, Tally, valuedOn } from './by-hand.ts';

/** By indicator, value and grouping; `rejected`: with the month that each says it speaks of; of `registered` institutions. */
export function typicalCases(
  rows: readonly Texts[],
  rejected: readonly { month: string; dept: string }[],
  registered: readonly string[],
  day: Day
): Record<string, Tally> {
  const tallies = {
    'IND-G3-01 collected department': new Tally(),
    'IND-G3-01 selected department': new Tally(),
    'IND-G3-02 rate city': new Tally(),
    'IND-G3-04 reused city': new Tally(),
    'IND-G3-04 selected city': new Tally()
  };
  const {
    'IND-G3-01 collected department': collected,
    'IND-G3-01 selected department': selected,
    ...yearly
  } = tallies;
  const halves = valuedOn('half_year', day);
  const years = valuedOn('year', day);
  for (const { month, dept } of rejected) {
    const holds = ({ start, end }: { start: Day; end: Day }) =>
      `${month}-28` >= start && `${month}-01` <= end;
    for (const half of halves.filter(holds))
      for (const tally of [collected, selected]) tally.add(half, dept, { missing: 1 });
    for (const year of years.filter(holds))
      for (const tally of Object.values(yearly)) tally.add(year, dept, { missing: 1 });
  }
  for (const row of rows) {
    if (!registered.includes(row['institution_uscc'] ?? '')) continue;
    const dept = row['recommending_dept'] ?? '';
    for (const half of halves) {
      if (inPeriod(row['recommended_date'], half, half.at)) collected.add(half, dept, { numerator: 1 });
      if (inPeriod(row['selected_date'], half, half.at)) selected.add(half, dept, { numerator: 1 });
    }
    for (const year of years) {
      if (!inPeriod(row['selected_date'], year, year.at)) continue;
      const isPromoted = (row['promoted_date'] ?? '') !== '';
      tallies['IND-G3-02 rate city'].add(year, dept, { numerator: isPromoted ? 1 : 0, denominator: 1 });
      tallies['IND-G3-04 reused city'].add(year, dept, { numerator: Number(row['reuse_count']) });
      tallies['IND-G3-04 selected city'].add(year, dept, { numerator: 1 });
    }
  }
  return tallies;
}
