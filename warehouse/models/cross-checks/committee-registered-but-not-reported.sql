-- grain: one institution whose registry entry says that it has a committee, without an active one reported (VAL-03)
select
  i.record_key, i.institution_uscc, cast(null as varchar) as dept,
  'Y' as found, 'N' as expected, i.submission_id, i.sheet_no, i.row_no
from staging.institutions_at($p) i
where i.has_committee and i.institution_status = 'active'
  and not exists (
    select 1 from staging.committees_at($p) c
    where c.institution_uscc = i.institution_uscc and c.committee_status = 'active')
