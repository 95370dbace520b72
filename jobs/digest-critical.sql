-- grain: one open critical episode that the scope may see, longest open first
select
  e.id, e.rule, e.object_id, e.institution_uscc, e.dept, e.severity, e.act_by, e.data_day, e.facts,
  e.opened_day, e.closed_as
from episode e
where e.closed_at is null and e.severity = 'critical'
  and (
    $scope_kind = 'city'
    or ($scope_kind = 'department' and e.dept = $scope_code)
    or ($scope_kind = 'institution' and e.institution_uscc = $scope_code)
  )
order by e.opened_day, e.id
