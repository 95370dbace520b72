-- grain: one period for which anybody owes the report, or any, newest first
select d.report_period, max(d.period_end) as period_end
from visible.report_due($p, $scope_kind, $scope_code) d
where (d.period_end < cast($day as date) or d.due_date <= d.period_end) and ($report is null or d.report = $report)
group by d.report_period
order by period_end desc, d.report_period desc
limit 60
