-- grain: one meeting of the departments
-- It is the city's: no department answers for it.
select
  m.record_key, m.meeting_id, cast(null as varchar) as institution_uscc, '' as committee_id, cast(null as varchar) as dept,
  m.meeting_kind, m.meeting_date, m.invited_units, m.attended_units, m.absent_depts,
  m.agenda_count, m.resolution_count, m.major_issue_count, m.minutes_issued_date,
  m.published_in, m.submission_id, m.sheet_no, m.row_no
from staging.meetings_at($p) m
