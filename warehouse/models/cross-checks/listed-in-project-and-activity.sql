-- grain: one listed activity that says another item than its project does (VAL-10)
select
  a.record_key, p.institution_uscc, cast(null as varchar) as dept,
  a.list_item as found, p.list_item as expected, a.submission_id, a.sheet_no, a.row_no
from staging.list_activities_at($p) a
join staging.projects_at($p) p on p.record_key = a.project_id
where a.list_item <> p.list_item
