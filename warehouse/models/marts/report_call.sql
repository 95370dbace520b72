-- grain: one report, period and department in whose sector it is owed: by institutions, or by the department itself
-- missing_names: the first of those that have not handed it in.
with line as (
  select report, report_period, supervising_dept, due_date, received_date, coalesce(institution_name, '本部门 (own)') as owner_name
  from {{report_due}}
),
counted as (
  select
    report, report_period, supervising_dept, due_date, count(*) as owed_count,
    count(*) filter (where received_date is null) as missing_count,
    list(owner_name order by owner_name) filter (where received_date is null) as names
  from line
  group by report, report_period, supervising_dept, due_date
)
select
  report || '|' || supervising_dept || '|' || report_period as record_key, report, report_period,
  cast(null as varchar) as institution_uscc, '' as committee_id, supervising_dept as dept,
  due_date, owed_count, missing_count,
  array_to_string(list_slice(names, 1, 5), '、') || case when missing_count > 5 then ' …' else '' end as missing_names
from counted
