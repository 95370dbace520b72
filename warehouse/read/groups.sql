-- grain: one group that institutions fall into
select distinct case $by
    when 'department' then supervising_dept
    when 'district' then district_code
    when 'kind' then institution_kind
    when 'affiliation' then affiliation_level
  end as group_code
from visible.institution($p, $scope_kind, $scope_code)
where is_latest and is_active
order by 1
