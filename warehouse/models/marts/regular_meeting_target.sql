-- grain: one quarter that has begun, with the regular meetings that it is to have by the parameter at its end
-- Since the first publication, or since the quarter of the first regular meeting that is known.
with known as (
  select min(day) as first_day, max(day) as last_day from meta.publication where number <= $p
),
held as (
  select min(meeting_date) as first_day from {{meeting}} where meeting_kind = 'regular'
)
select
  q.period as record_key, cast(null as varchar) as institution_uscc, '' as committee_id, cast(null as varchar) as dept,
  q.period_end as target_date, v.regular_meetings_per_year, v.regular_meetings_per_year / 4 as target_meetings,
  cast(null as integer) as published_in, cast(null as integer) as submission_id,
  cast(null as integer) as sheet_no, cast(null as integer) as row_no
from meta.period q
cross join known k
cross join held h
join meta.parameter_day v on v.cal_date = q.period_end
where q.period_kind = 'quarter' and q.period_start <= k.last_day
  and q.period_end >= least(k.first_day, coalesce(h.first_day, k.first_day))
