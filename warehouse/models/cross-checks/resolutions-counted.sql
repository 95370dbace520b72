-- grain: one meeting whose number of resolutions is not that of its action items (VAL-15)
select
  m.record_key, cast(null as varchar) as institution_uscc, cast(null as varchar) as dept,
  cast(m.resolution_count as varchar) as found, cast(coalesce(a.resolutions, 0) as varchar) as expected, m.submission_id, m.sheet_no, m.row_no
from staging.meetings_at($p) m
left join (
  select meeting_id, count(distinct resolution_no) as resolutions
  from staging.action_items_at($p) group by meeting_id
) a on a.meeting_id = m.record_key
where m.resolution_count <> coalesce(a.resolutions, 0)
