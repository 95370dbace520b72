-- grain: one event after $from up to $through, of an episode that the scope may see
select
  v.id as event_id, v.kind, v.detail,
  e.id, e.rule, e.object_id, e.institution_uscc, e.dept, e.severity, e.act_by, e.data_day, e.facts,
  e.opened_day, e.closed_as
from episode_event v
join episode e on e.id = v.episode_id
where v.id > $from and v.id <= $through
  and v.kind in ('opened', 'worse', 'better', 'stage', 'escalated', 'recovered', 'voided')
  and (
    $scope_kind = 'city'
    or ($scope_kind = 'department' and e.dept = $scope_code)
    or ($scope_kind = 'institution' and e.institution_uscc = $scope_code)
  )
order by v.id
