-- grain: one project
-- begun_date: approved, started, or first heard of; ended_date: the day when a publication first said that it was over.
-- started_date: since when it is carried out, null while its status says that it is planned.
-- approved_date: of the review it names; release_approved_date: the first approval of a review of its release.
-- issues: what was found and corrected since the year began, by the end of each period in which it was reported.
with registered_project as (
  select j.* from staging.projects_at($p) j
  -- one of an institution that nobody registered waits for it (ruling 2)
  semi join {{registered}} i on i.record_key = j.institution_uscc
),
monitored as (
  select project_id, list({'month': monitor_period, 'has_plan': has_emergency_plan, 'drill_date': last_drill_date}
    order by monitor_period) as monitored
  from staging.risk_monitoring_at($p)
  group by project_id
),
approval as (
  select r.record_key, r.decision, r.decision_at
  from staging.reviews_at($p) r
  semi join registered_project j on j.approval_review_id = r.record_key
),
released as (
  select r.project_id, min(cast(r.decision_at as date)) as release_approved_date
  from staging.reviews_at($p) r
  semi join registered_project j on j.record_key = r.project_id
  where r.review_subject = 'release' and r.decision in ('approved', 'approved_after_revision')
  group by r.project_id
),
heard as (
  select s.record_key, min(n.day) as first_known_day
  from staging.projects s
  join meta.publication n on n.number = s.published_in
  semi join registered_project j on j.record_key = s.record_key
  where s.published_in <= $p
  group by s.record_key
),
told as (
  select
    s.record_key, s.issues_found_ytd, s.issues_corrected_ytd,
    -- a file that does not say its period speaks of the last quarter that had ended
    coalesce(q.period_end, cast(date_trunc('quarter', n.day) as date) - 1) as period_date
  from staging.projects s
  join meta.publication n on n.number = s.published_in
  left join meta.period q on q.period = s.report_period
  semi join registered_project j on j.record_key = s.record_key
  where s.published_in <= $p and s.superseded_in > s.published_in and s.row_action is distinct from 'void'
    and s.submission_id not in (select w.submission_id from meta.publication_submission w where w.withdrawn and w.number <= $p)
  qualify row_number() over (
    partition by s.record_key, coalesce(q.period_end, cast(date_trunc('quarter', n.day) as date) - 1)
    order by s.published_in desc, s.submission_id desc, s.row_no desc) = 1
),
issues as (
  select record_key, list({'period_date': period_date, 'found': issues_found_ytd, 'corrected': issues_corrected_ytd}
    order by period_date) as issues
  from told
  group by record_key
)
select
  j.record_key, j.project_id, j.institution_uscc, '' as committee_id, j.managing_dept,
  j.project_level, j.funding_kind, j.list_item, j.risk_level, j.project_status, j.in_review_scope, j.is_international,
  j.approved_project_date, j.start_date, j.end_date,
  coalesce(least(j.approved_project_date, j.start_date), j.start_date, j.approved_project_date, h.first_known_day) as begun_date,
  case when j.project_status <> 'planned'
    then coalesce(j.start_date, j.approved_project_date, h.first_known_day) end as started_date,
  e.ended_date,
  j.project_status = 'suspended' as is_suspended,
  j.approval_review_id, v.record_key is not null as approval_known,
  case when v.decision in ('approved', 'approved_after_revision') then cast(v.decision_at as date) end as approved_date,
  j.commitment_signed_date, j.pi_commitment_signed, u.issues,
  j.sensitive_release, j.release_date, r.release_approved_date,
  m.monitored,
  j.published_in, j.submission_id, j.sheet_no, j.row_no
from registered_project j
left join {{ended}} e on e.of_table = 'projects' and e.record_key = j.record_key
left join heard h on h.record_key = j.record_key
left join approval v on v.record_key = j.approval_review_id
left join released r on r.project_id = j.record_key
left join issues u on u.record_key = j.record_key
left join monitored m on m.project_id = j.record_key
