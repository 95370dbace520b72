-- grain: as marts.institution, or the entry alone, of the institutions that the scope may see
select * from {{relation}}
where $scope_kind = 'city'
  or ($scope_kind = 'department' and supervising_dept = $scope_code)
  or ($scope_kind = 'institution' and institution_uscc = $scope_code)
