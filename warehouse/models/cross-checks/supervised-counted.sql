-- grain: one department's summary whose number of institutions is not that of the registry at the period's end (VAL-16)
with registered as (
  select i.supervising_dept, t.period, count(*) as institutions
  from marts.institution($p) i
  join meta.period t on t.period_kind = 'quarter'
    and i.from_date <= t.period_end and i.to_date > t.period_end
  where i.is_active and (i.valid_to is null or i.valid_to > t.period_end)
  group by i.supervising_dept, t.period
)
select
  d.record_key, cast(null as varchar) as institution_uscc, d.dept,
  cast(d.supervised_count as varchar) as found, cast(coalesce(r.institutions, 0) as varchar) as expected, d.submission_id, d.sheet_no, d.row_no
from staging.dept_monitoring_at($p) d
left join registered r on r.supervising_dept = d.dept and r.period = d.period
where d.supervised_count <> coalesce(r.institutions, 0)
