-- grain: one report: how it was handed in during the twelve months before the day
with
since as (select cast($day as date) - interval 12 month as day),
line as (
  select
    d.report,
    count(*) as due_count,
    count(*) filter (where d.received_date <= d.due_date) as on_time_count,
    count(*) filter (where d.received_date > d.due_date) as late_count,
    count(*) filter (where d.received_date is null) as overdue_count
  from visible.report_due($p, $scope_kind, $scope_code) d, since s
  where d.due_date < cast($day as date) and d.due_date >= s.day
  group by d.report
),
handed_in as (
  select
    c.report,
    max(c.received_date) as last_received,
    count(distinct coalesce(c.institution_uscc, c.dept)) filter (where c.received_date >= s.day) as owner_count,
    sum(c.row_count) filter (where c.received_date >= s.day) as rows,
    sum(c.rejected_rows) filter (where c.received_date >= s.day) as rejected_rows
  from visible.coverage($p, $scope_kind, $scope_code) c, since s
  group by c.report
)
select
  coalesce(l.report, h.report) as report,
  h.last_received,
  date_diff('day', h.last_received, cast($day as date)) as days_silent,
  coalesce(h.owner_count, 0) as owner_count,
  coalesce(h.rows, 0) as rows, coalesce(h.rejected_rows, 0) as rejected_rows,
  coalesce(l.due_count, 0) as due_count, coalesce(l.on_time_count, 0) as on_time_count,
  coalesce(l.late_count, 0) as late_count, coalesce(l.overdue_count, 0) as overdue_count
from line l
full join handed_in h on h.report = l.report
order by 1
