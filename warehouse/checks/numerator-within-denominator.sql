-- Nothing is negative, and a numerator that is part of its denominator is no more than that.
select indicator, name, institution_uscc, period, numerator, denominator, missing
from indicators.value
where published_in = $p
  and (numerator < 0 or missing < 0 or denominator < 0 or excluded < 0
    or (denominator is not null and numerator > denominator and list_contains(string_split($bounded, ' '), indicator || '.' || name)))
limit 10
