/** The records behind a figure, from the same predicates as the number. */
import type { By, Member, Page } from './answers.ts';
import type { Indicator, NamedValue } from './catalogue/declare.ts';
import { membersSql } from './compile-indicator.ts';
import type { Asking } from './reader.ts';
import { scopeParams } from './scope.ts';

export interface AskMembers {
  name?: string;
  period: string;
  by?: By;
  group?: string;
  part?: Member['part'];
  page?: number;
  page_size?: number;
}

const GROUP = `case $by when 'department' then i.supervising_dept when 'district' then i.district_code
  when 'kind' then i.institution_kind when 'affiliation' then i.affiliation_level
  when 'institution' then m.institution_uscc when 'committee' then m.committee_id else '' end`;

const REPORT_OF: Record<string, string | null> = {
  institution: 'R01',
  committee: 'R02',
  review: 'R04',
  rectification: 'R08',
  case_file: 'R09',
  staff_base: 'R21',
  report_due: null
};

type MemberRow = Omit<Member, 'source' | 'report'> & {
  submission_id: number | null;
  sheet_no: number | null;
  row_no: number | null;
};

export async function members(
  { warehouse, moment, scope }: Asking,
  indicator: Indicator,
  value: NamedValue,
  ask: AskMembers
): Promise<Page<Member> & { numerator: number; denominator: number; missing: number }> {
  const page = ask.page ?? 1;
  const page_size = ask.page_size ?? 50;
  const bound = {
    p: moment.publication,
    day: moment.published_day,
    period: ask.period,
    ...scopeParams(scope),
    by: ask.by ?? 'city',
    group: ask.group ?? null
  };
  const found = `with m as (${membersSql(indicator, value)}),
    g as (
      select m.*, i.institution_name from m
      left join visible.institution($p, $scope_kind, $scope_code) i on i.institution_uscc = m.institution_uscc and i.is_latest
      where $group is null or $by = 'city' or ${GROUP} = $group)`;
  const parts = await warehouse.engine.all<{
    part: Member['part'];
    n: number;
    numerator: number;
    denominator: number;
  }>(
    `${found} select part, count(*) as n, coalesce(sum(weight_numerator), 0) as numerator,
       coalesce(sum(weight_denominator), 0) as denominator from g group by part`,
    bound
  );
  const rows = (await warehouse.engine.all(
    `${found} select record_key, institution_uscc, institution_name, part, facts, weight_numerator, weight_denominator,
       submission_id, sheet_no, row_no
     from g where $part is null or part = $part
     order by part = 'numerator', institution_name, record_key limit $limit offset $offset`,
    { ...bound, part: ask.part ?? null, limit: page_size, offset: (page - 1) * page_size }
  )) as unknown as MemberRow[];
  const units = indicator.missing.kind === 'units';
  const of = (part: Member['part']) => parts.find((one) => one.part === part);
  return {
    rows: rows.map(({ submission_id, sheet_no, row_no, ...row }) => ({
      ...row,
      report:
        row.weight_numerator === 0 && row.part === 'missing' && units
          ? null
          : (REPORT_OF[indicator.mart] ?? null),
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
    denominator: parts
      .filter(({ part }) => !(units && part === 'missing'))
      .reduce((sum, { denominator }) => sum + denominator, 0),
    missing: of('missing')?.denominator ?? 0
  };
}
