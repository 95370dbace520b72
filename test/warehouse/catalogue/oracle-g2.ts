/** Rows accepted and major issues, counted by hand from the rows as written. */
import type { Day } from '#warehouse/calendar.ts';
import type { Texts } from '../filled-in.ts';
import { afterWorkdays } from '../official-days.ts';
import { inPeriod, Tally, valuedOn } from './by-hand.ts';

export interface HandedInRows {
  /** '' where no institution hands them in. */
  uscc: string;
  day: Day;
  rows: number;
  rejected: number;
}

/** By institution. */
export function acceptedRows(handed: readonly HandedInRows[], day: Day): Tally {
  const tally = new Tally();
  for (const month of valuedOn('month', day))
    for (const one of handed)
      if (inPeriod(one.day, month, month.at))
        tally.add(month, one.uscc, { numerator: one.rows - one.rejected, denominator: one.rows });
  return tally;
}

/** By issuing department; those rejected stand with the supervising one, in the quarter of their month. */
export function majorIssues(
  rows: readonly Texts[],
  rejected: readonly { month: string; dept: string }[],
  day: Day
): Tally {
  const tally = new Tally();
  for (const quarter of valuedOn('quarter', day)) {
    for (const { month, dept } of rejected)
      if (`${month}-28` >= quarter.start && `${month}-01` <= quarter.end)
        tally.add(quarter, dept, { missing: 1 });
    for (const row of rows) {
      const [issued, met] = [row['issued_date'] ?? '', row['escalated_meeting_date'] ?? ''];
      if (row['is_major'] !== 'Y' || !inPeriod(issued, quarter, quarter.at)) continue;
      const limit = afterWorkdays(issued, 10);
      const isOpen = met === '' && day <= limit && day <= quarter.end;
      tally.add(
        quarter,
        row['issued_by_dept'] ?? '',
        row['rect_status'] === 'cancelled' || isOpen
          ? { excluded: 1 }
          : { numerator: met !== '' && met <= limit ? 1 : 0, denominator: 1 }
      );
    }
  }
  return tally;
}
