/** From a figure's sums to its value, bounds and status: the one place where numbers get a colour. */
import type { Status } from './answers.ts';
import type { Indicator, NamedValue, Threshold } from './catalogue/declare.ts';
import type { Day } from './calendar.ts';

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

/**
 * Percent or count. A zero denominator says nothing (“—”). Bounds: the value if all that is missing went one way or
 * the other (ruling 13); null where what is missing cannot be bounded.
 */
export function valueOf({ missing: kind }: Indicator, value: NamedValue, sums: Sums): Assessed {
  const { numerator, denominator, missing } = sums;
  if (value.shape.kind === 'count') return { value: numerator, low: null, high: null };
  const inside = kind.kind === 'rows';
  const whole = (denominator ?? 0) + (inside ? 0 : missing);
  const bounded = kind.kind === 'rows' || kind.kind === 'units';
  return {
    value: denominator ? (100 * numerator) / denominator : null,
    low: bounded && missing > 0 && whole > 0 ? (100 * numerator) / whole : null,
    high: bounded && missing > 0 && whole > 0 ? (100 * (numerator + missing)) / whole : null
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

/** What is merely encouraged is never red; what is neutral, small or unknown has no colour. */
export function statusOf(
  indicator: Indicator,
  value: NamedValue,
  figure: { value: number | null; small: boolean; period_end: Day }
): Status {
  if (figure.value === null || figure.small || value.neutral || indicator.direction === 'neutral')
    return 'none';
  if (indicator.strength === 'encourage') return 'info';
  const threshold = thresholdOn(indicator, value.name, figure.period_end);
  if (!threshold) return 'none';
  const { green, amber } = limitsOn(threshold, figure.period_end);
  const meets = (limit: number) =>
    indicator.direction === 'up'
      ? (figure.value as number) >= limit - 1e-9
      : (figure.value as number) <= limit + 1e-9;
  return meets(green) ? 'green' : meets(amber) ? 'amber' : 'red';
}

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
