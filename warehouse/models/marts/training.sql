-- grain: one training session
select
  t.record_key, t.training_id, t.institution_uscc, '' as committee_id,
  case when t.institution_uscc is null then t.organizer_dept end as dept,
  t.training_kind, t.topic, t.training_date, t.hours, t.assessed_count, t.passed_count,
  t.published_in, t.submission_id, t.sheet_no, t.row_no
from staging.trainings_at($p) t
left join staging.institutions_at($p) i on i.record_key = t.institution_uscc
-- one of an institution that nobody registered waits for it (ruling 2)
where t.institution_uscc is null or i.record_key is not null
