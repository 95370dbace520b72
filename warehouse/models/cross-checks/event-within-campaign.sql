-- grain: one event that is said to belong to a campaign outside whose days it lies (D)
select
  e.record_key, e.institution_uscc, e.organizer_dept as dept,
  cast(e.event_date as varchar) as found, w.param_value as expected, e.submission_id, e.sheet_no, e.row_no
from staging.outreach_events_at($p) e
join meta.param_span w on w.param_key = 'campaign_' || e.campaign and e.event_date >= w.from_date and e.event_date < w.to_date
where strftime(e.event_date, '%m-%d') not between left(w.param_value, 5) and right(w.param_value, 5)
