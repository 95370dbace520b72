-- grain: one committee
-- A committee's life by dates: a status has none, so it ceased on the day when a publication first said so.
-- Of the annual report each year's date as last told (a row holds the newest alone), and each year's last day for it.
with versions as (
  select c.*, n.day as known_day
  from staging.committees c
  join meta.publication n on n.number = c.published_in
  where c.published_in <= $p and c.row_action is distinct from 'void'
    and c.submission_id not in (select w.submission_id from meta.publication_submission w where w.withdrawn and w.number <= $p)
),
life as (
  select
    record_key,
    max(published_in) filter (where committee_status = 'active') as last_active_in,
    count(*) filter (where committee_status = 'active') as active_versions
  from versions
  group by record_key
),
ceased as (
  select v.record_key, min(v.known_day) as ceased_day
  from versions v
  join life l on l.record_key = v.record_key
  where v.committee_status <> 'active' and v.published_in > coalesce(l.last_active_in, 0)
  group by v.record_key
),
annual as (
  select record_key, list(told) as annual_report_dates
  from (
    select record_key, arg_max(annual_report_date, (published_in, submission_id, row_no)) as told
    from versions where annual_report_date is not null group by record_key, year(annual_report_date)
  )
  group by record_key
),
-- by the law of the first day of the year
annual_due as (
  select list(cast(s.period || '-' || d.param_value as date)) as annual_due_dates
  from meta.period s
  join meta.param_span d on d.param_key = 'annual_report_mmdd' and d.from_date <= s.period_start and d.to_date > s.period_start
  where s.period_kind = 'year'
)
select
  c.*,
  case when l.active_versions = 0 then c.established_date else d.ceased_day end as ceased_date,
  r.registration_due_date,
  a.annual_report_dates, u.annual_due_dates
from staging.committees_at($p) c
-- a committee of an institution that nobody registered waits for it (ruling 2)
semi join {{registered}} i on i.record_key = c.institution_uscc
join life l on l.record_key = c.record_key
left join ceased d on d.record_key = c.record_key
left join meta.legal_due r on r.cal_date = c.established_date
left join annual a on a.record_key = c.record_key
cross join annual_due u
