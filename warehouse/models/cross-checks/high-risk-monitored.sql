-- grain: one ongoing project of high risk, or listed, without the last whole month's monitoring (VAL-17)
-- Asked once the report of that month is due: the tenth of the next.
with month as (
  select period, period_start, period_end from meta.period
  where period_kind = 'month' and period_end + 10 < cast($day as date)
  order by period desc limit 1
)
select
  p.record_key, p.institution_uscc, cast(null as varchar) as dept,
  cast(null as varchar) as found, t.period as expected, p.submission_id, p.sheet_no, p.row_no
from staging.projects_at($p) p
cross join month t
where p.project_status = 'ongoing' and (p.risk_level in ('high', 'extreme') or p.list_item <> 'none')
  and p.start_date <= t.period_end and (p.end_date is null or p.end_date >= t.period_start)
  and not exists (
    select 1 from staging.risk_monitoring_at($p) r where r.project_id = p.record_key and r.monitor_period = t.period)
