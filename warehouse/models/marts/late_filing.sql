-- grain: one record and event that was to be filed within a limit, where it was filed later
-- Days are counted as the law counts them; a limit of hours or of the day itself waits for no working day (D).
-- Events before the first publication were to be filed with nobody here.
with receipt as materialized (
  select submission_id, min(received_date) as received_date
  from staging.coverage
  where published_in <= $p
    and submission_id not in (select w.submission_id from meta.publication_submission w where w.withdrawn and w.number <= $p)
  group by submission_id
),
filed as (
-- each limit
  select
    '{{report}}' as report, '{{limit}}' as limit_id, c.record_key, o.owner as institution_uscc, {{dept}} as dept,
    cast(c.{{field}} as date) as event_date, {{workdays}} as workdays, {{days}} as days,
    min(r.received_date) as received_date,
    arg_min(v.submission_id, (r.received_date, v.submission_id)) as submission_id
  from (select * from staging.{{table}}_at($p) where ({{when}})) c
  join staging.{{table}} v on v.record_key = c.record_key and v.published_in <= $p and {{same_event}}
  join receipt r on r.submission_id = v.submission_id
  left join {{owners}} o on o.record_key = c.{{link}}
  where c.{{field}} >= (select min(day) from meta.publication where number <= $p)
  group by all
-- end
),
limited as (
  select f.*, coalesce(w.cal_date, case when f.days > 1 then d.next_workday else f.event_date + f.days end) as limit_date
  from filed f
  join meta.calendar e on e.cal_date = f.event_date
  left join meta.calendar w on w.is_workday and w.workday_no = e.workday_no + f.workdays
  left join meta.calendar d on d.cal_date = f.event_date + f.days
)
select
  l.limit_id || '|' || l.record_key as filing_key, l.report, l.limit_id, l.record_key, l.institution_uscc, '' as committee_id,
  l.dept, l.event_date, l.limit_date, l.received_date, l.submission_id, b.workday_no - a.workday_no as workdays_late
from limited l
join meta.calendar a on a.cal_date = l.limit_date
join meta.calendar b on b.cal_date = l.received_date
where l.received_date > l.limit_date
