/** Measure 12 counted by hand from the rows as written. */
import type { Day } from '#warehouse/calendar.ts';
import type { Texts } from '../filled-in.ts';
import { inPeriod, Tally, valuedOn } from './by-hand.ts';

/** By indicator, value and grouping; `registry`: institutions that are all active since 2025. */
export function measure12(
  events: readonly Texts[],
  registry: readonly Texts[],
  day: Day
): Record<string, Tally> {
  const [quarters, years] = [valuedOn('quarter', day), valuedOn('year', day)];
  const supervisor = new Map(registry.map((row) => [row['institution_uscc'], row['supervising_dept'] ?? '']));
  const tallies = {
    'IND-12-01 count department': new Tally(),
    'IND-12-02 offline city': new Tally(),
    'IND-12-02 online city': new Tally(),
    'IND-12-03 count city': new Tally(),
    'IND-12-04 rate department': new Tally(),
    'IND-12-05 count city': new Tally()
  };
  const forumOrSeminar = (row: Texts) => row['event_kind'] === 'forum' || row['event_kind'] === 'seminar';
  for (const row of events) {
    const uscc = row['institution_uscc'] ?? '';
    // of an institution that nobody registered nothing is known yet
    if (uscc !== '' && !supervisor.has(uscc)) continue;
    const dept = uscc === '' ? (row['organizer_dept'] ?? '') : (supervisor.get(uscc) ?? '');
    for (const quarter of quarters) {
      if (!inPeriod(row['event_date'], quarter, quarter.at)) continue;
      const isPublic = row['audience'] === 'public';
      const or = (numerator: number) => (isPublic ? { numerator } : { excluded: 1 });
      tallies['IND-12-02 offline city'].add(quarter, dept, or(Number(row['offline_attendance'])));
      tallies['IND-12-02 online city'].add(quarter, dept, or(Number(row['online_reach'])));
      tallies['IND-12-03 count city'].add(quarter, dept, { numerator: Number(row['media_reports']) });
    }
    for (const year of years) {
      if (!inPeriod(row['event_date'], year, year.at)) continue;
      const isCampaign = row['campaign'] !== 'none';
      tallies['IND-12-01 count department'].add(year, dept, isCampaign ? { numerator: 1 } : { excluded: 1 });
      if (forumOrSeminar(row))
        tallies['IND-12-05 count city'].add(
          year,
          dept,
          row['is_ethics_dedicated'] === 'Y' ? { numerator: 1 } : { excluded: 1 }
        );
    }
  }
  for (const { institution_uscc: uscc, supervising_dept } of registry)
    for (const year of years) {
      const takesPart = events.some(
        (row) =>
          inPeriod(row['event_date'], year, year.at) &&
          [row['institution_uscc'], ...(row['partner_usccs'] ?? '').split(';')].includes(uscc)
      );
      tallies['IND-12-04 rate department'].add(year, supervising_dept ?? '', {
        numerator: takesPart ? 1 : 0,
        denominator: 1
      });
    }
  return tallies;
}
