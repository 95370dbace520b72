-- grain: one follow-up review
select
  f.record_key, f.followup_id, f.review_id, r.committee_id, r.institution_uscc,
  f.followup_trigger, f.followup_decision, f.interval_basis, r.list_item,
  f.due_date, f.completed_at, f.protocol_changed, f.risk_changed, f.change_date, f.change_reported_date,
  d.change_report_due_date,
  f.published_in, f.submission_id, f.sheet_no, f.row_no
from staging.followups_at($p) f
-- one whose review, committee or institution nobody reported waits for them (ruling 2)
join {{review}} r on r.record_key = f.review_id
left join meta.legal_due d on d.cal_date = f.change_date
