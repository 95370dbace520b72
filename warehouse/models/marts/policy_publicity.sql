-- grain: one interpretation of rules by a department, or self-check of an institution
select
  u.record_key, u.publicity_id, u.institution_uscc, '' as committee_id,
  case when u.institution_uscc is null then u.organizer_dept end as dept,
  u.organizer_dept, u.publicity_kind, u.publicity_date, u.attendees, u.check_items, u.nonconformities, u.nonconformities_fixed,
  u.published_in, u.submission_id, u.sheet_no, u.row_no
from staging.policy_publicity_at($p) u
left join staging.institutions_at($p) i on i.record_key = u.institution_uscc
-- one of an institution that nobody registered waits for it (ruling 2)
where u.institution_uscc is null or i.record_key is not null
