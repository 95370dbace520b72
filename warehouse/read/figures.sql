-- grain: one group, named value, dimension and period of the indicators asked for
select
  v.indicator, v.name, v.dimension, v.period,
  case $by
    when 'department' then i.supervising_dept
    when 'district' then i.district_code
    when 'kind' then i.institution_kind
    when 'affiliation' then i.affiliation_level
    when 'institution' then v.institution_uscc
    when 'committee' then v.committee_id
    else ''
  end as group_code,
  any_value(case $by when 'institution' then i.institution_name when 'committee' then i.institution_name end) as group_name,
  sum(v.numerator) as numerator, sum(v.denominator) as denominator, sum(v.missing) as missing
from visible.value($p, $scope_kind, $scope_code) v
left join visible.institution($p, $scope_kind, $scope_code) i on i.institution_uscc = v.institution_uscc and i.is_latest
where list_contains($indicators, v.indicator) and list_contains($periods, v.period)
  and ($group is null or $group = case $by
    when 'department' then i.supervising_dept
    when 'district' then i.district_code
    when 'kind' then i.institution_kind
    when 'affiliation' then i.affiliation_level
    when 'institution' then v.institution_uscc
    when 'committee' then v.committee_id
    else '' end)
group by v.indicator, v.name, v.dimension, v.period, group_code
order by v.period, group_code, v.indicator, v.name, v.dimension
