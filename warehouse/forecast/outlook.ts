/** What will be overdue on a day: if nothing happens, and as far as the past goes on, for a group of matters. */
import { countOf, quantile } from './poisson-binomial.ts';

export interface Outlook {
  /** Open on the day of the forecast, whenever they are due. */
  open: number;
  /** Of these, past their due day by then. */
  overdue_now: number;
  /** Past their due day on the day chosen if none is closed until then. */
  overdue_then: number;
  /** Of these, not yet overdue on the day of the forecast. */
  newly: number;
  /** How many of these are still open on the day chosen, at the past pace: the mean, and the 10th and 90th percentile. */
  expected: number;
  low: number;
  high: number;
}

/** `at_risk`: the open matters due before the day chosen. */
export function outlookOf(
  open: number,
  at_risk: readonly { is_overdue: boolean; probability: number }[]
): Outlook {
  const overdue_now = at_risk.filter(({ is_overdue }) => is_overdue).length;
  const probabilities = at_risk.map(({ probability }) => probability);
  const count = countOf(probabilities);
  return {
    open,
    overdue_now,
    overdue_then: at_risk.length,
    newly: at_risk.length - overdue_now,
    expected: probabilities.reduce((sum, p) => sum + p, 0),
    low: quantile(count, 0.1),
    high: quantile(count, 0.9)
  };
}
