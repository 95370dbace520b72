-- grain: one member department and year of which it owes a summary, with what its newest summary of the year says of duties
-- called_date: when the first of these was due, in the year itself.
with line as (
  select dept, left(report_period, 4) as report_year, min(due_date) as due_date
  from {{report_due}}
  where report = 'R23' and dept is not null
  group by dept, left(report_period, 4)
),
told as (
  select *, left(period, 4) as report_year
  from staging.dept_monitoring_at($p)
  qualify row_number() over (partition by dept, left(period, 4) order by period desc) = 1
)
select
  l.dept || '|' || coalesce(t.period, l.report_year) as record_key, cast(null as varchar) as institution_uscc,
  '' as committee_id, l.dept, 'R23' as report, l.report_year as report_period,
  least(l.due_date, y.period_end) as called_date, t.period, t.duty_assigned,
  t.published_in, t.submission_id, t.sheet_no, t.row_no
from line l
join meta.period y on y.period = l.report_year
left join told t on t.dept = l.dept and t.report_year = l.report_year
