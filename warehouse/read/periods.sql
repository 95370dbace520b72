-- grain: one indicator and period that has begun, from the first one of which something is known, newest first
with known as (
  select indicator, period_kind, min(period) as first_period, max(period) as last_period
  from (
    select indicator, period_kind, period from visible.value($p, $scope_kind, $scope_code)
    union all
    select indicator, period_kind, period from visible.histogram($p, $scope_kind, $scope_code)
  )
  group by indicator, period_kind
)
select k.indicator, t.period > k.last_period as is_blank, t.period, t.period_start, t.period_end, t.at_date, t.due_until,
  exists (select 1 from meta.calendar c where c.cal_date = t.period_end and not c.is_official) as calendar_provisional
from known k
join meta.period_at($day) t on t.period_kind = k.period_kind and t.period >= k.first_period
order by k.indicator, t.period desc
