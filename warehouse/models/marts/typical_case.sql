-- grain: one typical case
select
  c.record_key, c.typical_case_id, c.institution_uscc, '' as committee_id, c.recommending_dept,
  c.case_theme, c.case_nature, c.desensitised, c.recommended_date, c.selected_date, c.promotion_kind, c.promoted_date, c.reuse_count,
  c.published_in, c.submission_id, c.sheet_no, c.row_no
from staging.typical_cases_at($p) c
-- one of an institution that nobody registered waits for it (ruling 2)
semi join {{registered}} i on i.record_key = c.institution_uscc
