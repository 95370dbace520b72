-- grain: one follow-up due later than the law lets it be, without a reason (VAL-11)
-- 12 months after the decision or the follow-up before, 6 for listed items (Measures Art. 19, 33).
with dated as (
  select
    f.*, cast(v.decision_at as date) as decided_date, v.list_item, v.committee_id,
    max(f.completed_at) over (
      partition by f.review_id order by f.due_date, f.record_key
      rows between unbounded preceding and 1 preceding) as followed_date
  from staging.followups_at($p) f
  join staging.reviews_at($p) v on v.record_key = f.review_id
),
limited as (
  select
    d.*,
    coalesce(d.followed_date, d.decided_date)
      + case when d.list_item <> 'none' then interval 6 month else interval 12 month end as latest_date
  from dated d
)
select
  l.record_key, o.owner as institution_uscc, cast(null as varchar) as dept,
  cast(l.due_date as varchar) as found, cast(cast(l.latest_date as date) as varchar) as expected, l.submission_id, l.sheet_no, l.row_no
from limited l
left join staging.committees_owner_at($p) o on o.record_key = l.committee_id
where l.due_date > l.latest_date and l.interval_basis is null
