/** Referrals counted by hand from the rows as written. */
import type { Day } from '#warehouse/calendar.ts';
import type { Texts } from '../filled-in.ts';
import { afterWorkdays } from '../official-days.ts';
import { inPeriod, Tally, valuedOn } from './by-hand.ts';

/** By indicator, value and grouping; `rejected`: with the month that each says it speaks of. */
export function referrals(
  rows: readonly Texts[],
  rejected: readonly { month: string; dept: string }[],
  day: Day
): Record<string, Tally> {
  const closed = new Tally();
  const acknowledged = new Tally();
  for (const quarter of valuedOn('quarter', day)) {
    for (const { month, dept } of rejected)
      if (`${month}-28` >= quarter.start && `${month}-01` <= quarter.end)
        for (const tally of [closed, acknowledged]) tally.add(quarter, dept, { missing: 1 });
    for (const row of rows) {
      const to = row['to_dept'] ?? '';
      const said = (field: string) => row[field] ?? '';
      if (inPeriod(said('due_date'), quarter, quarter.due)) {
        const done = said('completed_date');
        const inTime = done !== '' && done <= said('due_date');
        closed.add(quarter, to, { numerator: inTime ? 1 : 0, denominator: 1 });
      }
      if (inPeriod(said('referred_date'), quarter, quarter.at)) {
        const [limit, read] = [afterWorkdays(said('referred_date'), 3), said('acknowledged_date')];
        const isOpen = read === '' && day <= limit && day <= quarter.end;
        acknowledged.add(
          quarter,
          to,
          isOpen ? { excluded: 1 } : { numerator: read !== '' && read <= limit ? 1 : 0, denominator: 1 }
        );
      }
    }
  }
  return { 'IND-G1-02 rate department': closed, 'IND-G1-03 rate department': acknowledged };
}
