-- grain: one report, period and institution, or department, that owes it
-- Nothing is owed that was due before the first publication. Who owes what is said by the reports' declarations.
-- Name and supervising department are those of today, by which lines are found and seen.
with called as (
  select report, report_period, period_start as called_from, period_end as called_to, due_date from meta.report_deadline
  where due_date >= (select min(day) from meta.publication where number <= $p)
)
select
  c.report || '|' || s.institution_uscc || '|' || c.report_period as record_key,
  c.report, c.report_period, s.institution_uscc, n.latest_name as institution_name, cast(null as varchar) as dept,
  n.latest_dept as supervising_dept, c.called_from as period_start, c.called_to as period_end, c.due_date, s.research_staff_count
from called c
join {{standing}} s on s.period = c.report_period
join (
  select institution_uscc as known_uscc, institution_name as latest_name, supervising_dept as latest_dept
  from {{institution}} where is_latest
) n on n.known_uscc = s.institution_uscc
where {{owed_by}}
union all
select
  c.report || '|' || s.dept || '|' || c.report_period, c.report, c.report_period, null, null, s.dept, s.dept,
  c.called_from, c.called_to, c.due_date, null
from called c
join {{department_standing}} s on s.period = c.report_period
where {{owed_by_departments}}
