-- grain: one committee
-- A committee's life by dates: a status has none, so it ceased on the day when a publication first said so.
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
)
select
  c.*,
  case when l.active_versions = 0 then c.established_date else d.ceased_day end as ceased_date,
  r.registration_due_date
from staging.committees_at($p) c
-- a committee of an institution that nobody registered waits for it (ruling 2)
semi join staging.institutions_at($p) i on i.record_key = c.institution_uscc
join life l on l.record_key = c.record_key
left join ceased d on d.record_key = c.record_key
left join meta.legal_due r on r.cal_date = c.established_date
