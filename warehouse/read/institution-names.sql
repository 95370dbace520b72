-- grain: one row per institution that the scope may see, under its newest name
select institution_uscc, institution_name
from visible.registry_entry($p, $scope_kind, $scope_code)
where is_latest
