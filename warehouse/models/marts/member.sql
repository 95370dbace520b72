-- grain: one committee member
-- left_date: the first day without the seat: the date of the change, else when a publication first said so, at the latest
-- when the term was over or the committee ended. hours: what was last told of each year.
with versions as materialized (
  select m.*, n.day as known_day, try_cast(left(coalesce(m.report_period, f.report_period), 4) as integer) as of_year
  from staging.committee_members m
  join meta.publication n on n.number = m.published_in
  left join (
    select submission_id, max(report_period) as report_period
    from staging.coverage where report = 'R03' and published_in <= $p group by submission_id
  ) f on f.submission_id = m.submission_id
  where m.published_in <= $p and m.row_action is distinct from 'void'
    and m.record_key in (
      select a.record_key from staging.committee_members_at($p) a
      where a.committee_id in (select record_key from {{committee}}))
    and m.submission_id not in (select w.submission_id from meta.publication_submission w where w.withdrawn and w.number <= $p)
),
life as (
  select
    record_key,
    max(published_in) filter (where member_status = 'active') as last_active_in,
    max(changed_date) filter (where member_status = 'active') as changed_before
  from versions
  group by record_key
),
told as (
  select v.record_key, min(v.known_day) as told_day
  from versions v
  join life l on l.record_key = v.record_key
  where v.member_status <> 'active' and v.published_in > coalesce(l.last_active_in, 0)
  group by v.record_key
),
trained as (
  select record_key, list({'year': of_year, 'hours': hours}) as hours
  from (
    select record_key, of_year, arg_max(training_hours_ytd, (published_in, submission_id, row_no)) as hours
    from versions where of_year is not null group by record_key, of_year
  )
  group by record_key
)
select
  m.record_key, c.institution_uscc, m.committee_id, m.member_no,
  m.member_category, m.member_role, m.gender, m.is_external, m.member_status, m.training_hours_ytd,
  m.term_start, m.term_end,
  least(
    case when m.member_status <> 'active' then
      -- a date that stood before tells of another change
      least(m.term_end + 1, coalesce(case when l.changed_before is null or m.changed_date <> l.changed_before then m.changed_date end, t.told_day))
    end,
    c.ceased_date) as left_date,
  h.hours,
  m.published_in, m.submission_id, m.sheet_no, m.row_no
from staging.committee_members_at($p) m
-- one whose committee or institution nobody registered waits for them (ruling 2)
join {{committee}} c on c.record_key = m.committee_id
join life l on l.record_key = m.record_key
left join told t on t.record_key = m.record_key
left join trained h on h.record_key = m.record_key
