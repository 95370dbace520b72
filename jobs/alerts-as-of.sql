-- grain: one episode that had opened by $day and that the scope may see, as it was known on that day
-- An unknown kind of scope matches none of the three.
with seen as (
  select
    e.id, e.rule, e.object_table, e.object_id, e.institution_uscc, e.dept, e.opened_day, e.act_by,
    case when e.closed_day <= $day then e.closed_day end as closed_day,
    (select v.severity from episode_event v
     where v.episode_id = e.id and v.day <= $day order by v.id desc limit 1) as severity
  from episode e
  where e.opened_day <= $day
    and (
      $scope_kind = 'city'
      or ($scope_kind = 'department' and e.dept = $scope_code)
      or ($scope_kind = 'institution' and e.institution_uscc = $scope_code)
    )
    and ($rule is null or e.rule = $rule)
    and ($institution is null or e.institution_uscc = $institution)
    and ($department is null or e.dept = $department)
    and case $state
      when 'open' then e.closed_day is null or e.closed_day > $day
      when 'closed' then e.closed_day <= $day
      else 1
    end
)
