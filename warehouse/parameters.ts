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

const ALWAYS = '2000-01-01';
const MEASURES = '《科技伦理审查办法（试行）》';

const law = (key: string, value: string, basis: string, from: Day = ALWAYS): Parameter => ({
  key,
  value,
  from,
  kind: 'law',
  basis
});
const ours = (key: string, value: string, basis = 'D', from: Day = ALWAYS): Parameter => ({
  key,
  value,
  from,
  kind: 'default',
  basis
});

/** What holds until an administrator says otherwise. */
export const defaultParameters: readonly Parameter[] = [
  law('decision_days', '30', `${MEASURES}第十七条`),
  law('rereview_days', '30', `${MEASURES}第三十一条`),
  law('register_days', '30', `${MEASURES}第四十三条、第四十四条`),
  law('emergency_hours', '72', `${MEASURES}第三十六条`),
  law('annual_report_mmdd', '03-31', `${MEASURES}第四十五条`),
  law('min_members', '7', `${MEASURES}第七条`),
  law('term_years_max', '5', `${MEASURES}第七条`),
  law('min_attending', '5', `${MEASURES}第十四条`),
  law('min_rereview_experts', '5', `${MEASURES}第二十八条`),
  law('followup_months', '12', `${MEASURES}第十九条`),
  law('followup_months_listed', '6', `${MEASURES}第三十三条`),
  // consent needed: of those attending, or of all members (ruling 16)
  law('consent_share_of_attending', '2/3', `${MEASURES}第十六条（到会委员三分之二以上）`),
  law(
    'consent_share_of_members',
    '1/2',
    '《涉及人的生命科学和医学研究伦理审查办法》（全体委员二分之一以上，须超过）'
  ),
  // 1: category, gender and outside members count into the quorum of a meeting
  ours('quorum_strict', '0', 'D（第十四条“应包括不同类别的委员”是否计入法定到会，待确认）'),
  ours('screening_workdays', '15', 'D（失信规则，待核）'),
  ours('investigation_months', '6', 'D（失信规则，待核）'),
  ours('investigation_ext_months', '6', 'D（失信规则，待核）'),
  ours('regular_meetings_per_year', '4', 'D（市措施未规定频次）'),
  ours('change_report_days', '5', 'D（第二十条“及时”，按工作日计）'),
  ours('member_training_hours', '8', 'D（“定期组织成员开展培训”）'),
  ours('incident_first_report_hours', '24'),
  ours('major_issue_escalation_workdays', '10'),
  ours('acknowledgement_workdays', '3'),
  ours('drill_months', '12'),
  ours('small_denominator', '5'),
  // an institution that owes reports and has handed in nothing for longer is called silent
  ours('silent_days', '60'),
  // first and last day of a campaign in every year; the week and the day are set anew by each year's notice
  ours('campaign_sci_tech_workers_day', '05-23/06-06', 'D（5月30日前后各7日）'),
  ours('campaign_national_sci_pop_month', '09-01/09-30', 'D（9月）')
];

/** Parameters that are numbers: predicates of the catalogue name them by their keys. */
export const numericParameters: readonly string[] = [
  ...new Set(defaultParameters.filter(({ value }) => /^\d+$/.test(value)).map(({ key }) => key))
].sort();

/** The value of a parameter on a day. @throws RangeError where none holds. */
export function valueOn(spans: ReturnType<typeof parameterSpans>, key: string, day: Day): string {
  const span = spans.find((one) => one.key === key && one.from <= day && day < one.to);
  if (!span) throw new RangeError(`No value of ${key} on ${day}`);
  return span.value;
}

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
