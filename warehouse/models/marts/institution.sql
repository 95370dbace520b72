-- grain: one institution and span of days in which the same registry entry holds, with its committees
with committees as (
  select
    institution_uscc,
    -- one may have ended before the next began
    list({'from_date': established_date, 'until_date': ceased_date}) as committees,
    min(established_date) as committee_from,
    case when count(*) = count(ceased_date) then max(ceased_date) end as committee_until
  from {{committee}}
  where ceased_date is null or ceased_date > established_date
  group by institution_uscc
)
select
  s.*,
  '' as committee_id,
  c.committees, c.committee_from, c.committee_until
from {{registry_entry}} s
left join committees c on c.institution_uscc = s.institution_uscc
