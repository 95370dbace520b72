-- grain: one report, institution or department, and period, with the rejected rows that are still owed for it
select
  r.report, r.institution_uscc, '' as committee_id, r.dept, r.report_period, e.period_end as report_period_end,
  r.report || '|' || coalesce(r.institution_uscc, r.dept, '') || '|' || coalesce(r.report_period, '') as record_key,
  count(*) as rejected_rows
from staging.rejection r
left join meta.period e on e.period = r.report_period
where r.published_in <= $p and r.superseded_in > $p
group by r.report, r.institution_uscc, r.dept, r.report_period, e.period_end
