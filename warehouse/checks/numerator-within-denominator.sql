-- A numerator is part of its denominator, and nothing is negative.
select indicator, name, institution_uscc, period, numerator, denominator, missing
from indicators.value
where published_in = $p
  and (numerator < 0 or missing < 0 or denominator < 0 or (denominator is not null and numerator > denominator))
limit 10
