-- grain: one action item of a meeting
-- done_date: completed, or the day of the publication that says it is done without saying when.
select
  a.record_key, a.action_id, cast(null as varchar) as institution_uscc, '' as committee_id, a.lead_dept as dept,
  a.lead_dept, a.meeting_id, a.resolution_no, a.action_summary, a.action_status, a.extension_count, a.rectification_id,
  a.assigned_date, a.due_date, a.completed_date,
  coalesce(a.completed_date, case when a.action_status = 'done' then n.day end) as done_date,
  date_diff('day', a.assigned_date, a.completed_date) as handling_days,
  a.published_in, a.submission_id, a.sheet_no, a.row_no
from staging.action_items_at($p) a
join meta.publication n on n.number = a.published_in
