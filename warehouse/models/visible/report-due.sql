-- grain: as marts.report_due, of the institutions and the department that the scope may see
select * from {{relation}}($p)
where $scope_kind = 'city'
  or ($scope_kind = 'institution' and institution_uscc = $scope_code)
  -- a department's own lines name it as the one that supervises them
  or ($scope_kind = 'department' and supervising_dept = $scope_code)
