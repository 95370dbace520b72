-- grain: one project of international cooperation
select
  n.record_key, n.project_id, j.institution_uscc, '' as committee_id,
  n.in_review_scope, n.cn_review_id, n.cn_approved_date, n.foreign_approved_date, n.foreign_evidence_archived,
  n.project_approved_date,
  n.published_in, n.submission_id, n.sheet_no, n.row_no
from staging.intl_projects_at($p) n
-- one whose project or institution nobody reported waits for them (ruling 2)
join staging.projects_at($p) j on j.record_key = n.project_id
semi join {{registered}} i on i.record_key = j.institution_uscc
