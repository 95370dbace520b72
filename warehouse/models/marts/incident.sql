-- grain: one incident
-- Hours from its discovery to the first report, by the hour and without roll; the limit is that of the day of discovery.
select
  n.record_key, n.incident_id, n.institution_uscc, '' as committee_id,
  n.incident_kind, n.incident_level, n.incident_status,
  n.discovered_at, n.first_reported_at,
  cast(n.discovered_at as date) as discovered_date,
  date_diff('second', n.discovered_at, n.first_reported_at) / 3600.0 as report_hours,
  h.incident_first_report_hours as limit_hours,
  n.published_in, n.submission_id, n.sheet_no, n.row_no
from staging.incidents_at($p) n
-- one of an institution that nobody registered waits for it (ruling 2)
semi join {{registered}} i on i.record_key = n.institution_uscc
left join meta.parameter_day h on h.cal_date = cast(n.discovered_at as date)
