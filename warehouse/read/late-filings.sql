-- grain: one record and event that was filed later than its limit, by the day asked for
select
  f.report, f.limit_id, f.record_key, f.institution_uscc, i.institution_name, f.dept,
  coalesce(i.supervising_dept, f.dept) as supervising_dept,
  f.event_date, f.limit_date, f.received_date, f.workdays_late, f.submission_id
from visible.late_filing($p, $scope_kind, $scope_code) f
left join visible.registry_entry($p, $scope_kind, $scope_code) i on i.institution_uscc = f.institution_uscc and i.is_latest
where f.received_date <= cast($day as date)
