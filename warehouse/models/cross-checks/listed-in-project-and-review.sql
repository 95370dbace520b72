-- grain: one review that says another listed item than its project does (VAL-10)
select
  r.record_key, o.owner as institution_uscc, cast(null as varchar) as dept,
  r.list_item as found, p.list_item as expected, r.submission_id, r.sheet_no, r.row_no
from staging.reviews_at($p) r
join staging.projects_at($p) p on p.record_key = r.project_id
left join staging.committees_owner_at($p) o on o.record_key = r.committee_id
where r.list_item <> p.list_item
