-- grain: one project of a registered institution, with what its versions say together
-- first_known_day: when it was first heard of.
-- issues: what was found and corrected since the year began, by the end of each period in which it was reported.
with version as materialized (
  select
    record_key, issues_found_ytd, issues_corrected_ytd, report_period, row_action,
    submission_id, row_no, published_in, superseded_in
  from staging.projects
  -- by the hash of the key: what else has the same is found by nobody
  where published_in <= $p and key_hash in (
    select j.key_hash from staging.projects_at($p) j semi join {{registered}} i on i.record_key = j.institution_uscc)
),
heard as (
  select s.record_key, min(n.day) as first_known_day
  from version s
  join meta.publication n on n.number = s.published_in
  group by s.record_key
),
told as (
  select
    s.record_key, s.issues_found_ytd, s.issues_corrected_ytd,
    -- a file that does not say its period speaks of the last quarter that had ended
    coalesce(q.period_end, cast(date_trunc('quarter', n.day) as date) - 1) as period_date
  from version s
  join meta.publication n on n.number = s.published_in
  left join meta.period q on q.period = s.report_period
  where s.superseded_in > s.published_in and s.row_action is distinct from 'void'
    and s.submission_id not in (select w.submission_id from meta.publication_submission w where w.withdrawn and w.number <= $p)
  qualify row_number() over (
    partition by s.record_key, coalesce(q.period_end, cast(date_trunc('quarter', n.day) as date) - 1)
    order by s.published_in desc, s.submission_id desc, s.row_no desc) = 1
),
issues as (
  select record_key, list({'period_date': period_date, 'found': issues_found_ytd, 'corrected': issues_corrected_ytd}
    order by period_date) as issues
  from told
  group by record_key
)
select h.record_key, h.first_known_day, u.issues
from heard h
left join issues u on u.record_key = h.record_key
