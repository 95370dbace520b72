-- grain: one submission, sheet, institution (or department) and period that its rows speak of
-- Rows that waited for the record that names their institution are counted with those of which it was known.
select
  concat_ws('|', c.submission_id, c.sheet_no, coalesce(c.institution_uscc, c.dept, min(c.via_key)), c.report_period) as record_key,
  c.submission_id, c.sheet_no, cast(null as integer) as row_no, c.report,
  c.institution_uscc, '' as committee_id, c.dept,
  c.report_period, sum(c.row_count) as row_count, sum(c.rejected_rows) as rejected_rows, c.received_date,
  max(c.published_in) as published_in, min(c.superseded_in) as superseded_in,
  e.period_end as report_period_end
from staging.coverage c
left join meta.period e on e.period = c.report_period
where c.published_in <= $p and c.superseded_in > $p
group by c.submission_id, c.sheet_no, c.report, c.institution_uscc, c.dept,
  -- each row whose institution is still unknown by itself
  case when c.institution_uscc is null and c.dept is null then c.via_key end,
  c.report_period, c.received_date, e.period_end
