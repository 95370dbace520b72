-- grain: one row: the next meeting that is known to be ahead of the day, and the last regular one held by then
select
  min(meeting_date) filter (where meeting_date > cast($day as date)) as next_meeting,
  max(meeting_date) filter (where meeting_kind = 'regular' and meeting_date <= cast($day as date)) as last_regular
from visible.meeting($p, $scope_kind, $scope_code)
