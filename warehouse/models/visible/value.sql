-- grain: as {{relation}}, of the institutions that the scope may see, and of a department what is no institution's
-- in two parts, of which the engine drops the one that is not the scope's
select m.* from {{relation}}($p) m
where $scope_kind = 'city' or ($scope_kind = 'institution' and m.institution_uscc = $scope_code)
union all
select m.* from {{relation}}($p) m
where $scope_kind = 'department' and ((m.institution_uscc = '' and m.dept = $scope_code) or m.institution_uscc in (
  select institution_uscc from {{registry_entry}} where is_latest and supervising_dept = $scope_code))
