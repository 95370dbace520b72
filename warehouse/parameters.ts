/** Parameters with the dates in which they hold (cross-checks-and-parameters.md §9.2). */
import type { Day } from './calendar.ts';

export interface Parameter {
  key: string;
  value: string;
  /** First day on which it holds. */
  from: Day;
  kind: 'law' | 'default';
  /** The article, or `D` for a default of ours. */
  basis: string;
}

const LAW = '2023-12-01';

/** What holds until an administrator says otherwise. */
export const defaultParameters: readonly Parameter[] = [
  {
    key: 'decision_days',
    value: '30',
    from: '2000-01-01',
    kind: 'law',
    basis: '《科技伦理审查办法（试行）》第十七条'
  },
  {
    key: 'register_days',
    value: '30',
    from: '2000-01-01',
    kind: 'law',
    basis: '《科技伦理审查办法（试行）》第四十三条'
  },
  {
    key: 'emergency_hours',
    value: '72',
    from: LAW,
    kind: 'law',
    basis: '《科技伦理审查办法（试行）》第三十六条'
  },
  {
    key: 'screening_workdays',
    value: '15',
    from: '2000-01-01',
    kind: 'default',
    basis: 'D（失信规则，待核）'
  },
  {
    key: 'investigation_months',
    value: '6',
    from: '2000-01-01',
    kind: 'default',
    basis: 'D（失信规则，待核）'
  },
  { key: 'small_denominator', value: '5', from: '2000-01-01', kind: 'default', basis: 'D' },
  // an institution that owes reports and has handed in nothing for longer is called silent
  { key: 'silent_days', value: '60', from: '2000-01-01', kind: 'default', basis: 'D' },
  // first and last day of a campaign in every year; the week and the day are set anew by each year's notice
  {
    key: 'campaign_sci_tech_workers_day',
    value: '05-23/06-06',
    from: '2000-01-01',
    kind: 'default',
    basis: 'D（5月30日前后各7日）'
  },
  {
    key: 'campaign_national_sci_pop_month',
    value: '09-01/09-30',
    from: '2000-01-01',
    kind: 'default',
    basis: 'D（9月）'
  }
];

/** Spans in which each value holds, for `meta.param_span`. */
export function parameterSpans(
  parameters: readonly Parameter[]
): { key: string; value: string; from: Day; to: Day }[] {
  const sorted = [...parameters].sort((a, b) => a.key.localeCompare(b.key) || a.from.localeCompare(b.from));
  return sorted.map((parameter, i) => {
    const next = sorted[i + 1];
    return {
      key: parameter.key,
      value: parameter.value,
      from: parameter.from,
      to: next?.key === parameter.key ? next.from : '9999-12-31'
    };
  });
}
