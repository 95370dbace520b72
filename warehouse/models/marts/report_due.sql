-- grain: one report, period and institution, or department, that owes it, as stored by the publications
-- The publication stores them from {{report_line}}: so this is read after all that those are made of.
select
  l.record_key, l.report, l.report_period, l.institution_uscc, l.institution_name, '' as committee_id, l.dept, l.supervising_dept,
  l.period_start, l.period_end, l.due_date, l.research_staff_count,
  l.received_date, l.submission_id, l.row_count, l.rejected_rows, l.late_rows, l.is_withdrawn,
  case when l.received_date > l.due_date then b.workday_no - a.workday_no else 0 end as workdays_late
from indicators.report_line l
left join meta.calendar a on a.cal_date = l.due_date
left join meta.calendar b on b.cal_date = l.received_date
where l.published_in <= $p and l.superseded_in > $p
