-- grain: one submission, sheet, institution (or department) and period that its rows speak of
select
  c.submission_id, c.sheet_no, c.report,
  c.institution_uscc, '' as committee_id, c.dept,
  c.report_period, c.row_count, c.rejected_rows, c.received_date, c.published_in, c.superseded_in,
  e.period_end as report_period_end
from staging.coverage c
left join meta.period e on e.period = c.report_period
where c.published_in <= $p and c.superseded_in > $p
