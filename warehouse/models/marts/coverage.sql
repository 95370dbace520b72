-- grain: one submission, sheet, institution and period that its rows speak of
-- Where a row named its institution only by way of a committee unknown then, it is found here once that is known.
select
  c.submission_id, c.sheet_no, c.report,
  coalesce(c.institution_uscc, k.institution_uscc) as institution_uscc, '' as committee_id,
  c.report_period, c.row_count, c.rejected_rows, c.received_date, c.published_in, c.superseded_in,
  e.period_end as report_period_end
from staging.coverage c
left join staging.committees_at($p) k on k.record_key = c.committee_id
left join meta.period e on e.period = c.report_period
where c.published_in <= $p and c.superseded_in > $p
