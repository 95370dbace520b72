-- grain: one publication, cause, institution or department and number of days by which a figure moved; with cause null what stood before
-- $before and $after are the periods in which it stands until publication $turn, and from it on.
with cell as (
  select *, case when institution_uscc = '' then dept else '' end as owner_dept,
    list_contains($before, period) as is_before, list_contains($after, period) as is_after
  from visible.cell($p, $scope_kind, $scope_code)
  where indicator = $indicator and list_contains($names, name)
    and from_number <= $p and until_number > $since and from_number < until_number
    and meta.group_of($by, dept, supervising_dept, district_code, institution_kind, affiliation_level,
      institution_uscc, committee_id) = $group
),
-- what came to the figure and what went from it; with the turn of the period, all of the one goes and of the other comes
move as (
  select greatest(from_number, $since) as number, false as is_turn, 1 as sign, *
  from cell where is_before and from_number <= $turn
  union all
  select until_number, false, -1, * from cell where is_before and until_number <= $turn
  union all
  select $turn, true, -1, * from cell where is_before and from_number <= $turn and until_number > $turn
  union all
  select $turn, true, 1, * from cell where is_after and from_number <= $turn and until_number > $turn
  union all
  select from_number, false, 1, * from cell where is_after and from_number > $turn
  union all
  select until_number, false, -1, * from cell where is_after and until_number > $turn and until_number <= $p
),
step as (
  select number, is_turn, institution_uscc, owner_dept, days,
    sum(sign * coalesce(numerator, 0)) as numerator, sum(sign * coalesce(denominator, 0)) as denominator,
    sum(sign * coalesce(missing, 0)) as missing
  from move group by all
),
-- whether there was something of the institution before, and is after
standing as (
  select *, sum(came) over (partition by institution_uscc, owner_dept order by number, is_turn) as weight
  from (
    select number, is_turn, institution_uscc, owner_dept,
      sum(sign * (abs(coalesce(numerator, 0)) + coalesce(denominator, 0) + coalesce(missing, 0))) as came,
      bool_or(if(sign = 1, registry_from, registry_until) = number) as is_registered_anew,
      bool_or(sign = 1 and is_active) <> bool_or(sign = -1 and is_active) as is_otherwise_active
    from move group by all
  )
),
files as (
  select number, coalesce(institution_uscc, '') as institution_uscc, case when institution_uscc is null then dept else '' end as dept,
    bool_or(is_correction) as is_correction, list(distinct submission_id order by submission_id) as submissions
  from visible.touched($p, $scope_kind, $scope_code)
  where number > $since and list_contains($reports, report)
  group by 1, 2, 3
),
day as (
  select number, day, day <> lag(day, 1, date '1900-01-01') over (order by number) as has_moved from meta.publication
)
select s.number, cast(d.day as varchar) as day, i.institution_name, nullif(s.owner_dept, '') as dept,
  -- who has left a department is counted there, and not named
  case when $scope_kind <> 'department' or i.institution_uscc is not null then s.institution_uscc else '' end as institution_uscc,
  case when s.number = $since then null when s.is_turn then 'time' when r.number is not null then 'rule'
    when t.is_registered_anew and (t.weight = 0 or t.weight = t.came or t.is_otherwise_active) then 'scope'
    when f.number is not null then if(f.is_correction, 'corrections', 'new_reports')
    -- records of others that concern it, or else the day
    when m.number is not null or not d.has_moved
    then if(exists (select 1 from files o where o.number = s.number and o.is_correction), 'corrections', 'new_reports')
    else 'time' end as cause,
  s.days, s.numerator, s.denominator, s.missing, if(s.is_turn, null, f.submissions) as submissions
from step s
join standing t using (number, is_turn, institution_uscc, owner_dept)
left join day d on d.number = s.number
left join meta.revalued r on r.number = s.number
left join files f on f.number = s.number and f.institution_uscc = s.institution_uscc and f.dept = s.owner_dept
left join meta.recomputed m on m.number = s.number and m.institution_uscc = s.institution_uscc
left join visible.registry_entry($p, $scope_kind, $scope_code) i on i.institution_uscc = s.institution_uscc and i.is_latest
where s.numerator <> 0 or s.denominator <> 0 or s.missing <> 0
order by s.number, s.institution_uscc, s.days
