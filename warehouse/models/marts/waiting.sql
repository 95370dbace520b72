-- grain: one record that waits for the record it refers to (ruling 2)
select 'R02' as report, c.record_key, c.institution_uscc as target, 'institution_uscc' as field,
  c.institution_uscc, c.report_period, c.published_in, c.submission_id, c.sheet_no, c.row_no
from staging.committees_at($p) c
anti join staging.institutions_at($p) i on i.record_key = c.institution_uscc
union all
select 'R04', r.record_key, r.committee_id, 'committee_id',
  null, r.report_period, r.published_in, r.submission_id, r.sheet_no, r.row_no
from staging.reviews_at($p) r
anti join staging.committees_at($p) c on c.record_key = r.committee_id
union all
select 'R08', r.record_key, r.institution_uscc, 'institution_uscc',
  r.institution_uscc, r.report_period, r.published_in, r.submission_id, r.sheet_no, r.row_no
from staging.rectifications_at($p) r
anti join staging.institutions_at($p) i on i.record_key = r.institution_uscc
union all
select 'R09', r.record_key, r.institution_uscc, 'institution_uscc',
  r.institution_uscc, r.report_period, r.published_in, r.submission_id, r.sheet_no, r.row_no
from staging.cases_at($p) r
anti join staging.institutions_at($p) i on i.record_key = r.institution_uscc
union all
select 'R21', r.record_key, r.institution_uscc, 'institution_uscc',
  r.institution_uscc, r.report_period, r.published_in, r.submission_id, r.sheet_no, r.row_no
from staging.staff_training_base_at($p) r
anti join staging.institutions_at($p) i on i.record_key = r.institution_uscc
