-- grain: one rectification as it stands on the day asked for
select
  r.rectification_id, r.institution_uscc, i.institution_name, i.supervising_dept, r.issued_by_dept,
  r.issue_category, r.severity, coalesce(r.is_major, false) as is_major, r.issue_summary,
  r.issued_date, r.due_date, r.original_due_date, r.is_extended,
  r.report_submitted_date, r.accepted_date, r.acceptance_result, r.rect_status,
  case
    when r.rect_status = 'cancelled' then 'cancelled'
    when r.closed_date <= cast($day as date) then 'closed'
    when r.done_date <= cast($day as date) then 'submitted'
    when r.due_date < cast($day as date) then 'overdue'
    when b.workday_no - a.workday_no <= 10 then 'due_soon'
    else 'open'
  end as state,
  date_diff('day', r.due_date, cast($day as date)) as days_overdue,
  b.workday_no - a.workday_no as workdays_left,
  r.submission_id, r.sheet_no, r.row_no
from visible.rectification($p, $scope_kind, $scope_code) r
left join visible.registry_entry($p, $scope_kind, $scope_code) i on i.institution_uscc = r.institution_uscc and i.is_latest
left join meta.calendar a on a.cal_date = cast($day as date)
left join meta.calendar b on b.cal_date = r.due_date
where r.issued_date <= cast($day as date)
