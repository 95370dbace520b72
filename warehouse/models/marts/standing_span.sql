-- grain: one institution, fact and stretch of days on which it was so
-- Dates decide (ruling 9); a status only what no date says. last_date: its last day, 9999-12-31 while it lasts.
with project as (
  select
    j.record_key, j.institution_uscc, j.risk_level, j.list_item, j.is_international,
    coalesce(least(j.approved_project_date, j.start_date), n.day) as known_date,
    coalesce(j.start_date, j.approved_project_date, n.day) as from_date,
    least(j.end_date, e.ended_date - 1) as last_date
  from staging.projects_at($p) j
  join meta.publication n on n.number = j.published_in
  semi join {{registered}} i on i.record_key = j.institution_uscc
  left join {{ended}} e on e.of_table = 'projects' and e.record_key = j.record_key
),
approval as (
  select
    r.institution_uscc, date_trunc('month', r.decided_date) as from_date,
    max(least(coalesce(r.approval_valid_to, date '9999-12-31'), j.last_date)) as last_date
  from {{review}} r left join project j on j.record_key = r.project_id
  where r.decision in ('approved', 'approved_after_revision') and r.decided_date is not null
  group by all
),
span as (
  select 'committee' as fact, institution_uscc, established_date as from_date, ceased_date - 1 as last_date from {{committee}}
  union all
  select 'open_rectification', institution_uscc, issued_date, closed_date - 1 from {{rectification}}
  union all
  select 'open_case', institution_uscc, received_date, closed_date - 1 from {{case_file}}
  union all
  select 'project', institution_uscc, known_date, cast(null as date) from project
  union all
  select 'ongoing_project', institution_uscc, from_date, last_date from project
  union all
  select 'high_risk_project', institution_uscc, from_date, last_date from project where risk_level in ('high', 'extreme') or list_item <> 'none'
  union all
  select 'intl_project', institution_uscc, from_date, last_date from project where is_international
  union all
  select 'intl_project', j.institution_uscc, j.from_date, j.last_date
  from staging.intl_projects_at($p) a join project j on j.record_key = a.project_id
  union all
  select 'delegation', institution_uscc, valid_from, valid_to from staging.delegations_at($p)
  union all
  select 'ongoing_incident', institution_uscc, cast(discovered_at as date), final_report_date from staging.incidents_at($p)
  union all
  select 'listed_activity', institution_uscc, from_date, last_date from project where list_item <> 'none'
  union all
  select 'listed_activity', j.institution_uscc,
    coalesce(least(a.rereview_applied_date, a.final_decision_date, a.activity_start_date), n.day),
    least(e.ended_date - 1, j.last_date)
  from staging.list_activities_at($p) a
  join meta.publication n on n.number = a.published_in
  join project j on j.record_key = a.project_id
  left join {{ended}} e on e.of_table = 'list_activities' and e.record_key = a.record_key
  union all
  select 'approved_ongoing_review', institution_uscc, from_date, last_date from approval
)
select fact, institution_uscc, min(from_date) as from_date, last_date
from (
  -- by months, because periods are made of whole months
  select fact, institution_uscc, date_trunc('month', from_date) as from_date,
    date_trunc('month', coalesce(last_date, date '9999-12-31')) as last_date
  from span where last_date is null or last_date >= from_date
)
-- of an institution that nobody registered nothing follows (ruling 2)
where institution_uscc in (select institution_uscc from {{institution}})
group by fact, institution_uscc, last_date
-- a stretch within an earlier one says nothing
qualify last_date > coalesce(max(last_date) over (
  partition by fact, institution_uscc order by min(from_date), last_date desc rows between unbounded preceding and 1 preceding),
  date '1900-01-01')
