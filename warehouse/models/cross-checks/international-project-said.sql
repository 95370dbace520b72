-- grain: one row of the international report whose project says that it is not international (VAL-13)
select
  x.record_key, p.institution_uscc, cast(null as varchar) as dept,
  'Y' as found, 'N' as expected, x.submission_id, x.sheet_no, x.row_no
from staging.intl_projects_at($p) x
join staging.projects_at($p) p on p.record_key = x.project_id
where not p.is_international
