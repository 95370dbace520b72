-- grain: one institution and quarter
-- next_period_date: end of the next quarter of the same year that is known, for what must count one quarter of a year.
select
  b.record_key, b.institution_uscc, '' as committee_id, b.period, q.period_end as period_date,
  lead(q.period_end, 1, date '9999-12-31') over (
    partition by b.institution_uscc, year(q.period_end) order by q.period_end) as next_period_date,
  b.research_staff_end, b.staff_trained_ytd, b.new_hires_ytd, b.new_hires_trained_ytd,
  b.academic_events, b.academic_events_with_ethics, b.leadership_risk_review,
  b.published_in, b.submission_id, b.sheet_no, b.row_no
from staging.staff_training_base_at($p) b
-- those of an institution that nobody registered wait for it (ruling 2)
semi join {{registered}} i on i.record_key = b.institution_uscc
join meta.period q on q.period_kind = 'quarter' and q.period = b.period
