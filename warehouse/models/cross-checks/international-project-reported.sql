-- grain: one international project without its row of the international report (VAL-13)
select
  p.record_key, p.institution_uscc, cast(null as varchar) as dept,
  'Y' as found, cast(null as varchar) as expected, p.submission_id, p.sheet_no, p.row_no
from staging.projects_at($p) p
anti join staging.intl_projects_at($p) x on x.project_id = p.record_key
where p.is_international
