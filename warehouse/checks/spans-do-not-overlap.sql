-- An institution's spans follow one another without overlap.
select record_key, from_date, to_date
from (
  select record_key, from_date, to_date,
    lead(from_date, 1, date '9999-12-31') over (partition by record_key order by from_date) as next_from
  from slice_institution
  where $p is not null
)
where to_date <= from_date or to_date > next_from
limit 10
