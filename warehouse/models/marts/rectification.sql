-- grain: one rectification
-- done_date: the day its report was handed in, unless it was returned; null while it is still to be done.
select
  r.record_key, r.rectification_id, r.institution_uscc, '' as committee_id,
  r.rect_source, r.alert_rule_id, r.issue_category, r.severity, r.issue_summary, r.issued_by_dept, r.is_major,
  r.issued_date, r.due_date as original_due_date,
  coalesce(r.is_extended, false) and r.extended_due_date is not null as is_extended,
  coalesce(r.extended_due_date, r.due_date) as due_date,
  r.report_submitted_date, r.accepted_date, r.acceptance_result, r.rect_status, r.escalated_meeting_date,
  e.escalation_due_date,
  case
    when r.rect_status = 'cancelled' then r.issued_date
    when r.rect_status in ('submitted', 'closed') then coalesce(r.report_submitted_date, r.accepted_date, n.day)
  end as done_date,
  case
    when r.rect_status = 'cancelled' then r.issued_date
    when r.rect_status = 'closed' then coalesce(r.accepted_date, n.day)
  end as closed_date,
  n.day as known_day,
  r.published_in, r.submission_id, r.sheet_no, r.row_no
from staging.rectifications_at($p) r
-- one of an institution that nobody registered waits for it (ruling 2)
semi join {{registered}} i on i.record_key = r.institution_uscc
join meta.publication n on n.number = r.published_in
left join meta.legal_due e on e.cal_date = r.issued_date
