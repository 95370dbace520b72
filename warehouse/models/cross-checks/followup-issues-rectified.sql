-- grain: one follow-up that found issues, without any rectification demanded of its institution since (VAL-12)
-- No column links the two: a rectification issued from that day on within 30 days counts (D).
select
  f.record_key, o.owner as institution_uscc, cast(null as varchar) as dept,
  cast(f.issues_found as varchar) as found, cast(null as varchar) as expected, f.submission_id, f.sheet_no, f.row_no
from staging.followups_at($p) f
join staging.reviews_owner_at($p) o on o.record_key = f.review_id
where f.issues_found > 0 and f.completed_at + 30 < cast($day as date)
  and not exists (
    select 1 from staging.rectifications_at($p) r
    where r.institution_uscc = o.owner and r.issued_date between f.completed_at and f.completed_at + 30)
