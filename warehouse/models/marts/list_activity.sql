-- grain: one activity of the list that is subject to expert re-review
select
  l.record_key, l.list_activity_id, j.institution_uscc, '' as committee_id, l.project_id, l.preliminary_review_id,
  l.list_item, l.rereview_org, l.rereview_exempt_basis, l.rereview_applied_date, l.rereview_opinion, l.rereview_feedback_date,
  l.final_decision, l.final_decision_date, l.activity_start_date, l.activity_status,
  l.platform_registered_date, d.registration_due_date,
  l.published_in, l.submission_id, l.sheet_no, l.row_no
from staging.list_activities_at($p) l
-- one whose project or institution nobody reported waits for them (ruling 2)
join staging.projects_at($p) j on j.record_key = l.project_id
semi join {{registered}} i on i.record_key = j.institution_uscc
left join meta.legal_due d on d.cal_date = l.final_decision_date
