-- grain: one report, period and institution, or department, that owes it
-- A line is there once its period has ended, or from its beginning where it is due within it; with $running from the beginning in any case.
select
  d.report, d.report_period, d.period_end, d.institution_uscc, d.institution_name, d.dept, d.supervising_dept,
  d.due_date, d.received_date, d.submission_id, d.row_count, d.rejected_rows, d.late_rows,
  d.received_date is null as is_owed,
  case
    when d.received_date is null and d.is_withdrawn then 'withdrawn'
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
  end as workdays_late,
  case when d.received_date is null and d.due_date >= cast($day as date) then a.workday_no - b.workday_no end as workdays_left
from visible.report_due($p, $scope_kind, $scope_code) d
left join meta.calendar a on a.cal_date = d.due_date
left join meta.calendar b on b.cal_date = cast($day as date)
where d.period_end < cast($day as date) or d.due_date <= d.period_end or d.received_date is not null or $running
