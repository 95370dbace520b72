-- grain: one record that another report contradicts, and what it is asked about
select f.*, i.institution_name, i.supervising_dept
from ({{findings}}) f
left join visible.registry_entry($p, $scope_kind, $scope_code) i
  on i.institution_uscc = f.institution_uscc and i.is_latest
where $scope_kind = 'city' or i.institution_uscc is not null
  or ($scope_kind = 'department' and f.dept = $scope_code)
