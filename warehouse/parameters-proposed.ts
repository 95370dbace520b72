/** The parameters as they would be under a proposal. */
import type { Day } from './calendar.ts';
import { indicatorById } from './catalogue/index.ts';
import { thresholdOfKey } from './catalogue/in-force.ts';
import type { Parameter } from './parameters.ts';

/** As if it had always held up to today, or only from the day on which it is to hold. */
export const reaches = ['throughout', 'from'] as const;
export type Reach = (typeof reaches)[number];

const ALWAYS: Day = '2000-01-01';

/** What is to hold only after today stays as it was set, unless the proposal is for that very day. */
export function withProposed(
  current: readonly Parameter[],
  proposed: Parameter,
  reach: Reach,
  today: Day
): Parameter[] {
  const from = reach === 'from' ? [proposed.from] : startsOf(proposed.key, today);
  const isReplaced = (one: Parameter) =>
    one.key === proposed.key && (reach === 'from' ? one.from === proposed.from : one.from <= today);
  return [...current.filter((one) => !isReplaced(one)), ...from.map((day) => ({ ...proposed, from: day }))];
}

/** Days from which something else held until now: limits of an entry itself begin anew on theirs. */
function startsOf(key: string, today: Day): Day[] {
  const named = thresholdOfKey(key);
  const own = named === undefined ? [] : (indicatorById(named.indicator)?.thresholds ?? []);
  const starts = own
    .filter(({ name, from }) => name === named?.name && from <= today)
    .map(({ from }) => from);
  return [...new Set([ALWAYS, ...starts])];
}
