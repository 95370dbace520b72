-- grain: one active committee whose number of members is not that of its member list (VAL-04)
-- A committee without any list is not at fault here: its list is owed.
select
  c.record_key, c.institution_uscc, cast(null as varchar) as dept,
  cast(c.member_count as varchar) as found, cast(m.members as varchar) as expected, c.submission_id, c.sheet_no, c.row_no
from staging.committees_at($p) c
join (
  select committee_id, count(*) filter (where member_status = 'active') as members
  from staging.committee_members_at($p) group by committee_id
) m on m.committee_id = c.record_key
where c.committee_status = 'active' and c.member_count <> m.members
