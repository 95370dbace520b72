-- grain: one institution, or department that owes reports itself: how it reported in the twelve months before the day
with
since as (select cast($day as date) - interval 12 month as day),
line as (
  select
    coalesce(d.institution_uscc, d.dept) as owner,
    count(*) as due_count,
    count(*) filter (where d.received_date <= d.due_date) as on_time_count,
    count(*) filter (where d.received_date > d.due_date) as late_count,
    count(*) filter (where d.received_date is null) as overdue_count
  from visible.report_due($p, $scope_kind, $scope_code) d, since s
  where d.due_date < cast($day as date) and d.due_date >= s.day
  group by coalesce(d.institution_uscc, d.dept)
),
handed_in as (
  select
    coalesce(c.institution_uscc, c.dept) as owner,
    max(c.received_date) as last_received,
    sum(c.row_count) filter (where c.received_date >= s.day) as rows,
    sum(c.rejected_rows) filter (where c.received_date >= s.day) as rejected_rows
  from visible.coverage($p, $scope_kind, $scope_code) c, since s
  group by coalesce(c.institution_uscc, c.dept)
),
late_event as (
  select coalesce(f.institution_uscc, f.dept) as owner, count(*) as n
  from visible.late_filing($p, $scope_kind, $scope_code) f, since s
  where f.received_date >= s.day and f.received_date <= cast($day as date)
  group by coalesce(f.institution_uscc, f.dept)
),
owner as (
  select institution_uscc as owner, institution_uscc, institution_name, cast(null as varchar) as dept, supervising_dept
  from visible.registry_entry($p, $scope_kind, $scope_code)
  where is_latest and is_active and (valid_to is null or valid_to > cast($day as date))
  union all
  select distinct d.dept, null, null, d.dept, d.dept
  from visible.report_due($p, $scope_kind, $scope_code) d
  where d.dept is not null and d.institution_uscc is null
)
select
  o.owner, o.institution_uscc, o.institution_name, o.dept, o.supervising_dept,
  h.last_received,
  date_diff('day', h.last_received, cast($day as date)) as days_silent,
  coalesce(h.rows, 0) as rows, coalesce(h.rejected_rows, 0) as rejected_rows,
  coalesce(l.due_count, 0) as due_count, coalesce(l.on_time_count, 0) as on_time_count,
  coalesce(l.late_count, 0) as late_count, coalesce(l.overdue_count, 0) as overdue_count,
  coalesce(e.n, 0) as late_event_count
from owner o
left join line l on l.owner = o.owner
left join handed_in h on h.owner = o.owner
left join late_event e on e.owner = o.owner
