-- grain: one matter that a department referred to another
select
  r.record_key, r.referral_id, cast(null as varchar) as institution_uscc, '' as committee_id, r.to_dept as dept,
  r.from_dept, r.to_dept, r.referral_kind, r.related_id,
  r.referred_date, r.acknowledged_date, d.acknowledgement_due_date, r.due_date, r.completed_date,
  r.published_in, r.submission_id, r.sheet_no, r.row_no
from staging.dept_referrals_at($p) r
left join meta.legal_due d on d.cal_date = r.referred_date
