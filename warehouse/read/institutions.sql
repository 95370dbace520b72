-- grain: one institution as registered now
with rectification as (
  select institution_uscc, count(*) as n
  from visible.rectification($p, $scope_kind, $scope_code)
  where issued_date <= cast($day as date) and due_date < cast($day as date)
    and (done_date is null or done_date > cast($day as date))
  group by institution_uscc
),
report as (
  select institution_uscc, count(*) as n
  from visible.report_due($p, $scope_kind, $scope_code)
  where due_date < cast($day as date) and received_date is null
  group by institution_uscc
),
received as (
  select institution_uscc, max(received_date) as last_received
  from visible.coverage($p, $scope_kind, $scope_code)
  group by institution_uscc
)
select
  i.institution_uscc, i.institution_name, i.institution_kind, i.affiliation_level, i.supervising_dept,
  i.district_code,
  i.is_active and (i.valid_to is null or i.valid_to > cast($day as date)) as is_active, i.sensitive_involved, i.has_research_tasks,
  coalesce(len(list_filter(i.committees, c -> c.from_date <= cast($day as date)
    and (c.until_date is null or c.until_date > cast($day as date)))) > 0, false) as has_active_committee,
  coalesce(r.n, 0) as overdue_rectifications,
  coalesce(o.n, 0) as overdue_reports,
  c.last_received
from visible.institution($p, $scope_kind, $scope_code) i
left join rectification r on r.institution_uscc = i.institution_uscc
left join report o on o.institution_uscc = i.institution_uscc
left join received c on c.institution_uscc = i.institution_uscc
where i.is_latest
order by i.institution_name
