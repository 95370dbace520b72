-- grain: one indicator, named value, institution, committee, department, dimension and period
select indicator, name, institution_uscc, committee_id, dept, dimension, period_kind, period,
  numerator, denominator, missing, excluded, published_in
from visible.value($p, $scope_kind, $scope_code)
