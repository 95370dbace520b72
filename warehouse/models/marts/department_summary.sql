-- grain: one summary that a member department owes, of a quarter or a year, with what it handed in
-- The yearly summary is the row of the fourth quarter, told with the year as report period: of the versions of that row
-- each line takes the newest one told for its own period, and where none was (it was the same), the newest of all.
with told as (
  select d.*, regexp_full_match(coalesce(d.report_period, ''), '[0-9]{4}年?') as is_yearly
  from staging.dept_monitoring d
  -- a void takes out the row with all its versions
  semi join staging.dept_monitoring_at($p) h on h.record_key = d.record_key
  where d.published_in <= $p and d.superseded_in > d.published_in and d.row_action is distinct from 'void'
    and d.submission_id not in (select w.submission_id from meta.publication_submission w where w.withdrawn and w.number <= $p)
),
line as (
  select *, length(report_period) = 4 as is_yearly,
    dept || '|' || report_period || case when length(report_period) = 4 then '-Q4' else '' end as summary_key
  from {{report_due}}
  where report = 'R23' and dept is not null
)
select
  l.summary_key as record_key, cast(null as varchar) as institution_uscc, '' as committee_id, l.dept,
  l.report, l.report_period, l.period_end as period_end_date, l.due_date, l.received_date, l.is_yearly,
  t.submitted_date, t.analysis_done, t.publicity_events,
  t.published_in, t.submission_id, t.sheet_no, t.row_no
from line l
left join told t on t.record_key = l.summary_key and l.received_date is not null
qualify row_number() over (
  partition by l.dept, l.report_period
  order by (t.is_yearly = l.is_yearly) desc, t.published_in desc, t.submission_id desc, t.row_no desc) = 1
