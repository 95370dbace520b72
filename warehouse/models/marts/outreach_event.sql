-- grain: one event of outreach or exchange
-- with_society: a science and technology society held it or was a partner.
with society as (
  select record_key from staging.institutions_at($p) where institution_kind = 'sci_tech_society'
),
joined as (
  select distinct e.record_key
  from (
    select record_key, institution_uscc from staging.outreach_events_at($p)
    union all
    select record_key, unnest(partner_usccs) from staging.outreach_events_at($p)
  ) e
  semi join society s on s.record_key = e.institution_uscc
)
select
  e.record_key, e.event_id, e.institution_uscc, '' as committee_id, e.organizer_dept as dept, e.organizer_dept, e.partner_usccs,
  e.event_kind, e.campaign, e.event_date, e.audience, e.is_ethics_dedicated,
  e.offline_attendance, e.online_reach, e.media_reports, j.record_key is not null as with_society,
  e.published_in, e.submission_id, e.sheet_no, e.row_no
from staging.outreach_events_at($p) e
left join joined j on j.record_key = e.record_key
left join staging.institutions_at($p) i on i.record_key = e.institution_uscc
-- one of an institution that nobody registered waits for it (ruling 2)
where e.institution_uscc is null or i.record_key is not null
