-- grain: one row, the overview's counts
select
  (select count(*) from visible.registry_entry($p, $scope_kind, $scope_code)
    where is_latest and is_active and (valid_to is null or valid_to > cast($day as date))) as institutions,
  -- owed and past their day, those of departments too
  (select count(*) from visible.report_due($p, $scope_kind, $scope_code)
    where received_date is null and due_date < cast($day as date)) as overdue_reports,
  (select count(*) from visible.waiting($p, $scope_kind, $scope_code)) as waiting_records,
  (select max(received_date) from visible.coverage($p, $scope_kind, $scope_code)) as data_day
