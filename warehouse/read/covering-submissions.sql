-- grain: one submission that speaks of institutions which the scope may see
select distinct submission_id
from visible.coverage($p, $scope_kind, $scope_code)
where $institution is null or institution_uscc = $institution
