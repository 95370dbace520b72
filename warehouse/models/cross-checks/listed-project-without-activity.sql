-- grain: one listed project that has begun without any listed activity (R06) reported for it (VAL-10)
select
  p.record_key, p.institution_uscc, cast(null as varchar) as dept,
  p.list_item as found, cast(null as varchar) as expected, p.submission_id, p.sheet_no, p.row_no
from staging.projects_at($p) p
anti join staging.list_activities_at($p) a on a.project_id = p.record_key
where p.list_item <> 'none' and p.project_status <> 'planned' and p.start_date <= cast($day as date)
