-- grain: one institution, report and period whose end has passed by the day asked for
select
  d.report, d.report_period, d.institution_uscc, i.institution_name, d.supervising_dept, d.due_date,
  d.received_date, d.submission_id, d.row_count, d.rejected_rows,
  case
    when d.received_date is null and d.due_date < cast($day as date) then 'overdue'
    when d.received_date is null then 'expected'
    when d.received_date > d.due_date then 'late'
    when d.row_count = 0 then 'nil'
    when d.rejected_rows > 0 then 'partly'
    else 'on_time'
  end as status,
  case
    when d.received_date is not null then d.workdays_late
    when d.due_date < cast($day as date) then b.workday_no - a.workday_no
    else 0
  end as workdays_late
from visible.report_due($p, $scope_kind, $scope_code) d
left join visible.institution($p, $scope_kind, $scope_code) i on i.institution_uscc = d.institution_uscc and i.is_latest
left join meta.calendar a on a.cal_date = d.due_date
left join meta.calendar b on b.cal_date = cast($day as date)
where d.period_end < cast($day as date)
