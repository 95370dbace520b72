-- grain: one active committee with a member list that has no active chair, or several (VAL-05)
select
  c.record_key, c.institution_uscc, cast(null as varchar) as dept,
  cast(m.chairs as varchar) as found, '1' as expected, c.submission_id, c.sheet_no, c.row_no
from staging.committees_at($p) c
join (
  select committee_id, count(*) filter (where member_status = 'active' and member_role = 'chair') as chairs
  from staging.committee_members_at($p) group by committee_id
) m on m.committee_id = c.record_key
where c.committee_status = 'active' and m.chairs <> 1
