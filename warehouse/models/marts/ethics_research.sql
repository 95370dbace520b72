-- grain: one piece of research on ethics, with one output
select
  r.record_key, r.research_id, r.institution_uscc, '' as committee_id, cast(null as varchar) as dept, i.institution_kind,
  r.research_kind, r.start_date, r.end_date, r.output_kind, r.output_date, r.adopted, r.adopted_by_dept, r.published,
  r.published_in, r.submission_id, r.sheet_no, r.row_no
from staging.ethics_research_at($p) r
-- one of an institution that nobody registered waits for it (ruling 2)
join staging.institutions_at($p) i on i.record_key = r.institution_uscc
