/** From a figure's sums to its value, bounds and status: the one place where numbers get a colour. */
import type { By, Status } from './answers.ts';
import type { Indicator, NamedValue, Threshold, Unit } from './catalogue/declare.ts';
import type { Day } from './calendar.ts';
import { monthsIn } from './periods.ts';

export interface Sums {
  numerator: number;
  denominator: number | null;
  missing: number;
}

export interface Assessed {
  value: number | null;
  low: number | null;
  high: number | null;
}

/** A number of things: it has no denominator, and nothing is 0. */
export const isCount = ({ shape }: NamedValue): boolean => shape.kind === 'count' || shape.kind === 'union';

export const unitOf = (indicator: Indicator, value: NamedValue): Unit => value.unit ?? indicator.unit;

/** What one part of the numerator for one of the denominator is, in each unit. */
const SCALE: Record<Unit, number> = { percent: 100, count: 1, days: 1, per_thousand: 1000 };

/**
 * The value in its unit. A zero denominator says nothing (“—”). Bounds: the value if all that is missing went one way or
 * the other (ruling 13); null where what is missing cannot be bounded.
 */
export function valueOf(indicator: Indicator, value: NamedValue, sums: Sums): Assessed {
  const { numerator, denominator, missing } = sums;
  if (isCount(value)) return { value: numerator, low: null, high: null };
  const { kind } = indicator.missing;
  const scale = SCALE[unitOf(indicator, value)];
  const whole = (denominator ?? 0) + (kind === 'rows' ? 0 : missing);
  const bounded = (kind === 'rows' || kind === 'units') && missing > 0 && whole > 0;
  return {
    value: denominator ? (scale * numerator) / denominator : null,
    low: bounded ? (scale * numerator) / whole : null,
    high: bounded ? (scale * (numerator + missing)) / whole : null
  };
}

/** The threshold that holds on a day. */
export function thresholdOn(indicator: Indicator, name: string, day: Day): Threshold | undefined {
  return indicator.thresholds
    .filter((threshold) => threshold.name === name && threshold.from <= day)
    .sort((a, b) => a.from.localeCompare(b.from))
    .at(-1);
}

/** Green and amber limits for a period, stepped by quarter where the entry says so. */
export function limitsOn(threshold: Threshold, period_end: Day): { green: number; amber: number } {
  const quarter = Math.ceil(Number(period_end.slice(5, 7)) / 3) - 1;
  const factor = threshold.by_quarter?.[quarter] ?? 1;
  return { green: threshold.green * factor, amber: threshold.amber * factor };
}

/** What a figure's status depends on besides its entry. */
export interface Judged {
  value: number | null;
  small: boolean;
  period_end: Day;
  /** Day of valuation; the period's end where not said. */
  at_date?: Day;
  /** The period still runs on the day of valuation. */
  is_running: boolean;
  by: By;
  /** Departments that are members of the mechanism. */
  members: number;
  /** Months in the period; those of the entry's own where not said. */
  months?: number;
  /** The part of a split value that it is. */
  dimension?: string;
  /** What is not known. */
  missing?: number;
}

/** What is merely encouraged is never red; what is neutral, small or unknown has no colour. */
export function statusOf(indicator: Indicator, value: NamedValue, figure: Judged): Status {
  if (figure.value === null || figure.small || value.neutral || indicator.direction === 'neutral')
    return 'none';
  if (indicator.strength === 'encourage') return 'info';
  const threshold = thresholdOn(indicator, value.name, figure.period_end);
  if (!threshold) return 'none';
  const times = timesHeld(indicator, value, threshold, figure);
  if (times === null) return 'none';
  const { green, amber } = limitsOn(threshold, figure.period_end);
  const meets = (limit: number) =>
    indicator.direction === 'up'
      ? (figure.value as number) >= limit * times - 1e-9
      : (figure.value as number) <= limit * times + 1e-9;
  if (meets(green)) return 'green';
  const { period_end, at_date = period_end } = figure;
  if (threshold.missed_from !== undefined && at_date < `${period_end.slice(0, 4)}-${threshold.missed_from}`)
    return 'none';
  // A number that is to be reached by the end of the period is not missed before.
  if (isCount(value) && indicator.direction === 'up' && figure.is_running) return 'none';
  // What is not known may be what is wanting.
  if (isCount(value) && indicator.missing.kind === 'rows' && (figure.missing ?? 0) > 0) return 'none';
  return meets(amber) ? 'amber' : 'red';
}

/** How many times the limits the figure is held to; null where they are not for such a figure. */
function timesHeld(
  indicator: Indicator,
  value: NamedValue,
  threshold: Threshold,
  { by, members, months, dimension = '' }: Judged
): number | null {
  const { per } = threshold;
  const periods = periodsHeld(indicator, value, threshold, months);
  // Part of what a number is to reach in a year says nothing yet.
  if (periods < 1) return null;
  if (per === undefined) return periods;
  if (per === 'part') return by === 'city' && (value.parts ?? []).includes(dimension) ? periods : null;
  if (per !== 'department' || dimension !== '') return null;
  return by === 'department' ? periods : by === 'city' && members > 0 ? periods * members : null;
}

/** Of a number summed over time, how many of the periods that its limits are for the figure's period is made of. */
function periodsHeld(
  indicator: Indicator,
  value: NamedValue,
  threshold: Threshold,
  months = monthsIn(indicator.period)
): number {
  if (!isCount(value) || indicator.over_time !== 'sum') return 1;
  return months / monthsIn(threshold.in ?? indicator.period);
}

const WORST_FIRST: readonly Status[] = ['red', 'amber', 'none', 'info', 'green'];

/** The status of a whole whose parts are judged one by one. */
export const worstOf = (parts: readonly Status[]): Status =>
  WORST_FIRST.find((status) => parts.includes(status)) ?? 'none';

/** Exact quantile of a histogram, interpolated between neighbours as SQL's `percentile_cont` does. */
export function quantileOf(
  histogram: readonly { days: number; n: number }[],
  quantile: number
): number | null {
  const sorted = [...histogram].sort((a, b) => a.days - b.days);
  const total = sorted.reduce((sum, { n }) => sum + n, 0);
  if (total === 0) return null;
  const place = quantile * (total - 1);
  const at = (index: number) => {
    let seen = 0;
    for (const { days, n } of sorted) {
      seen += n;
      if (index < seen) return days;
    }
    return (sorted.at(-1) as { days: number }).days;
  };
  const below = at(Math.floor(place));
  return below + (at(Math.ceil(place)) - below) * (place - Math.floor(place));
}
