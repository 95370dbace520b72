-- grain: one project
-- begun_date: approved, started, or first heard of; ended_date: the day when a publication first said that it was over.
-- started_date: since when it is carried out, null while its status says that it is planned.
-- approved_date: of the review it names; release_approved_date: the first approval of a review of its
-- release, where that is sensitive.
with registered_project as (
  select j.* from staging.projects_at($p) j
  -- one of an institution that nobody registered waits for it (ruling 2)
  semi join {{registered}} i on i.record_key = j.institution_uscc
),
monitored as (
  select project_id, list({'month': monitor_period, 'has_plan': has_emergency_plan, 'drill_date': last_drill_date}
    order by monitor_period) as monitored
  from staging.risk_monitoring_at($p)
  where project_id in (select record_key from registered_project)
  group by project_id
),
approval as materialized (
  select record_key, decision, decision_at
  from staging.reviews
  where published_in <= $p and superseded_in > $p and row_action is distinct from 'void'
    -- first where they stand, by the hash of the key alone: there are many reviews, and those that projects name are among these
    and rowid in (
      select rowid from staging.reviews
      where key_hash in (select meta.key_hash(approval_review_id) from registered_project))
),
released as (
  select r.project_id, min(cast(r.decision_at as date)) as release_approved_date
  from staging.reviews_at($p) r
  where r.review_subject = 'release' and r.decision in ('approved', 'approved_after_revision')
    and r.project_id in (select record_key from registered_project where sensitive_release)
  group by r.project_id
)
select
  j.record_key, j.project_id, j.institution_uscc, '' as committee_id, j.managing_dept,
  j.project_level, j.funding_kind, j.list_item, j.risk_level, j.project_status, j.in_review_scope, j.is_international,
  j.approved_project_date, j.start_date, j.end_date,
  coalesce(least(j.approved_project_date, j.start_date), j.start_date, j.approved_project_date, t.first_known_day) as begun_date,
  case when j.project_status <> 'planned'
    then coalesce(j.start_date, j.approved_project_date, t.first_known_day) end as started_date,
  e.ended_date,
  j.project_status = 'suspended' as is_suspended,
  j.approval_review_id, v.record_key is not null as approval_known,
  case when v.decision in ('approved', 'approved_after_revision') then cast(v.decision_at as date) end as approved_date,
  j.commitment_signed_date, j.pi_commitment_signed, t.issues,
  j.sensitive_release, j.release_date, r.release_approved_date,
  m.monitored,
  j.published_in, j.submission_id, j.sheet_no, j.row_no
from registered_project j
left join {{ended}} e on e.of_table = 'projects' and e.record_key = j.record_key
left join {{project_told}} t on t.record_key = j.record_key
left join approval v on v.record_key = j.approval_review_id
left join released r on r.project_id = j.record_key
left join monitored m on m.project_id = j.record_key
