-- A figure has at most one value that holds.
select indicator, name, institution_uscc, committee_id, dept, dimension, period, count(*) as n
from indicators.value
where superseded_in > $p
  and institution_uscc in (select institution_uscc from indicators.value where published_in = $p)
group by all having count(*) > 1
limit 10
