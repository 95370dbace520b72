-- grain: one course of an institution that is no university
select
  c.record_key, c.institution_uscc, cast(null as varchar) as dept,
  i.institution_kind as found, 'university' as expected, c.submission_id, c.sheet_no, c.row_no
from staging.courses_at($p) c
join staging.institutions_at($p) i on i.record_key = c.institution_uscc
where i.institution_kind <> 'university'
