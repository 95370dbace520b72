/** The day that a forecast looks at, unless one is asked for. */
import { addDays, addMonths, type Day } from '../calendar.ts';
import { periodOf } from '../periods.ts';
import { question } from '../question.ts';
import type { Asking } from '../reader.ts';
import { scopeParams } from '../scope.ts';

/** Why it is this day: asked for, the next meeting known, three months after the last regular one, or the quarter's end. */
export type ChosenBy = 'asked' | 'meeting' | 'three_months' | 'quarter';

export interface ChosenDay {
  day: Day;
  chosen_by: ChosenBy;
}

interface Meetings {
  next_meeting: Day | null;
  last_regular: Day | null;
}

/** A day that is not ahead of `from` is passed over: nothing can be foreseen for it. */
export function chosenDay(from: Day, asked: Day | undefined, meetings: Meetings): ChosenDay {
  if (asked !== undefined && asked > from) return { day: asked, chosen_by: 'asked' };
  if (meetings.next_meeting !== null) return { day: meetings.next_meeting, chosen_by: 'meeting' };
  const later = meetings.last_regular === null ? '' : addMonths(meetings.last_regular, 3);
  if (later > from) return { day: later, chosen_by: 'three_months' };
  // On a quarter's last day the next one is the nearest ahead.
  return { day: periodOf('quarter', addDays(from, 1)).end, chosen_by: 'quarter' };
}

export async function meetingsOf({ warehouse, moment, scope }: Asking): Promise<Meetings> {
  const [found] = await warehouse.engine.all(question('next-meeting'), {
    p: moment.publication,
    day: moment.day,
    ...scopeParams(scope)
  });
  return (found ?? { next_meeting: null, last_regular: null }) as unknown as Meetings;
}
