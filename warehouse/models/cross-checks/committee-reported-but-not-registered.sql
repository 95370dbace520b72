-- grain: one active committee of an institution whose registry entry says that it has none (VAL-03)
select
  c.record_key, c.institution_uscc, cast(null as varchar) as dept,
  'N' as found, 'Y' as expected, c.submission_id, c.sheet_no, c.row_no
from staging.committees_at($p) c
join staging.institutions_at($p) i on i.record_key = c.institution_uscc
where c.committee_status = 'active' and not i.has_committee
