-- grain: as {{relation}}, of the institutions and the department that the scope may see
select m.* from {{relation}}($p) m
where $scope_kind = 'city'
  or ($scope_kind = 'institution' and m.institution_uscc = $scope_code)
  or ($scope_kind = 'department' and (m.dept = $scope_code or m.institution_uscc in (
    select institution_uscc from {{registry_entry}} where is_latest and supervising_dept = $scope_code)))
