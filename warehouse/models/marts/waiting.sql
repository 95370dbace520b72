-- grain: one record that waits for the record by which its institution is found (ruling 2)
-- The part between the marks is repeated for every report.
-- each report
select
  '{{report}}' as report, r.record_key, r.{{field}} as target, '{{field}}' as field,
  o.owner as institution_uscc, r.report_period, r.published_in, r.submission_id, r.sheet_no, r.row_no
from (
  select * from staging.{{table}}_at($p) r
  anti join (
    select k.record_key from {{owners}} k
    semi join staging.institutions_at($p) i on i.record_key = k.owner
  ) found on found.record_key = r.{{field}}
  where r.{{field}} is not null
) r
left join {{owners}} o on o.record_key = r.{{field}}
-- end
