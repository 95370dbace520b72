-- grain: one group that institutions fall into
select distinct meta.group_of($by, '', supervising_dept, district_code, institution_kind, affiliation_level, '', '') as group_code
from visible.registry_entry($p, $scope_kind, $scope_code)
where is_latest and is_active
order by 1
