-- grain: one open matter due before the day chosen (with its record), or the matters of an owner that lasted equally long
-- Left out: what the rules exempt from review, and what was cancelled. What was withdrawn was open until then, not closed.
with asked as (
  select
    cast($day as date) as day, cast($until as date) as until,
    cast(cast($day as date) - interval 24 month as date) as since
),
following as (
  select f.*, lag(f.due_date, 1, r.decided_date) over (partition by f.review_id order by f.due_date, f.record_key) as begun_date
  from visible.followup($p, $scope_kind, $scope_code) f
  join visible.review($p, $scope_kind, $scope_code) r on r.record_key = f.review_id
),
matter as (
  select
    'review' as kind, record_key, institution_uscc, cast(null as varchar) as dept, accepted_date as begun_date,
    due_date, decided_date as ended_date, decision <> 'withdrawn' as is_closed, cast(null as varchar) as summary
  from visible.review($p, $scope_kind, $scope_code)
  where procedure_kind is distinct from 'exempt' and (decision <> 'withdrawn' or decided_date is not null)
  union all
  -- a follow-up begins when the one before it fell due, the first with the decision
  select
    'followup', record_key, institution_uscc, null, least(begun_date, due_date),
    due_date, cast(completed_at as date), true, null
  from following
  union all
  select 'rectification', record_key, institution_uscc, null, issued_date, due_date, done_date, true, issue_summary
  from visible.rectification($p, $scope_kind, $scope_code)
  where rect_status <> 'cancelled'
  union all
  select 'action_item', record_key, null, lead_dept, assigned_date, due_date, done_date, true, action_summary
  from visible.action_item($p, $scope_kind, $scope_code)
  where action_status <> 'cancelled'
),
seen as (
  select
    m.*, m.ended_date is null or m.ended_date > a.day as is_open, m.due_date < a.until as is_due,
    greatest(0, date_diff('day', m.begun_date, a.since)) as entered,
    greatest(0, date_diff('day', m.begun_date, least(coalesce(m.ended_date, a.day), a.day))) as days
  from matter m, asked a
  where m.begun_date <= a.day and (m.ended_date is null or m.ended_date > a.since)
),
line as (
  select
    kind, institution_uscc, dept, cast(null as varchar) as record_key, cast(null as date) as due_date,
    cast(null as varchar) as summary, entered, days, is_open, not is_open and is_closed as is_closed, count(*) as n
  from seen
  group by kind, institution_uscc, dept, entered, days, is_open, not is_open and is_closed
  union all
  select kind, institution_uscc, dept, record_key, due_date, summary, entered, days, true, false, 1
  from seen
  where is_open and is_due
)
select
  l.*, i.institution_name, i.institution_kind, coalesce(l.dept, i.supervising_dept) as supervising_dept
from line l
left join visible.registry_entry($p, $scope_kind, $scope_code) i
  on i.institution_uscc = l.institution_uscc and i.is_latest
