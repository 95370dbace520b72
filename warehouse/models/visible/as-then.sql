-- grain: as {{relation}}, by span of publications in which one registry entry of its institution is the latest, as the scope might see it then
select
  m.*,
  greatest(m.published_in, coalesce(r.from_number, 0)) as from_number,
  least(m.superseded_in, coalesce(r.until_number, 2147483647)) as until_number,
  coalesce(r.from_number, 0) as registry_from, coalesce(r.until_number, 2147483647) as registry_until,
  r.supervising_dept, r.district_code, r.institution_kind, r.affiliation_level,
  coalesce(r.is_active, false) as is_active
from {{relation}}($p) m
left join {{registry_history}} r
  on r.institution_uscc = m.institution_uscc and r.from_number < m.superseded_in and r.until_number > m.published_in
where $scope_kind = 'city'
  or ($scope_kind = 'institution' and m.institution_uscc = $scope_code)
  or ($scope_kind = 'department'
    and (r.supervising_dept = $scope_code or (m.institution_uscc = '' and m.dept = $scope_code)))
