-- grain: one regular meeting and member department
-- A special meeting does not call all members; at a regular one who is not named as absent was there.
select
  m.record_key, m.meeting_id, m.institution_uscc, m.committee_id, d.dept,
  m.meeting_date, not coalesce(list_contains(m.absent_depts, d.dept), false) as attended,
  m.published_in, m.submission_id, m.sheet_no, m.row_no
from {{meeting}} m
join meta.department d on d.is_member
where m.meeting_kind = 'regular'
