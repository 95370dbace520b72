-- grain: one indicator, named value, institution, committee, dimension and period
select indicator, name, institution_uscc, committee_id, dimension, period_kind, period,
  numerator, denominator, missing, published_in
from visible.value($p, $scope_kind, $scope_code)
