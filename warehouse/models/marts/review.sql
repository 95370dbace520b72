-- grain: one review
-- due_date: Measures Art. 17, 30 days from acceptance with roll, or the recorded extension; emergency: 72 hours, Art. 36.
-- From the application for expert re-review to its feedback the clock of the preliminary review stands still (ruling 16),
-- if it was applied for in time and before a decision; until the feedback there is no due date.
with rereviewed as (
  select
    preliminary_review_id, min(rereview_applied_date) as rereview_from,
    case when count(*) = count(rereview_feedback_date) then max(rereview_feedback_date) end as rereview_to
  from staging.list_activities_at($p)
  where rereview_applied_date is not null
  group by preliminary_review_id
),
limited as (
  select
    r.*, cast(r.accepted_at as date) as accepted_date, cast(r.decision_at as date) as decided_date,
    d.decision_due_date as statutory_due_date, d.is_official,
    case when r.is_extended and r.extension_reason is not null then r.extended_due_date end as extended_to,
    w.rereview_from, cast(date_diff('day', w.rereview_from, w.rereview_to) as integer) as days_stopped
  from staging.reviews_at($p) r
  left join rereviewed w on w.preliminary_review_id = r.record_key
  left join meta.legal_due d on d.cal_date = cast(r.accepted_at as date)
),
timed as (
  select *, coalesce(
    rereview_from between accepted_date and coalesce(extended_to, statutory_due_date)
      and (decided_date is null or decided_date > rereview_from), false) as is_stopped
  from limited
)
select
  r.record_key, r.review_id, r.committee_id, c.institution_uscc, r.project_id,
  r.review_subject, r.regime, r.procedure_kind, r.converted_to_meeting, r.list_item, r.decision, r.is_extended,
  cast(r.applied_at as date) as applied_date, r.accepted_date, r.statutory_due_date,
  case
    when r.procedure_kind = 'emergency' then r.accepted_date + 3
    when not r.is_stopped then coalesce(r.extended_to, r.statutory_due_date)
    when r.extended_to is not null then r.extended_to + r.days_stopped
    else e.decision_due_date
  end as due_date,
  coalesce(r.is_official, false) as calendar_is_official,
  r.decided_date, r.approval_valid_to,
  date_diff('day', r.accepted_date, r.decided_date) as turnaround_days,
  r.published_in, r.submission_id, r.sheet_no, r.row_no
from timed r
-- one whose committee or institution nobody registered waits for them (ruling 2)
join staging.committees_at($p) c on c.record_key = r.committee_id
semi join {{registered}} i on i.record_key = c.institution_uscc
left join meta.legal_due e on e.cal_date = case when r.is_stopped then r.accepted_date + r.days_stopped end
