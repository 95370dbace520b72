-- grain: one quarter in which fewer people had been trained since January than in the quarter before (VAL-14)
with ordered as (
  select
    b.*,
    lag(b.staff_trained_ytd) over (partition by b.institution_uscc, left(b.period, 4) order by b.period) as trained_before
  from staging.staff_training_base_at($p) b
)
select
  b.record_key, b.institution_uscc, cast(null as varchar) as dept,
  cast(b.staff_trained_ytd as varchar) as found, cast(b.trained_before as varchar) as expected, b.submission_id, b.sheet_no, b.row_no
from ordered b
where b.staff_trained_ytd < b.trained_before
