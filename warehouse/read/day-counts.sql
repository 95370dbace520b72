-- grain: one group, dimension, period and number of days of the indicators asked for
-- $into names, for each of $periods, the period in which it is counted: itself, or a longer one.
with wanted as (
  select unnest($periods) as base, unnest($into) as period
),
cell as (
  select v.*, w.period as into_period, i.institution_name,
    meta.group_of($by, '', i.supervising_dept, i.district_code, i.institution_kind, i.affiliation_level, v.institution_uscc, v.committee_id) as group_code
  from visible.histogram($p, $scope_kind, $scope_code) v
  join wanted w on w.base = v.period
  left join visible.registry_entry($p, $scope_kind, $scope_code) i
    on $by <> 'city' and i.institution_uscc = v.institution_uscc and i.is_latest
  where list_contains($indicators, v.indicator)
    -- by which the engine passes over what is stored of others
    and v.indicator between $first and $last
)
select
  indicator, dimension, into_period as period, days, group_code,
  any_value(case when $by in ('institution', 'committee') then institution_name end) as group_name,
  sum(n) as n
from cell
where group_code is not null and ($group is null or $group = group_code)
group by indicator, dimension, into_period, days, group_code
order by into_period, group_code, indicator, dimension, days
