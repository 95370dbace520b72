-- What publication $number brought in and took out of one report: one row per institution or department, and submission.
-- A record told again for the same period, voided or withdrawn is a correction; told on for a later one it is a report.
select
  $number as number, '{{report}}' as report, {{owner}} as institution_uscc, {{dept}} as dept, v.submission_id,
  bool_or(v.is_correction) as is_correction
from (
  select n.*,
    was.record_key is not null
      and (n.row_action is not distinct from 'void' or coalesce(n.report_period <= was.report_period, true))
      as is_correction
  from staging.{{table}} n
  left join (select * from staging.{{table}} where superseded_in = $number and published_in < $number) was
    on was.record_key = n.record_key
  where n.published_in = $number
  union all
  select gone.*, true as is_correction
  from staging.{{table}} gone
  anti join (select record_key from staging.{{table}} where published_in = $number) n
    on n.record_key = gone.record_key
  where gone.superseded_in = $number and gone.published_in < $number
) v
{{owners}}
where {{owner}} is not null or {{dept}} is not null
group by all
union all
-- what was handed in though it made no version: unchanged rows, declarations that there is nothing
select $number, report, institution_uscc, dept, submission_id, superseded_in = $number
from staging.coverage
where report = '{{report}}' and (institution_uscc is not null or dept is not null)
  -- whose institution only becomes known is handed in once
  and (published_in = $number or (superseded_in = $number and via_key is null))
union all
select distinct $number, report, institution_uscc, dept, coalesce(superseded_by, submission_id),
  superseded_in = $number and superseded_by is null
from staging.rejection
where report = '{{report}}' and (institution_uscc is not null or dept is not null)
  and (published_in = $number or superseded_in = $number)
