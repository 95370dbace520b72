/** The records behind a figure, from the same predicates as the number. */
import type { By, Member, Page } from './answers.ts';
import type { Indicator, NamedValue } from './catalogue/declare.ts';
import { isCount } from './assess.ts';
import { membersSql } from './compile-indicator.ts';
import { periodsOf } from './figure-periods.ts';
import { periodNamed } from './periods.ts';
import type { Asking } from './reader.ts';
import { scopeParams } from './scope.ts';

export interface AskMembers {
  name?: string;
  period: string;
  by?: By;
  group?: string;
  part?: Member['part'];
  dimension?: string;
  page?: number;
  page_size?: number;
}

export type MembersPage = Page<Member> & {
  numerator: number;
  denominator: number;
  missing: number;
  excluded: number;
};

type MemberRow = Omit<Member, 'source' | 'facts' | 'reason'> & {
  /** JSON */
  facts: string;
  /** Number of the entry's exclusion. */
  reason: number | null;
  submission_id: number | null;
  sheet_no: number | null;
  row_no: number | null;
};

const GROUP = `meta.group_of($by, m.dept, i.supervising_dept, i.district_code, i.institution_kind,
  i.affiliation_level, m.institution_uscc, m.committee_id)`;

export async function members(
  asking: Asking,
  indicator: Indicator,
  value: NamedValue,
  ask: AskMembers
): Promise<MembersPage> {
  const { warehouse, moment, scope } = asking;
  const page = ask.page ?? 1;
  const page_size = ask.page_size ?? 50;
  const rows = await periodsOf(asking, indicator, periodNamed(ask.period)?.kind);
  const lists = { periods: rows.find(({ period }) => period === ask.period)?.bases ?? [ask.period] };
  const bound = {
    p: moment.publication,
    day: moment.published_day,
    ...scopeParams(scope),
    by: ask.by ?? 'city',
    group: ask.group ?? null,
    dimension: ask.dimension ?? ''
  };
  const found = `with m as (${membersSql(indicator, value)}),
    g as (
      select m.*, i.institution_name from m
      left join visible.registry_entry($p, $scope_kind, $scope_code) i on i.institution_uscc = m.institution_uscc and i.is_latest
      where ($group is null or $by = 'city' or ${GROUP} = $group) and ($dimension = '' or m.dimension = $dimension))`;
  const parts = await warehouse.engine.all<{
    part: Member['part'];
    n: number;
    numerator: number;
    denominator: number;
  }>(
    `${found} select part, count(*) as n, coalesce(sum(weight_numerator), 0) as numerator,
       coalesce(sum(weight_denominator), 0) as denominator from g group by part`,
    bound,
    lists
  );
  const listed = (await warehouse.engine.all(
    `${found} select record_key, institution_uscc, institution_name, period, part, reason, facts, weight_numerator, weight_denominator,
       report, submission_id, sheet_no, row_no
     from g where $part is null or part = $part
     order by part = 'excluded', part = 'numerator', institution_name, record_key, period limit $limit offset $offset`,
    { ...bound, part: ask.part ?? null, limit: page_size, offset: (page - 1) * page_size },
    lists
  )) as unknown as MemberRow[];
  const units = indicator.missing.kind === 'units';
  const of = (part: Member['part']) => parts.find((one) => one.part === part);
  return {
    rows: listed.map(({ submission_id, sheet_no, row_no, facts, reason, ...row }) => ({
      ...row,
      facts: JSON.parse(facts) as Member['facts'],
      reason: reason === null ? null : (indicator.excluded?.[reason]?.words ?? null),
      source:
        submission_id !== null && sheet_no !== null && row_no !== null
          ? { submission_id, sheet_no, row_no }
          : null
    })),
    total: parts
      .filter(({ part }) => ask.part === undefined || part === ask.part)
      .reduce((sum, { n }) => sum + n, 0),
    page,
    page_size,
    numerator: of('numerator')?.numerator ?? 0,
    // A count has none; what its missing rows weigh is said apart.
    denominator: isCount(value)
      ? 0
      : parts
          .filter(({ part }) => part !== 'excluded' && !(units && part === 'missing'))
          .reduce((sum, { denominator }) => sum + denominator, 0),
    missing: of('missing')?.denominator ?? 0,
    excluded: of('excluded')?.n ?? 0
  };
}
